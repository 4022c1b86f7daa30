import * as vscode from 'vscode';
import { updateCountdowns } from '../../core/compose/frontMatter/countdown.ts';
import {
  type DescriptionOffer,
  descriptionEdit,
  descriptionOffers,
} from '../../core/compose/frontMatter/description.ts';
import { valueEdit } from '../../core/compose/frontMatter/frontMatterValue.ts';
import { oneSentenceEdit, todayInOneSentence } from '../../core/compose/frontMatter/oneSentence.ts';
import { numberSections } from '../../core/compose/items/numberSections.ts';
import { zonedNow, zonedTimestamp } from '../../core/dates/timeZone.ts';
import type { Edit } from '../../core/text/text.ts';
import { activeEntry } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';
import { changeEntry } from '../editor/moveFile.ts';
import { showInfo } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import type { Names } from '../newsrooms/properNames.ts';

// What Daybook writes for the writer: numbers, the date, the countdowns, the one sentence, the description.

interface Rooms {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
}

export async function numberSectionsOf(entries: EntryDocuments, given: unknown): Promise<void> {
  const document = await activeEntry(entries, given);
  if (document) await change(document, numberSections(entries.entry(document)), 'The sections are numbered in order.');
}

export async function writeOneSentence(
  { entries, newsrooms, names }: Rooms & { readonly names: Names },
  given: unknown,
): Promise<void> {
  const document = await activeEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  const capitals = await names.of(root);
  const entry = entries.entry(document);
  const sentence = todayInOneSentence(entry, capitals);
  if (sentence === undefined)
    return showInfo('No section has a headline yet, so there is nothing to make a sentence of.');
  await change(document, [oneSentenceEdit(entry, sentence)], 'Today stands in one sentence as the headlines have it.');
}

export async function updateCountdownsOf({ entries, newsrooms }: Rooms, given: unknown): Promise<void> {
  const document = await activeEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  await newsrooms.read(root);
  const surroundings = entries.surroundings(document);
  if (surroundings.countdowns.length === 0) {
    return showInfo('The settings name no event to count down to. Add it to daybook.countdowns, with its date.');
  }
  const edits = updateCountdowns(entries.entry(document), surroundings);
  await change(document, edits, 'Every countdown to an event of the settings is right.');
}

/** The date and time of this moment, in the newsroom's zone. */
export async function stampDateNow({ entries, newsrooms }: Rooms, given: unknown): Promise<void> {
  const document = await activeEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  const zone = (await newsrooms.read(root)).zone();
  const now = zonedNow(Date.now(), zone);
  const stamp = zonedTimestamp(now.date, now.time, zone);
  if (stamp === undefined) return;
  await change(document, [valueEdit(entries.entry(document), 'date', stamp)], 'The date is that of this second.');
}

/** Offers the quotes of an entry as its description; the one that is looked at is shown where it stands. */
export async function chooseDescription(entries: EntryDocuments, given: unknown): Promise<void> {
  const document = await activeEntry(entries, given);
  if (!document) return;
  const { version } = document;
  const offers = descriptionOffers(entries.entry(document));
  if (offers.length === 0) return showInfo('Nothing is quoted in this entry yet.');
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  const before = editor.selection;
  const offer = await pickOffer(editor, offers);
  editor.selection = before;
  if (!offer) return editor.revealRange(before);
  if (document.version !== version) return showInfo('The entry has changed meanwhile. Choose once more.');
  await change(document, [descriptionEdit(entries.entry(document), offer)], 'This is the description already.');
}

async function pickOffer(
  editor: vscode.TextEditor,
  offers: readonly DescriptionOffer[],
): Promise<DescriptionOffer | undefined> {
  const { document } = editor;
  const rows = offers.map((offer) => {
    const words = offer.text.split(/\s+/).length;
    const line = document.positionAt(offer.from).line + 1;
    return { label: offer.text, description: `line ${line} · ${words} ${words === 1 ? 'word' : 'words'}`, offer };
  });
  const picked = await vscode.window.showQuickPick(rows, {
    title: 'Choose Description',
    placeHolder: 'The likeliest come first; type to narrow them down',
    onDidSelectItem(item) {
      const row = rows.find((one) => one === item);
      if (!row) return;
      const range = toRange(document, row.offer);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  });
  return picked?.offer;
}

/** Makes the edits that make a difference, or says that none does. */
async function change(document: vscode.TextDocument, edits: readonly Edit[], otherwise: string): Promise<void> {
  const text = document.getText();
  const changing = edits.filter((edit) => text.slice(edit.from, edit.to) !== edit.text);
  if (changing.length === 0) return showInfo(otherwise);
  await changeEntry(document, changing);
}
