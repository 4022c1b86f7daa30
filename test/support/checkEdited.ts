import assert from 'node:assert/strict';
import type { ChangeOutcome, Selection } from '../../src/core/compose/items/change.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { applyEdits } from '../../src/core/text/text.ts';

type Command = (entry: Entry, selections: readonly Selection[]) => ChangeOutcome | undefined;

/**
 * Runs a command at the cursors `‸` and selections `⟦…⟧` of a text. The result must be the second text with the cursors and selections
 * marked in it, and the same with CRLF line breaks.
 */
export function checkEdited(command: Command, before: string, after: string): void {
  assert.equal(editMarked(command, before), after);
  // A text of one line does not determine its line breaks.
  if (before.includes('\n'))
    assert.equal(editMarked(command, before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'), 'with CRLF');
}

/** Runs a command, which must refuse with the message. */
export function checkRefused(command: Command, before: string, message: string): void {
  const { text, selections } = readSelections(before);
  assert.deepEqual(command(parseEntry(text), selections), { ok: false, message });
}

/** The marked text after a command. */
export function editMarked(command: Command, marked: string): string {
  const { text, selections } = readSelections(marked);
  const outcome = command(parseEntry(text), selections);
  assert.ok(outcome, 'the command does not apply');
  if (!outcome.ok) assert.fail(outcome.message);
  let at = 0;
  for (const { from, to } of outcome.edits) {
    assert.ok(at <= from && from <= to && to <= text.length, 'edits overlap or are out of order');
    at = to;
  }
  return writeSelections(applyEdits(text, outcome.edits), outcome.selections);
}

/** Extracts cursors and selections from a marked text. */
export function readSelections(marked: string): { readonly text: string; readonly selections: readonly Selection[] } {
  const selections: Selection[] = [];
  let text = '';
  let anchor = 0;
  for (const part of marked.split(/([⟦⟧‸])/)) {
    if (part === '‸') selections.push({ anchor: text.length, active: text.length });
    else if (part === '⟦') anchor = text.length;
    else if (part === '⟧') selections.push({ anchor, active: text.length });
    else text += part;
  }
  return { text, selections };
}

function writeSelections(text: string, selections: readonly Selection[]): string {
  const marks = selections
    .flatMap(({ anchor, active }) =>
      anchor === active
        ? [{ at: active, mark: '‸' }]
        : [
            { at: anchor, mark: '⟦' },
            { at: active, mark: '⟧' },
          ],
    )
    .sort((a, b) => b.at - a.at);
  let marked = text;
  for (const { at, mark } of marks) marked = marked.slice(0, at) + mark + marked.slice(at);
  return marked;
}
