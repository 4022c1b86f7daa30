import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';
import { FULL_STOP, HYPHEN } from '../../text/charCodes.ts';
import { readAngleBracket } from './angleBrackets.ts';
import { readUrl, readWwwUrl } from './autolinks.ts';
import { isAsciiPunctuation, matchLengthAt } from './characterClasses.ts';
import { curlyDoubleQuoteAt, processEmphasis, scanDelimiterRun } from './delimiters.ts';
import { decodeReference, escapeHtml } from './escape.ts';
import {
  createInlineState,
  type FinishedHtml,
  flushText,
  type InlineContext,
  type InlineState,
  piecesToHtml,
  pushPiece,
} from './inlineState.ts';
import { closeBracket, openBracket } from './linkBrackets.ts';

/** Renders the text of one paragraph or heading exactly as cmark does. */
export function inlineHtml(text: string, context: InlineContext): string {
  const state = createInlineState(text);
  while (state.offset < text.length) readNext(state, context);
  flushText(state);
  processEmphasis(state.runs, 0);
  return piecesToHtml(state.pieces, context);
}

function readNext(state: InlineState, context: InlineContext): void {
  const { options } = context;
  const character = state.text.charAt(state.offset);
  if (character === '\n') readNewline(state, options);
  else if (character === '\\') readBackslash(state);
  else if (character === '`') readCodeSpan(state);
  else if (character === '&') readCharacterReference(state);
  else if (character === '<') readAngleBracket(state, options);
  else if (character === '*' || character === '_') readDelimiterRun(state, options);
  else if (options.strikethrough && character === '~') readDelimiterRun(state, options);
  else if (character === '[') openBracket(state, false);
  else if (character === ']') closeBracket(state, context);
  else if (character === '!' && startsImage(state)) openBracket(state, true);
  else if (options.smart && character === "'") readApostrophe(state, options);
  else if (options.smart && character === '"') readDoubleQuote(state, options);
  else if (options.smart && character === '-') readHyphens(state);
  else if (options.smart && character === '.') readDots(state);
  else if (!options.autolink || !readAutolink(state, character)) readText(state, context);
}

/** True for `![`, but not for `![^`, which is an exclamation mark before a footnote reference. */
function startsImage({ text, offset }: InlineState): boolean {
  return text.startsWith('[', offset + 1) && !text.startsWith('^', offset + 2);
}

/** Reads a `:` or `w` that belongs to a bare URL. Inside brackets there are none. */
function readAutolink(state: InlineState, character: string): boolean {
  if (character !== ':' && character !== 'w') return false;
  if (state.openBrackets.some(({ isImage }) => isImage || state.mayCloseLink)) return false;
  return character === ':' ? readUrl(state) : readWwwUrl(state);
}

/** For each ASCII code, whether plain text ends before that character. */
export function specialCharacters({ smart, strikethrough, autolink }: CommonMarkOptions): readonly boolean[] {
  const characters = `\n\\\`&<*_[]!${strikethrough ? '~' : ''}${smart ? `'"-.` : ''}${autolink ? ':w' : ''}`;
  return Array.from({ length: 128 }, (_, code) => characters.includes(String.fromCharCode(code)));
}

function readText(state: InlineState, { special }: InlineContext): void {
  const { text, offset } = state;
  let end = offset + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code >= special.length || !special[code]) continue;
    // A single hyphen or dot is plain text.
    if ((code !== HYPHEN && code !== FULL_STOP) || text[end + 1] === text[end]) break;
  }
  state.pendingText += text.slice(offset, end);
  state.offset = end;
}

function readNewline(state: InlineState, { softBreak }: CommonMarkOptions): void {
  const { text, offset } = state;
  const isHard = offset > 1 && text[offset - 1] === ' ' && text[offset - 2] === ' ';
  state.pendingText = trimEnd(state.pendingText);
  flushText(state); // trims each line once, which keeps long paragraphs linear
  if (isHard) pushPiece(state, HARD_BREAK);
  else if (softBreak === HARD_BREAK.html) pushPiece(state, { html: softBreak, altText: softBreak });
  else state.pendingText += softBreak;
  state.offset = offset + 1;
  while (text[state.offset] === ' ' || text[state.offset] === '\t') state.offset++;
}

