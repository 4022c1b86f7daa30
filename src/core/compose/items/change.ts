import type { Entry } from '../../entry/entry.ts';
import { type Item, touchedItems } from '../../entry/items.ts';
import { parseEntry } from '../../entry/parse.ts';
import { applyEdits, composeEdits, type Edit } from '../../text/text.ts';
import { keepsLiterals } from '../literalPlaces.ts';
import { renumberAfterChange } from './renumberAfterChange.ts';

/** A selection as offsets; a cursor if both are the same. */
export interface Selection {
  readonly anchor: number;
  /** Where the cursor blinks. */
  readonly active: number;
}

/** The result of a command on an entry, to be applied as one edit. */
export interface Change {
  readonly ok: true;
  /** In order, without overlap. */
  readonly edits: readonly Edit[];
  /** One for each selection that the command was given, as offsets in the text after the edits. */
  readonly selections: readonly Selection[];
}

/** Why a command does nothing, in a sentence for the writer. */
export interface Refusal {
  readonly ok: false;
  readonly message: string;
}

export type ChangeOutcome = Change | Refusal;

/** The change that a command makes for one target. */
export interface ChangeStep {
  readonly edits: readonly Edit[];
  /** Maps an offset in the text before the step to one after it; without it, offsets follow the edits. */
  readonly mapOffset?: (offset: number) => number;
  /** Where the target's cursor goes, as an offset in the text after the step; without it, the selection follows the edits. */
  readonly cursor?: number;
}

export function refuse(message: string): Refusal {
  return { ok: false, message };
}

/** An offset that a command works on, and the index of the selection that it came from. */
export interface ChangeTarget {
  readonly selectionIndex: number;
  readonly offset: number;
}

/** One target for each cursor, from the last to the first. */
export function cursorTargets(selections: readonly Selection[]): ChangeTarget[] {
  return selections
    .map(({ active }, selectionIndex) => ({ selectionIndex, offset: active }))
    .sort((a, b) => b.offset - a.offset);
}

/**
 * One target for each selected item, in the order of the text. An item inside another selected item is left out. Returns undefined if
 * a selection touches no item.
 */
export function touchedItemTargets(entry: Entry, selections: readonly Selection[]): ChangeTarget[] | undefined {
  const selectionIndexes = new Map<Item, number>();
  for (const [selectionIndex, { anchor, active }] of selections.entries()) {
    const items = touchedItems(entry, { from: Math.min(anchor, active), to: Math.max(anchor, active) });
    if (items.length === 0) return undefined;
    for (const item of items) if (!selectionIndexes.has(item)) selectionIndexes.set(item, selectionIndex);
  }
  const isInSelectedItem = ({ parent }: Item): boolean =>
    parent !== undefined && (selectionIndexes.has(parent) || isInSelectedItem(parent));
  return [...selectionIndexes]
    .filter(([item]) => !isInSelectedItem(item))
    .map(([item, selectionIndex]) => ({ selectionIndex, offset: item.head.from }))
    .sort((a, b) => a.offset - b.offset);
}

/**
 * Runs a step for each target, one after another, and renumbers the sections after each. If any step is refused, or would change code,
 * HTML or anything else that is not prose, the whole change is refused with a message.
 */
export function changeEach(
  entry: Entry,
  selections: readonly Selection[],
  targets: readonly ChangeTarget[],
  stepAt: (entry: Entry, offset: number) => ChangeStep | Refusal,
): ChangeOutcome {
  let state: ChangeState = { entry, edits: [], selections, remainingTargets: targets };
  for (let target = targets[0]; target; target = state.remainingTargets[0]) {
    const step = stepAt(state.entry, target.offset);
    if ('ok' in step) return step;
    const next = applyStep(state, step, target.selectionIndex);
    if (!keepsLiterals(state.entry, next.entry)) return refuse(CHANGES_LITERAL);
    state = next;
  }
  return { ok: true, edits: state.edits, selections: state.selections };
}

/** The message of a command that would change what is not prose. */
export const CHANGES_LITERAL =
  'Code, HTML or a definition here would no longer be the same. Move it out first, or close it if its end is missing.';

/** An entry in the middle of a change. Selections and targets are offsets in the entry as it is by then. */
interface ChangeState {
  readonly entry: Entry;
  /** All edits so far, as edits of the original text. */
  readonly edits: readonly Edit[];
  readonly selections: readonly Selection[];
  readonly remainingTargets: readonly ChangeTarget[];
}

/** Applies a step for the first of the remaining targets. */
function applyStep(state: ChangeState, step: ChangeStep, selectionIndex: number): ChangeState {
  const changed = parseEntry(applyEdits(state.entry.text, step.edits));
  const numberEdits = renumberAfterChange(state.entry, changed);
  const mapOffset = (offset: number): number =>
    offsetAfterEdits(numberEdits, step.mapOffset?.(offset) ?? offsetAfterEdits(step.edits, offset));
  const selections = state.selections.map(({ anchor, active }) => ({
    anchor: mapOffset(anchor),
    active: mapOffset(active),
  }));
  if (step.cursor !== undefined) {
    const cursor = offsetAfterEdits(numberEdits, step.cursor);
    selections[selectionIndex] = { anchor: cursor, active: cursor };
  }
  return {
    entry: numberEdits.length > 0 ? parseEntry(applyEdits(changed.text, numberEdits)) : changed,
    edits: composeEdits(composeEdits(state.edits, step.edits), numberEdits),
    selections,
    remainingTargets: state.remainingTargets
      .slice(1)
      .map((target) => ({ ...target, offset: mapOffset(target.offset) })),
  };
}

/** Maps an offset to the text after edits: past text inserted at it, and at most to the end of text that replaced its place. */
export function offsetAfterEdits(edits: readonly Edit[], offset: number): number {
  let result = offset;
  for (const { from, to, text } of edits) {
    if (to <= offset) result += text.length - (to - from);
    else if (from < offset) result += Math.min(offset - from, text.length) - (offset - from);
  }
  return result;
}
