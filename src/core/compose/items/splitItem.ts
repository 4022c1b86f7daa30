import type { Block, Entry } from '../../entry/entry.ts';
import { allItems, itemAt } from '../../entry/items.ts';
import { parseEntry } from '../../entry/parse.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import { applyEdits, type Edit, type Span } from '../../text/text.ts';
import { changeEach, cursors, type Outcome, type Refusal, refusal, type Selection, type Step } from './change.ts';
import { itemName, NO_ITEM, withArticle } from './names.ts';
import { gapLike, isSameForm, prefixLike } from './place.ts';
import { shiftOrdered } from './renumber.ts';

/**
 * Splits the item at each cursor in two. What stands behind the cursor becomes an item of the same form, with what follows the
 * item; a citation group stays with the part that it ends. A cursor in a word counts as before the word.
 */
export function splitItem(entry: Entry, selections: readonly Selection[]): Outcome {
  return changeEach(entry, selections, cursors(selections), split);
}

function split(entry: Entry, at: number): Step | Refusal {
  const { text } = entry;
  const item = itemAt(entry, at);
  if (!item) return refusal(NO_ITEM);
  if (item.kind === 'struck') return refusal('A section that was struck cannot be split.');
  const block = item.blocks.findLast(({ from }) => from <= at) ?? item.head;
  if (block !== item.head && block.kind !== 'paragraph')
    return refusal('Only text can be split; put the cursor there.');
  if (block !== item.head && block.indent === 0 && at <= block.story.from) {
    const prefix = prefixLike(entry, item); // a paragraph as a whole needs nothing but a label
    return { edits: [{ from: block.from, to: block.from, text: prefix }], cursor: block.from + prefix.length };
  }
  const cut = cutAt(text, block, at);
  if ('ok' in cut) return cut;
  if (cut.to >= block.story.to)
    return refusal(`Nothing follows the cursor that could be ${withArticle(item)} of its own.`);
  if (cut.from <= block.story.from) return refusal(`Nothing of the ${itemName(item)} stands before the cursor.`);
  if (text.startsWith(' /', cut.from - 2))
    return refusal('A row of sources cannot be split; put the cursor behind a sentence.');
  if (text.slice(cut.from, cut.to).includes('\n') || BREAK.test(text.slice(cut.to, cut.to + 3))) {
    return refusal('A line break cannot be split at; put the cursor behind a sentence.');
  }
  const start = gapLike(entry, item) + prefixLike(entry, item);
  const edit: Edit = { ...cut, text: start };
  const shifts = item.kind === 'ordered' ? shiftOrdered(entry, item, 1) : [];
  const edits = [edit, ...shifts];
  const cursor = cut.from + start.length;
  const after = parseEntry(applyEdits(text, edits));
  const second = itemAt(after, cursor);
  if (allItems(after).length <= allItems(entry).length || !second || !isSameForm(after.text, item, second)) {
    return refusal(`What stands behind the cursor cannot begin ${withArticle(item)} of its own.`);
  }
  return { edits, cursor };
}

/** A hard break. */
const BREAK = /^\\\r?\n/;

/** The white space at which a block is cut in two; empty at its ends. */
function cutAt(text: string, { story, headline, links, citations }: Block, at: number): Span | Refusal {
  const offset = Math.min(Math.max(at, story.from), story.to);
  if (headline && headline.from < offset && offset < headline.to) {
    return refusal('A headline cannot be split; put the cursor behind a sentence.');
  }
  const word = edgeOfWord(text, story, offset);
  const group = citations.find(({ from, to }) => from <= skipSpaces(text, word, story.to) && word < to);
  const end = group ? edgeOfWord(text, story, group.to) : word;
  if (!group && links.some(({ from, to }) => from < word && word < to)) {
    return refusal('A link cannot be split; put the cursor behind a sentence.');
  }
  return { from: skipSpacesBack(text, end, story.from), to: skipSpaces(text, end, story.to) };
}

/** The offset itself between words; in a word its start, or its end where only a mark is left of it. */
function edgeOfWord(text: string, { from, to }: Span, offset: number): number {
  if (offset <= from || offset >= to) return offset;
  let end = offset;
  let isMark = true;
  for (; end < to && !isSpace(text.charCodeAt(end)); end++) isMark &&= !isWord(text.charCodeAt(end));
  if (isMark) return end;
  let start = offset;
  while (start > from && !isSpace(text.charCodeAt(start - 1))) start--;
  return start;
}

function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 40 || code === 91; // brackets open what follows
}

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipSpacesBack(text: string, from: number, to: number): number {
  let at = from;
  while (at > to && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}
