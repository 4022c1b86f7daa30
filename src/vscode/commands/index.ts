import * as vscode from 'vscode';
import { insertItem } from '../../core/compose/items/insertItem.ts';
import { bulletToSection, sectionToBullet } from '../../core/compose/items/itemKind.ts';
import { mergeItems } from '../../core/compose/items/mergeItems.ts';
import { moveItem } from '../../core/compose/items/moveItem.ts';
import { sendToNotables } from '../../core/compose/items/notables.ts';
import { splitItem } from '../../core/compose/items/splitItem.ts';
import { activeEntry } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { openArchiveCheck } from '../languageFeatures/archiveDiagnostics.ts';
import type { Enter } from '../languageFeatures/enterKey.ts';
import { fixAllEdit } from '../languageFeatures/quickFixes.ts';
import { explainRule } from '../languageFeatures/rulePages.ts';
import { openLinkCheck } from '../linkCheck/checkLinks.ts';
import type { ResultStore } from '../linkCheck/resultStore.ts';
import { openSearches } from '../newsrooms/archiveSearch.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { openNames } from '../newsrooms/properNames.ts';
import { settingsFor } from '../newsrooms/settings.ts';
import { copyAsHtml, copyAsRichText, openInBrowser, showPreviewAs } from '../preview/export.ts';
import type { Previews } from '../preview/previews.ts';
import { changeDayOf } from './changeDay.ts';
import { insertCitation, openCitations, pasteAsCitations } from './citations.ts';
import { alreadyCovered, copyLinkToItem, insertEarlier } from './earlierEntries.ts';
import {
  chooseDescription,
  numberSectionsOf,
  stampDateNow,
  updateCountdownsOf,
  writeOneSentence,
} from './frontMatter.ts';
import { changeItems } from './items.ts';
import { openNeighbour, openOnThisDay, openToday } from './navigation.ts';
import { insertDayHere, startDate, startToday } from './newDay.ts';
import { publishEntry } from './publish.ts';
import { checkReadiness } from './readiness.ts';
import { searchArchive } from './searchArchive.ts';

/** What commands work with. */
export interface Parts {
  readonly newsrooms: Newsrooms;
  readonly entries: EntryDocuments;
  readonly enter: Enter;
  readonly previews: Previews;
  readonly checks: ResultStore;
  readonly subscriptions: vscode.Disposable[];
  /** Where files of our own may lie. */
  readonly storage: vscode.Uri;
}

/** What each command does, by its name in the manifest. */
export type Commands = Readonly<Record<string, (argument: unknown) => unknown>>;

