import type { Entry } from '../../entry/entry.ts';
import { isHead, itemAt, siblingsOf, zoneOf } from '../../entry/items.ts';
import { endOfLine, hasBlankLine, lineBreak } from '../../text/lineBounds.ts';
import type { Edit } from '../../text/text.ts';
import { changeEach, type Outcome, type Refusal, refusal, type Selection, type Step, touchedPlaces } from './change.ts';
import { itemName, NO_ITEM } from './names.ts';
import { usualSign } from './place.ts';
import { nextLabel } from './renumber.ts';

/** Turns the bullets at the selections into sections where they stand; the bullets behind one go with it. */
export function bulletToSection(entry: Entry, selections: readonly Selection[]): Outcome {
  return changeAll(entry, selections, promote);
}

/** Turns the sections and polls at the selections into bullets of the section before them; their own bullets come after. */
export function sectionToBullet(entry: Entry, selections: readonly Selection[]): Outcome {
  return changeAll(entry, selections, demote);
}

function changeAll(
  entry: Entry,
  selections: readonly Selection[],
  step: (entry: Entry, at: number) => Step | Refusal,
): Outcome {
  const places = touchedPlaces(entry, selections);
  return places ? changeEach(entry, selections, places, step) : refusal(NO_ITEM);
}

function promote(entry: Entry, at: number): Step | Refusal {
  const item = itemAt(entry, at);
  if (!item) return refusal(NO_ITEM);
  if (item.kind !== 'bullet') return refusal(`This ${itemName(item)} is no bullet.`);
  if (zoneOf(entry, item)?.notables)
    return refusal('A notable cannot be a section while it stands among the notables.');
  const { text } = entry;
  const { head } = item;
  if (item.children.length > 0 || item.blocks.some(({ indent, from }) => from > head.from && indent > 0)) {
    return refusal('This bullet holds text of its own below it; move that out first.');
  }
  const keepsLabel = head.label?.kind === 'poll' || head.label?.kind === 'named';
  const to = head.label && keepsLabel ? head.label.from : head.story.from;
  const from = head.from - head.indent;
  const line = lineBreak(text);
  const label = keepsLabel ? '' : `${nextLabel(entry, from)}/ `;
  const edits: Edit[] = [{ from, to, text: (isTight(entry, from) ? line : '') + label }];
  const next = entry.blocks.find((block) => block.from >= item.own.to);
  if (next && !hasBlankLine(text, item.own.to, next.from))
    edits.push({ from: item.own.to, to: item.own.to, text: line });
  return { edits };
}

function isTight({ text, blocks }: Entry, lineStart: number): boolean {
  const before = blocks.findLast(({ from }) => from < lineStart);
  return before !== undefined && !hasBlankLine(text, endOfLine(text, before.to), lineStart);
}

function demote(entry: Entry, at: number): Step | Refusal {
  const item = itemAt(entry, at);
  if (!item) return refusal(NO_ITEM);
  if (!isHead(item.kind)) return refusal(`This ${itemName(item)} is no section.`);
  if (item.kind === 'struck') return refusal('A section that was struck cannot be a bullet.');
  if (siblingsOf(entry, item)[0] === item) return refusal('No section stands before this one that it could belong to.');
  const { head, kind } = item;
  const from = head.from - head.indent;
  const to = kind === 'section' ? head.story.from : head.from;
  return { edits: [{ from, to, text: `${usualSign(entry, from)} ` }] };
}
