import type { Block, Entry } from '../../entry/entry.ts';
import { LESS_THAN, SPACE } from '../../text/charCodes.ts';
import { isAsciiWhitespace } from '../commonmark/characterClasses.ts';

/** Counts the words of an entry that readers see, without rendering it: without Markdown markers and link addresses. */
export function countWords({ text, blocks }: Entry): number {
  let words = 0;
  for (const block of blocks) {
    if (!HIDDEN_KINDS.has(block.kind)) words += countWordsIn(text, block.label?.from ?? block.content.from, block.to);
  }
  return words;
}

const HIDDEN_KINDS: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['divider', 'tweet', 'marker']);

function countWordsIn(text: string, from: number, to: number): number {
  let words = 0;
  let isInWord = false;
  for (let at = from; at < to; at++) {
    const isSpace = text.charCodeAt(at) <= SPACE;
    if (!isSpace && !isInWord) words++;
    isInWord = !isSpace;
  }
  return words;
}

/**
 * Counts words in rendered HTML as the site does: separated by white space, without comments, scripts, styles and tags. The
 * counts of all blocks add up to the count of the entry.
 */
export function countRenderedWords(html: string): number {
  let words = 0;
  let isInWord = false;
  const missingEndings = new Set<string>();
  for (let at = 0; at < html.length; ) {
    const code = html.charCodeAt(at);
    const markupEnd = code === LESS_THAN ? endOfMarkup(html, at, missingEndings) : -1;
    if (markupEnd > 0) {
      at = markupEnd;
      continue;
    }
    const isRubyWhitespace = code === 0 || isAsciiWhitespace(code);
    if (!isRubyWhitespace && !isInWord) words++;
    isInWord = !isRubyWhitespace;
    at++;
  }
  return words;
}

/**
 * The end of the tag, comment, script or style that starts at an offset; 0 if it is not closed. Endings that do not occur in
 * the rest of the text are added to `missingEndings` and not searched for again.
 */
function endOfMarkup(html: string, at: number, missingEndings: Set<string>): number {
  const endOf = (ending: string): number => {
    const index = missingEndings.has(ending) ? -1 : html.indexOf(ending, at);
    if (index < 0) missingEndings.add(ending);
    return index < 0 ? 0 : index + ending.length;
  };
  for (const [start, ending] of HIDDEN_MARKUP) {
    const end = html.startsWith(start, at) ? endOf(ending) : 0;
    if (end > 0) return end;
  }
  return endOf('>');
}

const HIDDEN_MARKUP = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
] as const;
