import * as vscode from 'vscode';
import { updateCountdowns } from '../../core/compose/days/updateCountdowns.ts';
import { valueEdit } from '../../core/compose/frontMatter/frontMatterValue.ts';
import { todayInOneSentence, todayInOneSentenceEdit } from '../../core/compose/frontMatter/todayInOneSentence.ts';
import { numberSections } from '../../core/compose/items/numberSections.ts';
import { localDateTime, zonedTimestamp } from '../../core/dates/timeZone.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { findKey, scalarValue } from '../../core/entry/keys.ts';
import { writtenDate } from '../../core/newsroom/conventions.ts';
import type { Edit } from '../../core/text/text.ts';
import { activeEntry, activeEntryContext, isFrontMatterRefused } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { showInfo } from '../editor/notifications.ts';
import { changeEntry } from '../editor/textEdits.ts';
import type { CommandServices } from './commandServices.ts';

// Commands that write what Daybook can work out: section numbers, the date, countdowns and the day in one sentence.

export async function numberSectionsOfEntry({ entries }: Services, uri: unknown): Promise<void> {
  const document = await activeEntry(entries, uri);
  if (!document) return;
  const entry = entries.entryOf(document);
  const hasSections = entry.blocks.some(({ label }) => label?.kind === 'number' || label?.kind === 'placeholder');
  const message = hasSections ? 'The sections are already numbered.' : 'This entry has no sections to number.';
  await changeOrShow(document, numberSections(entry), message);
}

export async function writeOneSentence(services: CommandServices, uri: unknown): Promise<void> {
  const { entries, properNames } = services;
  const context = await activeEntryContext(services, uri);
  if (!context) return;
  const { document, root } = context;
  if (isFrontMatterRefused(context.entry)) return;
  const capitalization = await properNames.of(root);
  const entry = entries.entryOf(document);
  const sentence = todayInOneSentence(entry, capitalization);
  if (sentence === undefined) {
    return showInfo('No section has a headline yet, so there is nothing to build the sentence from.');
  }
  const edits = [todayInOneSentenceEdit(entry, sentence)];
  await changeOrShow(document, edits, '"Today in one sentence" already matches the headlines.');
}

export async function updateCountdownsOfEntry(services: Services, uri: unknown): Promise<void> {
  const context = await activeEntryContext(services, uri);
  if (!context) return;
  const { document, entry, ruleContext } = context;
  if (ruleContext.countdowns.length === 0) {
    return showInfo('No events to count down to are set. Add them to the setting daybook.countdowns.');
  }
  const edits = updateCountdowns(entry, ruleContext);
  await changeOrShow(document, edits, 'All countdowns are up to date.');
}

/** *Stamp Date Now*: sets the current date and time in the newsroom's time zone; asks before it changes that of a published entry. */
export async function stampDateNow(services: Services, uri: unknown): Promise<void> {
  const { entries } = services;
  const context = await activeEntryContext(services, uri);
  if (!context) return;
  const { document, entry, newsroom } = context;
  if (isFrontMatterRefused(entry)) return;
  const zone = newsroom.zone();
  const now = localDateTime(Date.now(), zone);
  const moment = zonedTimestamp(now.date, now.time, zone);
  const timestamp = moment && (writtenDate(moment, newsroom.conventions()) ?? moment);
  if (timestamp === undefined || (context.stage === 'published' && !(await mayChangeDate(entry, timestamp)))) return;
  const current = entries.entryOf(document); // it may have been edited while the question was open
  await changeOrShow(document, [valueEdit(current, 'date', timestamp)], 'The date is already up to date.');
}

/** Asks whether a published entry should get another date. An entry without a date gets one without a question. */
async function mayChangeDate({ text, frontMatter }: Entry, timestamp: string): Promise<boolean> {
  const key = findKey(frontMatter, 'date');
  const written = key && scalarValue(text, key);
  if (written === undefined || written === '') return true;
  const keep = { label: 'Keep the Date', description: written };
  const change = { label: 'Change the Date', description: timestamp };
  const placeHolder = 'This entry is published. Readers and feeds sort it by its date.';
  return (await vscode.window.showQuickPick([keep, change], { title: 'Stamp Date Now', placeHolder })) === change;
}

/** Makes the edits that change anything, or shows `message` if none does. */
export async function changeOrShow(
  document: vscode.TextDocument,
  edits: readonly Edit[],
  message: string,
): Promise<void> {
  const text = document.getText();
  const changes = edits.filter((edit) => text.slice(edit.from, edit.to) !== edit.text);
  if (changes.length === 0) return showInfo(message);
  await changeEntry(document, changes);
}