/** Every command by its name in the manifest, and what only commands need. */
export function commandsOf({ newsrooms, entries, enter, previews, checks, subscriptions, storage }: Parts): Commands {
  const names = openNames(newsrooms);
  const searches = openSearches(newsrooms);
  const linkCheck = openLinkCheck(entries, newsrooms, checks);
  const archiveCheck = openArchiveCheck(entries, newsrooms);
  subscriptions.push(archiveCheck);
  return {
    'daybook.newDay': () => besidePreview(previews, startToday(newsrooms)),
    'daybook.newDayForDate': (date) => besidePreview(previews, startDate(newsrooms, date)),
    'daybook.insertDay': () => insertDayHere(newsrooms),
    'daybook.publishEntry': (uri) => publishEntry({ entries, newsrooms, names }, uri),
    'daybook.checkReadiness': (uri) => checkReadiness({ entries, newsrooms, names }, uri),
    'daybook.numberSections': (uri) => numberSectionsOf(entries, uri),
    'daybook.writeOneSentence': (uri) => writeOneSentence({ entries, newsrooms, names }, uri),
    'daybook.chooseDescription': (uri) => chooseDescription(entries, uri),
    'daybook.updateCountdowns': (uri) => updateCountdownsOf({ entries, newsrooms }, uri),
    'daybook.stampDateNow': (uri) => stampDateNow({ entries, newsrooms }, uri),
    'daybook.changeDay': (uri) => changeDayOf({ entries, newsrooms }, uri),
    'daybook.openToday': () => openToday(newsrooms),
    'daybook.previousEntry': (uri) => openNeighbour({ entries, newsrooms }, 'previous', uri),
    'daybook.nextEntry': (uri) => openNeighbour({ entries, newsrooms }, 'next', uri),
    'daybook.onThisDay': () => openOnThisDay(newsrooms),
    'daybook.searchArchive': () => searchArchive(newsrooms, searches),
    'daybook.fixAll': (uri) => fixAll(entries, uri),
    'daybook.checkAll': () => archiveCheck.run(),
    'daybook.checkLinks': (uri) => linkCheck.run(uri),
    'daybook.explainRule': (rule) => explainRule(entries, rule),
    'daybook.insertSection': () => changeItems(entries, (entry, at) => insertItem(entry, at, 'section')),
    'daybook.insertPoll': () => changeItems(entries, (entry, at) => insertItem(entry, at, 'poll')),
    'daybook.insertBullet': () => changeItems(entries, (entry, at) => insertItem(entry, at, 'bullet')),
    'daybook.moveItemUp': () => changeItems(entries, (entry, at) => moveItem(entry, at, 'up')),
    'daybook.moveItemDown': () => changeItems(entries, (entry, at) => moveItem(entry, at, 'down')),
    'daybook.splitSection': () => changeItems(entries, splitItem),
    'daybook.mergeWithNext': () => changeItems(entries, mergeItems),
    'daybook.bulletToSection': () => changeItems(entries, bulletToSection),
    'daybook.sectionToBullet': () => changeItems(entries, sectionToBullet),
    'daybook.sendToNotables': () => changeItems(entries, (entry, at) => sendToNotables(entry, at)),
    'daybook.pasteAsCitations': () => pasteAsCitations(entries),
    'daybook.insertCitation': () => insertCitation({ entries, newsrooms }),
    'daybook.insertEarlierLink': () => insertEarlier({ entries, newsrooms, searches }),
    'daybook.copyItemLink': () => copyLinkToItem({ entries, newsrooms }),
    'daybook.openCitations': () => openCitations(entries),
    'daybook.alreadyCovered': () => alreadyCovered({ entries, newsrooms, searches }),
    'daybook.continueItem': () => enter.continue(),
    'daybook.showPreviewToSide': (uri) => showPreview(entries, previews, uri, vscode.ViewColumn.Beside),
    'daybook.showPreview': (uri) => showPreview(entries, previews, uri, vscode.ViewColumn.Active),
    'daybook.showPreviewAs': () => showPreviewAs(previews),
    'daybook.lockPreview': () => previews.chosen()?.change({ locked: true }),
    'daybook.unlockPreview': () => previews.chosen()?.change({ locked: false }),
    'daybook.refreshPreview': () => previews.chosen()?.refresh(),
    'daybook.copyAsRichText': (uri) => copyAsRichText({ entries, newsrooms, previews }, uri),
    'daybook.copyAsHtml': (uri) => copyAsHtml({ entries, newsrooms, previews }, uri),
    'daybook.openInBrowser': (uri) => openInBrowser({ entries, newsrooms, previews, storage }, uri),
  };
}

/** Shows the preview beside a day that was begun, if the settings want it; the cursor stays in the text. */
async function besidePreview(
  previews: Previews,
  starting: Promise<vscode.TextEditor | undefined>,
): Promise<vscode.TextEditor | undefined> {
  const editor = await starting;
  if (editor && settingsFor(editor.document.uri).preview.openWithNewDay) {
    await previews.show(editor.document, vscode.ViewColumn.Beside);
  }
  return editor;
}

async function fixAll(entries: EntryDocuments, uri: unknown): Promise<void> {
  const document = await activeEntry(entries, uri);
  if (!document) return;
  const edit = fixAllEdit(entries, document);
  if (edit) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage('There is nothing in this entry that can be fixed with certainty.');
}

async function showPreview(
  entries: EntryDocuments,
  previews: Previews,
  uri: unknown,
  column: vscode.ViewColumn,
): Promise<void> {
  const document = await activeEntry(entries, uri);
  if (document) await previews.show(document, column);
}
