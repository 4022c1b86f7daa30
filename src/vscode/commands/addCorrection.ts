import * as vscode from 'vscode';
import { newestFirst } from '../../core/archive/newestFirst.ts';
import { addCorrection } from '../../core/compose/corrections/addCorrection.ts';
import {
  type CorrectionForm,
  correctionForm,
  type UsedCorrection,
  usedCorrections,
} from '../../core/compose/corrections/correctionForm.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import type { Day } from '../../core/entry/day.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { entryEditorAt } from '../documents/activeEntry.ts';
import { showEntryChanged, showInfo, showReadOnly } from '../editor/notifications.ts';
import { currentText } from '../editor/openDocuments.ts';
import type { CommandServices } from './commandServices.ts';

/**
 * *Add Correction*: adds a correction to the item at the cursor of a published entry, in the form that the archive has, with the cursor where
 * its words go. Drafts are just edited.
 */
export async function addCorrectionToEntry({ entries, newsrooms }: CommandServices, argument: unknown): Promise<void> {
  const active = await entryEditorAt(entries, argument);
  if (!active) return;
  const { editor, context } = active;
  const { document } = editor;
  if (context.stage === 'draft')
    return showInfo('This entry is a draft: readers have not seen it yet. Just change it.');
  const { version } = document;
  const newsroom = await newsrooms.readForCommand(context.root);
  const form = await formIn(context.root, newsroom.days);
  if (document.version !== version) return showEntryChanged('Run Add Correction again.');
  const { date: today } = localDateTime(Date.now(), newsroom.zone());
  const caret = document.offsetAt(editor.selection.active);
  const edit = addCorrection(context.entry, caret, form, { today, date: context.day.date });
  if (!edit) return showInfo('A correction cannot go here: code or HTML above it is not closed.');
  const position = document.positionAt(edit.from);
  const snippet = new vscode.SnippetString()
    .appendText(edit.text.slice(0, edit.caret))
    .appendTabstop(1)
    .appendText(edit.text.slice(edit.caret))
    .appendTabstop(0);
  await editor.insertSnippet(snippet, position, { ...UNDO_STOPS, keepWhitespace: true });
  if (document.version === version) showReadOnly();
  else editor.revealRange(editor.selection);
}

const UNDO_STOPS = { undoStopBefore: true, undoStopAfter: true };

const cache = new WeakMap<readonly Day[], Promise<CorrectionForm>>();

function formIn(root: vscode.Uri, days: readonly Day[]): Promise<CorrectionForm> {
  const form = cache.get(days) ?? learnForm(root, days);
  cache.set(days, form);
  return form;
}

async function learnForm(root: vscode.Uri, days: readonly Day[]): Promise<CorrectionForm> {
  const published = days.filter(({ draft }) => !draft).sort(newestFirst);
  const found: UsedCorrection[] = [];
  for (let start = 0; start < Math.min(published.length, MAX_ENTRIES); start += FILES_PER_BATCH) {
    const texts = await Promise.all(
      published.slice(start, start + FILES_PER_BATCH).map(({ path }) => currentText(vscode.Uri.joinPath(root, path))),
    );
    for (const text of texts) if (text !== undefined) found.push(...usedCorrections(parseEntry(text)));
    if (found.filter(({ kind }) => kind === 'correction').length >= ENOUGH) break;
  }
  return correctionForm(found);
}

/** Corrections are rare: so many entries are about two years of a daily log. */
const MAX_ENTRIES = 600;
const FILES_PER_BATCH = 50;
const ENOUGH = 5;
