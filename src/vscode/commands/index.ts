import * as vscode from 'vscode';
import { bulletToSection, sectionToBullet } from '../../core/compose/items/convertItem.ts';
import { insertItem } from '../../core/compose/items/insertItem.ts';
import { mergeItems } from '../../core/compose/items/mergeItems.ts';
import { moveItem } from '../../core/compose/items/moveItem.ts';
import { sendToNotables } from '../../core/compose/items/sendToNotables.ts';
import { splitItem } from '../../core/compose/items/splitItem.ts';
import { activeEntry } from '../documents/activeEntry.ts';
import { showInfo } from '../editor/notifications.ts';
import { openArchiveCheck } from '../languageFeatures/archiveDiagnostics.ts';
import { fixAllEdit } from '../languageFeatures/quickFixes.ts';
import { explainRule } from '../languageFeatures/rulePages.ts';
import { openLinkCheck } from '../linkCheck/checkLinks.ts';
import { openArchiveSearches } from '../newsrooms/archiveSearch.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import { openProperNames } from '../newsrooms/properNames.ts';
import { copyAsHtml, copyAsRichText, openInBrowser, showPreviewAs } from '../preview/export.ts';
import { changeDayOfEntry } from './changeDay.ts';
import { chooseDescription } from './chooseDescription.ts';
import type { CommandServices, FeatureServices } from './commandServices.ts';
import { checkAlreadyCovered, copyItemLink, insertEarlierLink } from './earlierEntries.ts';
import { editItems } from './editItems.ts';
import { numberSectionsOfEntry, stampDateNow, updateCountdownsOfEntry, writeOneSentence } from './generatedText.ts';
import { insertCitation, pasteAsCitations } from './insertCitation.ts';
import { openNeighbour, openOnThisDay, openToday } from './navigation.ts';
import { insertDay, startDate, startToday } from './newDay.ts';
import { openCitations } from './openCitations.ts';
import { publishEntry } from './publish.ts';
import { checkReadiness } from './readiness.ts';
import { searchArchive } from './searchArchive.ts';

/** What each command does, by its ID in the manifest. */
export type Commands = Readonly<Record<string, (argument: unknown) => unknown>>;

/** Creates all commands, and the services that only they use. */
export function createCommands(features: FeatureServices): Commands {
  const { newsrooms, enterKey, previews, subscriptions } = features;
  const services: CommandServices = {
    ...features,
    archiveSearches: openArchiveSearches(newsrooms),
    properNames: openProperNames(newsrooms),
  };
  const linkCheck = openLinkCheck(services, services.linkResults);
  const archiveCheck = openArchiveCheck(services);
  subscriptions.push(archiveCheck);
  return {
    'daybook.newDay': () => withPreviewBeside(services, startToday(services)),
    'daybook.newDayForDate': (date) => withPreviewBeside(services, startDate(services, date)),
    'daybook.insertDay': () => insertDay(services),
    'daybook.publishEntry': (uri) => publishEntry(services, uri),
    'daybook.checkReadiness': (uri) => checkReadiness(services, uri),
    'daybook.numberSections': (uri) => numberSectionsOfEntry(services, uri),
    'daybook.writeOneSentence': (uri) => writeOneSentence(services, uri),
    'daybook.chooseDescription': (uri) => chooseDescription(services, uri),
    'daybook.updateCountdowns': (uri) => updateCountdownsOfEntry(services, uri),
    'daybook.stampDateNow': (uri) => stampDateNow(services, uri),
    'daybook.changeDay': (uri) => changeDayOfEntry(services, uri),
    'daybook.openToday': () => openToday(services),
    'daybook.previousEntry': (uri) => openNeighbour(services, 'previous', uri),
    'daybook.nextEntry': (uri) => openNeighbour(services, 'next', uri),
    'daybook.onThisDay': () => openOnThisDay(services),
    'daybook.searchArchive': () => searchArchive(services),
    'daybook.fixAll': (uri) => fixAll(services, uri),
    'daybook.checkAll': () => archiveCheck.run(),
    'daybook.checkLinks': (uri) => linkCheck.run(uri),
    'daybook.explainRule': (rule) => explainRule(services, rule),
    'daybook.insertSection': () => editItems(services, (entry, at) => insertItem(entry, at, 'section')),
    'daybook.insertPoll': () => editItems(services, (entry, at) => insertItem(entry, at, 'poll')),
    'daybook.insertBullet': () => editItems(services, (entry, at) => insertItem(entry, at, 'bullet')),
    'daybook.moveItemUp': () => editItems(services, (entry, at) => moveItem(entry, at, 'up')),
    'daybook.moveItemDown': () => editItems(services, (entry, at) => moveItem(entry, at, 'down')),
    'daybook.splitSection': () => editItems(services, splitItem),
    'daybook.mergeWithNext': () => editItems(services, mergeItems),
    'daybook.bulletToSection': () => editItems(services, bulletToSection),
    'daybook.sectionToBullet': () => editItems(services, sectionToBullet),
    'daybook.sendToNotables': () => editItems(services, (entry, at) => sendToNotables(entry, at)),
    'daybook.pasteAsCitations': () => pasteAsCitations(services),
    'daybook.insertCitation': () => insertCitation(services),
    'daybook.insertEarlierLink': () => insertEarlierLink(services),
    'daybook.copyItemLink': () => copyItemLink(services),
    'daybook.openCitations': () => openCitations(services),
    'daybook.alreadyCovered': () => checkAlreadyCovered(services),
    'daybook.continueItem': () => enterKey.continue(),
    'daybook.showPreviewToSide': (uri) => showPreview(services, uri, vscode.ViewColumn.Beside),
    'daybook.showPreview': (uri) => showPreview(services, uri, vscode.ViewColumn.Active),
    'daybook.showPreviewAs': () => showPreviewAs(previews),
    'daybook.lockPreview': () => previews.active()?.change({ locked: true }),
    'daybook.unlockPreview': () => previews.active()?.change({ locked: false }),
    'daybook.refreshPreview': () => previews.active()?.refresh(),
    'daybook.copyAsRichText': (uri) => copyAsRichText(services, uri),
    'daybook.copyAsHtml': (uri) => copyAsHtml(services, uri),
    'daybook.openInBrowser': (uri) => openInBrowser(services, uri),
  };
}

/** Shows the preview beside a new day, if the settings say so. The cursor stays in the text. */
async function withPreviewBeside(
  { previews }: CommandServices,
  opening: Promise<vscode.TextEditor | undefined>,
): Promise<vscode.TextEditor | undefined> {
  const editor = await opening;
  if (editor && settingsFor(editor.document.uri).preview.openWithNewDay) {
    await previews.show(editor.document, vscode.ViewColumn.Beside);
  }
  return editor;
}

async function fixAll({ entries }: CommandServices, uri: unknown): Promise<void> {
  const document = await activeEntry(entries, uri);
  const context = document && entries.contextOf(document);
  if (!context) return;
  const edit = fixAllEdit(context);
  if (edit) await vscode.workspace.applyEdit(edit);
  else showInfo('Nothing in this entry can be fixed automatically.');
}

async function showPreview(
  { entries, previews }: CommandServices,
  uri: unknown,
  column: vscode.ViewColumn,
): Promise<void> {
  const document = await activeEntry(entries, uri);
  if (document) await previews.show(document, column);
}
