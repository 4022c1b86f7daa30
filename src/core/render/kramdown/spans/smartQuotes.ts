import { AMPERSAND } from '../../../text/charCodes.ts';
import { isAsciiPunctuation, isAsciiWhitespace } from '../../commonmark/characterClasses.ts';
import { addText, createElement } from '../element.ts';
import type { SpanState } from './spanState.ts';

/** Quotes at the position, or after the character there. Which way they curl depends on their neighbors alone. */
export function readQuotes(state: SpanState): boolean {
  const { scanner } = state;
  const { text, position } = scanner;
  const first = text.charAt(position);
  const second = text.charAt(position + 1);
  if (isQuote(first)) {
    if (marksFollow(text, position + 1)) return readQuote(state, '', 'opening');
    if (punctuationFollows(text, position + 1)) return readQuote(state, '', 'closing');
  } else if (first === '\\' || !isQuote(second)) {
    return false;
  }
  const space = isAsciiWhitespace(text.charCodeAt(position)) ? first : '';
  if (readPair(state, space)) return true;
  const start = position + space.length;
  if (text[start] === "'" && isDecade(text, start + 1)) return readQuote(state, space, 'closing');
  if (space !== '' && isWordAt(text, start + 1)) return readQuote(state, space, 'opening');
  if (isQuote(second) && !NEVER_CLOSE_AFTER.includes(first)) return readQuote(state, first, 'closing');
  if (isQuote(first) && endFollows(text, position + 1)) return readQuote(state, '', 'closing');
  // A single quote is looked for before a double one, each after any character or none.
  const isSecond = second === "'" || (second === '"' && first !== "'");
  return readQuote(state, isSecond ? first : '', 'opening');
}

type Side = 'opening' | 'closing';

function readQuote(state: SpanState, before: string, side: Side): true {
  const { scanner, parent } = state;
  addText(parent, before);
  scanner.position += before.length;
  pushQuote(state, side);
  return true;
}

/** Reads two quotes of different kinds before a word; both open. */
function readPair(state: SpanState, space: string): boolean {
  const { scanner, parent } = state;
  const { text } = scanner;
  const start = scanner.position + space.length;
  const [outer, inner] = [text.charAt(start), text.charAt(start + 1)];
  if (!isQuote(outer) || !isQuote(inner) || outer === inner || !isWordAt(text, start + 2)) return false;
  addText(parent, space);
  scanner.position = start;
  pushQuote(state, 'opening');
  pushQuote(state, 'opening');
  return true;
}

/** Writes the quote at the position. */
function pushQuote({ scanner, parent, document }: SpanState, side: Side): void {
  const isDouble = scanner.text[scanner.position] === '"';
  const quote = document.options.smartQuotes[(isDouble ? 2 : 0) + (side === 'closing' ? 1 : 0)] ?? '';
  parent.children.push(createElement('character', quote, true));
  scanner.position++;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

/** Whether emphasis marks follow, and after them no white space. */
function marksFollow(text: string, offset: number): boolean {
  if (!isMark(text[offset])) return false;
  const after = offset + 1;
  return after < text.length && !isAsciiWhitespace(text.charCodeAt(after));
}

function isMark(character: string | undefined): boolean {
  return character === '*' || character === '_';
}

/** Whether punctuation follows, but no ellipsis, and after it no word. */
function punctuationFollows(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (!isAsciiPunctuation(code) || code === AMPERSAND) return false;
  if (text[offset + 1] === '.' && text[offset + 2] === '.') return false;
  return isUnicodeWordAt(text, offset + 1) === (text[offset] === '_');
}

/** Whether two digits and an s follow, as in ’80s. */
function isDecade(text: string, offset: number): boolean {
  return isDigitAt(text, offset) && isDigitAt(text, offset + 1) && text[offset + 2] === 's';
}

/** Whether white space, the end, or an s that ends a word follows. */
function endFollows(text: string, offset: number): boolean {
  if (offset >= text.length || isAsciiWhitespace(text.charCodeAt(offset))) return true;
  return text[offset] === 's' && !isUnicodeWordAt(text, offset + 1);
}

function isDigitAt(text: string, offset: number): boolean {
  const character = text[offset];
  return character !== undefined && character >= '0' && character <= '9';
}

/** Whether a letter, a digit or an underscore of ASCII is at the offset. */
function isWordAt(text: string, offset: number): boolean {
  return /\w/.test(text.charAt(offset));
}

function isUnicodeWordAt(text: string, offset: number): boolean {
  UNICODE_WORD.lastIndex = offset;
  return UNICODE_WORD.test(text);
}

const NEVER_CLOSE_AFTER = ' \\\t\r\n[{(-';
const UNICODE_WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/uy;