/** Removes white space at the end, except line feeds. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\v\f'.includes(text.charAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

function readBackslash(state: InlineState): void {
  const next = state.text.charAt(state.offset + 1);
  state.offset++;
  if (next === '\n') {
    pushPiece(state, HARD_BREAK);
    state.offset++;
  } else if (next !== '' && isAsciiPunctuation(next.charCodeAt(0))) {
    state.pendingText += next;
    state.offset++;
  } else {
    state.pendingText += '\\';
  }
}

function readCodeSpan(state: InlineState): void {
  const { text, offset } = state;
  const codeStart = offset + matchLengthAt(BACKTICKS, text, offset);
  const backticks = text.slice(offset, codeStart);
  const codeEnd = backticks.length > MAX_BACKTICKS ? -1 : findClosingBackticks(text, codeStart, backticks.length);
  if (codeEnd < 0) {
    state.pendingText += backticks;
    state.offset = codeStart;
    return;
  }
  const code = text.slice(codeStart, codeEnd).replaceAll('\n', ' ');
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
  pushPiece(state, { html: `<code>${escapeHtml(isPadded ? code.slice(1, -1) : code)}</code>`, altText: '' });
  state.offset = codeEnd + backticks.length;
}

function findClosingBackticks(text: string, from: number, count: number): number {
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    const length = matchLengthAt(BACKTICKS, text, at);
    if (length === count) return at;
    at += length;
  }
  return -1;
}

function readCharacterReference(state: InlineState): void {
  const length = matchLengthAt(REFERENCE, state.text, state.offset);
  const decoded = length > 0 ? decodeReference(state.text.slice(state.offset, state.offset + length)) : undefined;
  // A piece of its own, because white space written as a reference is not trimmed at the end of a line.
  if (decoded === undefined) state.pendingText += '&';
  else pushPiece(state, escapeHtml(decoded));
  state.offset += decoded === undefined ? 1 : length;
}

function readDelimiterRun(state: InlineState, options: CommonMarkOptions): void {
  const run = scanDelimiterRun(state.text, state.offset, options);
  pushPiece(state, run);
  if (run.canOpen || run.canClose) state.runs.push(run);
  state.offset += run.length;
}

/** A single quote becomes a closing quote unless a partner follows, so only quotes that can open need a piece. */
function readApostrophe(state: InlineState, options: CommonMarkOptions): void {
  const run = scanDelimiterRun(state.text, state.offset, options);
  if (run.canOpen) pushPiece(state, run);
  else state.pendingText += run.glyph;
  if (run.canOpen || run.canClose) state.runs.push(run);
  state.offset++;
}

function readDoubleQuote(state: InlineState, options: CommonMarkOptions): void {
  state.pendingText += curlyDoubleQuoteAt(state.text, state.offset, options);
  state.offset++;
}

/** Two hyphens become an en dash, three an em dash. Longer runs use dashes of one kind if possible. */
function readHyphens(state: InlineState): void {
  const count = matchLengthAt(HYPHENS, state.text, state.offset);
  let enDashes = 0;
  if (count % 3 === 0) enDashes = 0;
  else if (count % 2 === 0) enDashes = count / 2;
  else enDashes = count % 3 === 2 ? 1 : 2;
  state.pendingText += count === 1 ? '-' : '—'.repeat((count - 2 * enDashes) / 3) + '–'.repeat(enDashes);
  state.offset += count;
}

function readDots(state: InlineState): void {
  const length = matchLengthAt(DOTS, state.text, state.offset);
  state.pendingText += length === 3 ? '…' : '.'.repeat(length);
  state.offset += length;
}

const HARD_BREAK: FinishedHtml = { html: '<br />\n', altText: '' };
const BACKTICKS = /`+/y;
const MAX_BACKTICKS = 80;
const HYPHENS = /-+/y;
const DOTS = /\.{1,3}/y;
const REFERENCE = /&(?:#(?:[xX][\dA-Fa-f]{1,6}|\d{1,7})|[A-Za-z][\dA-Za-z]{1,31});/y;
