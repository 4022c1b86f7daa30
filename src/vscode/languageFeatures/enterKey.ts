import * as vscode from 'vscode';
import { canContinueItem, continueAfterTypedBreak, type TypedBreak } from '../../core/compose/items/continueItem.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import type { Edit } from '../../core/text/text.ts';
import type { Services } from '../documents/services.ts';
import { makeEdits } from '../editor/textEdits.ts';
import { insertAround, retryWhileTyping } from '../editor/whileTyping.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import type { BoldPairs } from './boldPairs.ts';

interface PendingBreak extends TypedBreak {
  readonly document: vscode.TextDocument;
  /** The entry before the line break. */
  readonly entryBefore: Entry;
  readonly time: number;
}

/**
 * Turns a line break that was typed at the end of an item into the next item, or into the end of the list. It follows the text and not
 * the key, so that it does not matter which command, of which extension, Enter is bound to. Letters typed meanwhile end up after the label.
 * `follow` is given the asterisks that were inserted around the cursor.
 */
export function registerEnterKey(
  { entries, documentChanges }: Pick<Services, 'entries' | 'documentChanges'>,
  follow: BoldPairs['follow'],
): vscode.Disposable {
  let pending: PendingBreak | undefined;
  const onChange = ({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent) => {
    const [change, ...furtherChanges] = contentChanges;
    if (!change || furtherChanges.length > 0) return;
    const { rangeOffset: offset, rangeLength, range, text: inserted } = change;
    if (rangeLength > 0 || !TYPED_BREAK.test(inserted)) return;
    pending = undefined;
    // The selection is still that before the change: a line break elsewhere is the work of some other command.
    const [selection, ...furtherSelections] = vscode.window.activeTextEditor?.selections ?? [];
    const isAtCursor = furtherSelections.length === 0 && selection?.isEmpty && selection.active.isEqual(range.start);
    if (reason !== undefined || !isAtCursor || !entries.isEntry(document)) return;
    const text = document.getText();
    const entryBefore = parseEntry(text.slice(0, offset) + text.slice(offset + inserted.length));
    if (!canContinueItem(entryBefore, [{ anchor: offset, active: offset }])) return;
    pending = { document, entryBefore, offset, inserted, time: Date.now() };
  };
  const continuePending = (editor: vscode.TextEditor) => {
    const lineBreak = pending;
    if (!lineBreak || !isBehind(editor, lineBreak) || Date.now() - lineBreak.time > MAX_WAIT_MS) return;
    pending = undefined;
    void continueItemAt(editor, lineBreak, follow);
  };
  const onSelection = ({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent) => {
    if (!pending || !isBehind(textEditor, pending)) return;
    // Where the editor adds a line break at the end of a file, it moves the cursor behind it and back.
    if (kind === vscode.TextEditorSelectionChangeKind.Keyboard) continuePending(textEditor);
    else setTimeout(() => continuePending(textEditor), SETTLE_MS);
  };
  return vscode.Disposable.from(
    documentChanges.onDidChangeActiveText(onChange),
    vscode.window.onDidChangeTextEditorSelection(onSelection),
    vscode.workspace.onDidSaveTextDocument(() => {
      pending = undefined;
    }),
  );
}

/** Whether the cursor is behind a line break and what came with it. */
function isBehind({ document, selection }: vscode.TextEditor, { offset, inserted, ...pending }: PendingBreak): boolean {
  return document === pending.document && document.offsetAt(selection.active) >= offset + inserted.length;
}

/** A line break with what the editor or another extension puts on the new line: indentation, or the marker of a list. */
const TYPED_BREAK = /^\r?\n[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?$/;

/** The cursor moves right after the line break was typed. */
const MAX_WAIT_MS = 1000;

/** How long it takes until the cursor is where a command that is not typing leaves it. */
const SETTLE_MS = 30;

async function continueItemAt(
  editor: vscode.TextEditor,
  { document, entryBefore, ...typedBreak }: PendingBreak,
  follow: BoldPairs['follow'],
): Promise<void> {
  const options = { withHeadline: settingsFor(document.uri).autoCloseBold };
  await retryWhileTyping(async () => {
    const text = document.getText();
    const item = continueAfterTypedBreak(entryBefore, typedBreak, text, options);
    if (!item) return true;
    const { edits, template } = item;
    if (!template) return makeEdits(editor, edits, { undoStopBefore: false, undoStopAfter: true });
    const { before, after, ...span } = template;
    const cursor = span.from + before.length;
    if (!(await insertAround(editor, span, before, after))) return false;
    if (after !== '') follow(document, { from: cursor, to: cursor, end: after, typedOver: 0, hasOpening: true });
    const lengthAfter = text.length + before.length + after.length - (span.to - span.from);
    await editBelow(editor, edits, lengthAfter - text.length, lengthAfter);
    return true;
  });
}

/** Makes edits below the cursor, which were computed for a text that has become longer by `added` characters, and may still do so. */
async function editBelow(
  editor: vscode.TextEditor,
  edits: readonly Edit[],
  added: number,
  length: number,
): Promise<void> {
  if (edits.length === 0) return;
  await retryWhileTyping(async () => {
    const shift = added + editor.document.getText().length - length;
    const shifted = edits.map(({ from, to, text }) => ({ from: from + shift, to: to + shift, text }));
    return makeEdits(editor, shifted, { undoStopBefore: false, undoStopAfter: true });
  });
}
