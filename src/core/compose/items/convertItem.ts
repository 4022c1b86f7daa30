import type { Entry } from '../../entry/entry.ts';
import { isTopLevelKind, itemAt, itemRunOf, siblingsOf } from '../../entry/items.ts';
import { endOfLine, hasBlankLineBetween, lineBreakOf } from '../../text/lineBounds.ts';
import type { Edit } from '../../text/text.ts';
import {
  type ChangeOutcome,
  type ChangeStep,
  changeEach,
  type Refusal,
  refuse,
  type Selection,
  touchedItemTargets,
} from './change.ts';
import { usualBulletPrefix } from './itemMarkup.ts';
import { itemNameWithArticle, NO_ITEM_AT_CURSOR } from './itemNames.ts';
import { nextSectionLabel } from './renumberAfterChange.ts';

/** Turns the selected bullets into sections in place; each takes the bullets after it along. */
export function bulletToSection(entry: Entry, selections: readonly Selection[]): ChangeOutcome {
  return convertTouchedItems(entry, selections, promote);
}

/** Turns the selected sections and polls into bullets of the section before them, followed by their own bullets. */
export function sectionToBullet(entry: Entry, selections: readonly Selection[]): ChangeOutcome {
  return convertTouchedItems(entry, selections, demote);
}

function convertTouchedItems(
  entry: Entry,
  selections: readonly Selection[],
  stepAt: (entry: Entry, offset: number) => ChangeStep | Refusal,
): ChangeOutcome {
  const targets = touchedItemTargets(entry, selections);
  return targets ? changeEach(entry, selections, targets, stepAt) : refuse(NO_ITEM_AT_CURSOR);
}

function promote(entry: Entry, offset: number): ChangeStep | Refusal {
  const item = itemAt(entry, offset);
  if (!item) return refuse(NO_ITEM_AT_CURSOR);
  if (item.kind !== 'bullet') return refuse(`This is ${itemNameWithArticle(item)}, not a bullet.`);
  if (itemRunOf(entry, item)?.isNotables) {
    return refuse('A notable cannot become a section. Move it out of the notables first.');
  }
  const { text } = entry;
  const { head } = item;
  if (item.children.length > 0 || item.blocks.some(({ indent, from }) => from > head.from && indent > 0)) {
    return refuse('This bullet has text of its own below it. Move that out first.');
  }
  const keepsLabel = head.label?.kind === 'poll' || head.label?.kind === 'named';
  const to = head.label && keepsLabel ? head.label.from : head.content.from;
  const from = head.from - head.indent;
  const lineBreak = lineBreakOf(text);
  const label = keepsLabel ? '' : `${nextSectionLabel(entry, from)}/ `;
  const edits: Edit[] = [{ from, to, text: label }];
  if (lacksBlankLineBefore(entry, item.from)) edits.unshift({ from: item.from, to: item.from, text: lineBreak });
  const next = entry.blocks.find((block) => block.from >= item.own.to);
  if (next && !hasBlankLineBetween(text, item.own.to, next.from)) {
    edits.push({ from: item.own.to, to: item.own.to, text: lineBreak });
  }
  return { edits };
}

function lacksBlankLineBefore({ text, blocks }: Entry, lineStart: number): boolean {
  const previous = blocks.findLast(({ from }) => from < lineStart);
  return previous !== undefined && !hasBlankLineBetween(text, endOfLine(text, previous.to), lineStart);
}

function demote(entry: Entry, offset: number): ChangeStep | Refusal {
  const item = itemAt(entry, offset);
  if (!item) return refuse(NO_ITEM_AT_CURSOR);
  if (!isTopLevelKind(item.kind)) return refuse(`This is ${itemNameWithArticle(item)}, not a section.`);
  if (item.kind === 'struck') return refuse('A struck-through section cannot become a bullet.');
  if (siblingsOf(entry, item)[0] === item) return refuse('There is no section before this one to hold the bullet.');
  const { head, kind } = item;
  const from = head.from - head.indent;
  const to = kind === 'section' ? head.content.from : head.from;
  return { edits: [{ from, to, text: usualBulletPrefix(entry, from) }] };
}
