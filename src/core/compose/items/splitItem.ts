import type { Block, Entry } from '../../entry/entry.ts';
import { allItems, itemAt, textBlocksOf } from '../../entry/items.ts';
import { type LiteralKind, MASK } from '../../entry/literals.ts';
import { parseEntry } from '../../entry/parse.ts';
import { isDigit, isLetter, isWhitespace } from '../../text/characters.ts';
import { OPEN_BRACKET, OPEN_PAREN } from '../../text/charCodes.ts';
import { applyEdits, type Edit, type Span } from '../../text/text.ts';
import { isInImageText, literalAround } from '../literalPlaces.ts';
import { skipSpaces, skipSpacesBefore } from '../skipSpaces.ts';
import {
  type ChangeOutcome,
  type ChangeStep,
  changeEach,
  cursorTargets,
  type Refusal,
  refuse,
  type Selection,
} from './change.ts';
import { gapBetweenItems, haveSameForm, nextItemPrefix } from './itemMarkup.ts';
import { itemName, NO_ITEM_AT_CURSOR } from './itemNames.ts';
import { shiftOrderedNumbers } from './orderedNumbers.ts';
import { styledTextAround } from './styledText.ts';

/**
 * Splits the item at each cursor in two. The text after the cursor becomes an item of the same form, along with whatever follows in the
 * item; a citation group stays with the text that it ends. A cursor inside a word counts as before the word. Code, HTML, links and the
 * like are not split, and neither is text in bold or italics.
 */
export function splitItem(entry: Entry, selections: readonly Selection[]): ChangeOutcome {
  return changeEach(entry, selections, cursorTargets(selections), split);
}

function split(entry: Entry, cursor: number): ChangeStep | Refusal {
  const { text } = entry;
  const item = itemAt(entry, cursor);
  if (!item) return refuse(NO_ITEM_AT_CURSOR);
  if (item.kind === 'struck') return refuse('A struck-through section cannot be split.');
  const block = item.blocks.findLast(({ from }) => from <= cursor) ?? item.head;
  if (block !== item.head && !(block.kind === 'paragraph' && textBlocksOf(text, item).includes(block))) {
    return refuse('Only text can be split. Put the cursor in a paragraph.');
  }
  if (block !== item.head && block.indent === 0 && cursor <= block.content.from) {
    const prefix = nextItemPrefix(entry, item); // A whole paragraph only needs a label.
    return { edits: [{ from: block.from, to: block.from, text: prefix }], cursor: block.from + prefix.length };
  }
  const literal = literalAround(entry, cursor);
  if (literal) return refuse(`${LITERAL_NAMES[literal.kind]} cannot be split. Put the cursor after a sentence.`);
  const gap = gapToSplitAt(entry, block, cursor);
  if ('ok' in gap) return gap;
  const name = itemName(item);
  if (gap.to >= block.content.to) return refuse(`There is no text after the cursor for a new ${name}.`);
  if (gap.from <= block.content.from) return refuse(`There is no text of this ${name} before the cursor.`);
  if (text.startsWith(' /', gap.from - 2)) {
    return refuse('A list of citations cannot be split. Put the cursor after a sentence.');
  }
  if (text.slice(gap.from, gap.to).includes('\n') || HARD_BREAK.test(text.slice(gap.to, gap.to + 3))) {
    return refuse('An item cannot be split at a line break. Put the cursor after a sentence.');
  }
  const start = gapBetweenItems(entry, item) + nextItemPrefix(entry, item);
  const edit: Edit = { ...gap, text: start };
  const shifts = item.kind === 'ordered' ? shiftOrderedNumbers(entry, item, 1) : [];
  const edits = [edit, ...shifts];
  const newCursor = gap.from + start.length;
  const changed = parseEntry(applyEdits(text, edits));
  const newItem = itemAt(changed, newCursor);
  const hasNewItem = allItems(changed).length > allItems(entry).length;
  if (!hasNewItem || !newItem || !haveSameForm(changed.text, item, newItem)) {
    return refuse(`The text after the cursor cannot start a new ${name}.`);
  }
  return { edits, cursor: newCursor };
}

const LITERAL_NAMES: Readonly<Record<LiteralKind, string>> = {
  code: 'Code',
  html: 'HTML',
  comment: 'A comment',
  liquid: 'Liquid',
  autolink: 'A link',
  definition: 'A definition',
  reference: 'A link',
  image: 'An image',
  math: 'A formula',
};

const HARD_BREAK = /^\\\r?\n/;

/** The white space at which to split a block; empty at either end of its content. */
function gapToSplitAt(entry: Entry, block: Block, cursor: number): Span | Refusal {
  const text = entry.prose;
  const { content, headline, links, citationGroups } = block;
  const offset = Math.min(Math.max(cursor, content.from), content.to);
  if (headline && headline.from < offset && offset < headline.to) {
    return refuse('A headline cannot be split. Put the cursor after a sentence.');
  }
  const wordEdge = nearestWordEdge(text, content, offset);
  const group = citationGroups.find(({ from, to }) => from <= skipSpaces(text, wordEdge, content.to) && wordEdge < to);
  const edge = group ? nearestWordEdge(text, content, group.to) : wordEdge;
  if (!group && links.some(({ from, to }) => from < wordEdge && wordEdge < to)) {
    return refuse('A link cannot be split. Put the cursor after a sentence.');
  }
  const styled = isInImageText(entry, edge) ? 'An image' : styledTextAround(entry, block, edge);
  if (styled !== undefined) return refuse(`${styled} cannot be split. Put the cursor after a sentence.`);
  return { from: skipSpacesBefore(text, edge, content.from), to: skipSpaces(text, edge, content.to) };
}

/** The offset itself between words; inside a word its start, or its end if only punctuation is left of it. */
function nearestWordEdge(text: string, { from, to }: Span, offset: number): number {
  if (offset <= from || offset >= to) return offset;
  let end = offset;
  let isPunctuation = true;
  for (; end < to && !isWhitespace(text.charCodeAt(end)); end++) {
    isPunctuation &&= !isWordCharacter(text.charCodeAt(end));
  }
  if (isPunctuation) return end;
  let start = offset;
  while (start > from && !isWhitespace(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Opening brackets count as part of the word that follows, and code and the like as words. */
function isWordCharacter(code: number): boolean {
  return (
    isLetter(code) ||
    isDigit(code) ||
    code === OPEN_PAREN ||
    code === OPEN_BRACKET ||
    code === OBJECT_REPLACEMENT_CHARACTER
  );
}

/** What is not prose is masked with it. */
const OBJECT_REPLACEMENT_CHARACTER = MASK.charCodeAt(0);
