import * as vscode from 'vscode';
import { bulletToSection, sectionToBullet } from '../../core/compose/items/convertItem.ts';
import { insertItem } from '../../core/compose/items/insertItem.ts';
import { mergeItems } from '../../core/compose/items/mergeItems.ts';
import { moveItem } from '../../core/compose/items/moveItem.ts';
import { sendToNotables } from '../../core/compose/items/sendToNotables.ts';
import { splitItem } from '../../core/compose/items/splitItem.ts';
import { activeEntry } from '../documents/activeEntry.ts';
import { log } from '../editor/log.ts';
import { showInfo } from '../editor/notifications.ts';
import { changeEntry } from '../editor/textEdits.ts';
import { openArchiveCheck } from '../languageFeatures/archiveDiagnostics.ts';
import { fixAllEdits } from '../languageFeatures/quickFixes.ts';
import { explainRule } from '../languageFeatures/rulePages.ts';
import { openLinkCheck } from '../linkCheck/checkLinks.ts';
import { openArchiveSearches } from '../newsrooms/archiveSearch.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import { showProfile } from '../newsrooms/profilePages.ts';
import { openProperNames } from '../newsrooms/properNames.ts';
import { copyAsHtml, copyAsRichText, openInBrowser, showPreviewAs } from '../preview/export.ts';
import { addCorrectionToEntry } from './addCorrection.ts';
import { changeDayOfEntry } from './changeDay.ts';
import { chooseDescription } from './chooseDescription.ts';
import type { CommandServices, FeatureServices } from './commandServices.ts';
import { checkAlreadyCovered, copyItemLink, insertEarlierLink } from './earlierEntries.ts';
import { editItems } from './editItems.ts';
import { numberSectionsOfEntry, stampDateNow, updateCountdownsOfEntry, writeOneSentence } from './generatedText.ts';
import { insertCitation, pasteAsCitations } from './insertCitation.ts';
import { openNeighbour, openOnThisDay, openToday } from './navigation.ts';
import { insertDay, startDate, startLogHere, startToday } from './newDay.ts';
import { openCitations } from './openCitations.ts';
import { publishEntry } from './publish.ts';
import { checkReadiness } from './readiness.ts';
import { reportProblem } from './reportProblem.ts';
import { searchArchive } from './searchArchive.ts';
import { toggleFoldedAddresses } from './toggleFoldedAddresses.ts';
import { setEnabled } from './turnOn.ts';

/** What each command does, by its ID in the manifest. */
export type Commands = Readonly<Record<string, (argument: unknown) => unknown>>;

/** Creates all commands, and the services that only they use. */
export function createCommands(features: FeatureServices): Commands {
  const { newsrooms, previews, subscriptions } = features;
  const services: CommandServices = {
    ...features,
    archiveSearches: openArchiveSearches(newsrooms),
    properNames: openProperNames(newsrooms),
  };
  const linkCheck = openLinkCheck(services, services.linkResults);
  const archiveCheck = openArchiveCheck(services);
  subscriptions.push(archiveCheck);
  return {
    'daybook.startLog': () => withPreviewBeside(services, startLogHere(services)),
    'daybook.showProfile': () => showProfile(services),
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
    'daybook.addCorrection': (item) => addCorrectionToEntry(services, item),
    'daybook.openToday': () => openToday(services),
    'daybook.previousEntry': (uri) => openNeighbour(services, 'previous', uri),
    'daybook.nextEntry': (uri) => openNeighbour(services, 'next', uri),
    'daybook.onThisDay': () => openOnThisDay(services),
    'daybook.searchArchive': () => searchArchive(services),
    'daybook.turnOn': (root) => setEnabled(services.newsrooms, 'on', root),
    'daybook.turnOff': (root) => setEnabled(services.newsrooms, 'off', root),
    'daybook.fixAll': (uri) => fixAll(services, uri),
    'daybook.checkAll': () => archiveCheck.run(),
    'daybook.checkLinks': (uri) => linkCheck.run(uri),
    'daybook.explainRule': (rule) => explainRule(services, rule),
    'daybook.insertSection': (item) => editItems(services, item, (entry, at) => insertItem(entry, at, 'section')),
    'daybook.insertPoll': (item) => editItems(services, item, (entry, at) => insertItem(entry, at, 'poll')),
    'daybook.insertBullet': (item) => editItems(services, item, (entry, at) => insertItem(entry, at, 'bullet')),
    'daybook.moveItemUp': (item) => editItems(services, item, (entry, at) => moveItem(entry, at, 'up')),
    'daybook.moveItemDown': (item) => editItems(services, item, (entry, at) => moveItem(entry, at, 'down')),
    'daybook.splitSection': (item) => editItems(services, item, splitItem),
    'daybook.mergeWithNext': (item) => editItems(services, item, mergeItems),
    'daybook.bulletToSection': (item) => editItems(services, item, bulletToSection),
    'daybook.sectionToBullet': (item) => editItems(services, item, sectionToBullet),
    'daybook.sendToNotables': (item) => editItems(services, item, (entry, at) => sendToNotables(entry, at)),
    'daybook.pasteAsCitations': () => pasteAsCitations(services),
    'daybook.insertCitation': () => insertCitation(services),
    'daybook.insertEarlierLink': () => insertEarlierLink(services),
    'daybook.copyItemLink': (item) => copyItemLink(services, item),
    'daybook.toggleFoldedAddresses': () => toggleFoldedAddresses(),
    'daybook.openCitations': (item) => openCitations(services, item),
    'daybook.alreadyCovered': (item) => checkAlreadyCovered(services, item),
    'daybook.showPreviewToSide': (uri) => showPreview(services, uri, vscode.ViewColumn.Beside),
    'daybook.showPreview': (uri) => showPreview(services, uri, vscode.ViewColumn.Active),
    'daybook.showPreviewAs': () => showPreviewAs(previews),
    'daybook.lockPreview': () => previews.active()?.change({ locked: true }),
    'daybook.unlockPreview': () => previews.active()?.change({ locked: false }),
    'daybook.refreshPreview': () => previews.active()?.refresh(),
    'daybook.copyAsRichText': (uri) => copyAsRichText(services, uri),
    'daybook.copyAsHtml': (uri) => copyAsHtml(services, uri),
    'daybook.openInBrowser': (uri) => openInBrowser(services, uri),
    'daybook.reportProblem': () => reportProblem(services),
    'daybook.showLog': () => log.show(),
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
  const edits = fixAllEdits(context);
  if (edits.length === 0) return showInfo('Nothing in this entry can be fixed automatically.');
  await changeEntry(document, edits);
}

async function showPreview(
  { entries, previews }: CommandServices,
  uri: unknown,
  column: vscode.ViewColumn,
): Promise<void> {
  const document = await activeEntry(entries, uri);
  if (document) await previews.show(document, column);
}
