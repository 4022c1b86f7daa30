import { BACKSLASH, CLOSE_PAREN, OPEN_PAREN } from '../../text/charCodes.ts';
import { characterAt, isAsciiPunctuation, isAsciiWhitespace, matchLengthAt } from './characterClasses.ts';
import { processEmphasis, textRun } from './delimiters.ts';
import { escapeHref, escapeHtml, normalizeLabel, unescapeText } from './escape.ts';
import {
  elementBoundary,
  flushText,
  type InlineContext,
  type InlineState,
  type OpenBracket,
  piecesToText,
  pushPiece,
} from './inlineState.ts';

/** The destination of a link or an image. */
interface LinkTarget {
  /** Escaped for an attribute. */
  readonly href: string;
  readonly title: string;
  /** The offset after the destination or the reference. */
  readonly end: number;
}

/** Reads a `[` or `![`. */
export function openBracket(state: InlineState, isImage: boolean): void {
  const run = textRun(isImage ? '![' : '[');
  pushPiece(state, run);
  state.offset += run.character.length;
  const enclosingBracket = state.openBrackets.at(-1);
  if (enclosingBracket !== undefined) enclosingBracket.hasBracketInside = true;
  state.openBrackets.push({
    run,
    isImage,
    contentStart: state.offset,
    pieceCount: state.pieces.length,
    runCount: state.runs.length,
    hasBracketInside: false,
  });
  if (!isImage) state.mayCloseLink = true;
}

/** Reads a `]`: the end of a link, of an image or of a footnote reference, or plain text. */
export function closeBracket(state: InlineState, context: InlineContext): void {
  const bracket = state.openBrackets.pop();
  const contentEnd = state.offset;
  state.offset++;
  if (bracket !== undefined && (bracket.isImage || state.mayCloseLink)) {
    const target =
      inlineTarget(state.text, state.offset) ?? referenceTarget(state.text, state.offset, bracket, context);
    if (target !== undefined) {
      finishLink(state, bracket, target);
      return;
    }
    const isFootnote = context.options.footnotes && state.text[bracket.contentStart] === '^';
    if (isFootnote && contentEnd > bracket.contentStart + 1) {
      processEnclosedEmphasis(state, bracket);
      state.pieces.length = bracket.pieceCount - 1;
      state.pieces.push({ label: state.text.slice(bracket.contentStart + 1, contentEnd) });
      return;
    }
  }
  state.pendingText += ']';
}

function finishLink(state: InlineState, bracket: OpenBracket, { href, title, end }: LinkTarget): void {
  processEnclosedEmphasis(state, bracket);
  state.offset = end;
  const titleAttribute = title === '' ? '' : ` title="${title}"`;
  if (bracket.isImage) {
    const altText = piecesToText(state.pieces.slice(bracket.pieceCount));
    state.pieces.length = bracket.pieceCount - 1;
    state.pieces.push({ html: `<img src="${href}" alt="${altText}"${titleAttribute} />`, altText });
    return;
  }
  const link = { open: `<a href="${href}"${titleAttribute}>`, close: '</a>' };
  bracket.run.remaining = 0;
  bracket.run.opens.push(link);
  state.pieces.push(elementBoundary([], [link]));
  state.mayCloseLink = false;
}

/** Delimiters inside brackets pair among themselves. */
function processEnclosedEmphasis(state: InlineState, bracket: OpenBracket): void {
  flushText(state);
  processEmphasis(state.runs, bracket.runCount);
}

/** Reads `(url "title")` at an offset. */
function inlineTarget(text: string, from: number): LinkTarget | undefined {
  if (text[from] !== '(') return undefined;
  const start = skipWhitespace(text, from + 1);
  const isBracketed = text[start] === '<';
  const urlEnd = isBracketed ? endOfBracketedUrl(text, start) : endOfBareUrl(text, start);
  if (urlEnd < 0) return undefined;
  const titleStart = skipWhitespace(text, urlEnd);
  const titleEnd = titleStart === urlEnd ? titleStart : endOfTitle(text, titleStart);
  const end = skipWhitespace(text, titleEnd);
  if (text[end] !== ')') return undefined;
  const url = isBracketed ? text.slice(start + 1, urlEnd - 1).trim() : text.slice(start, urlEnd);
  return {
    href: escapeHref(unescapeText(url)),
    title: escapeHtml(unescapeText(text.slice(titleStart + 1, titleEnd - 1))),
    end: end + 1,
  };
}

/** Reads `[label]`, `[]` or nothing at an offset; undefined if the label, or the text of the bracket, is not defined. */
function referenceTarget(
  text: string,
  from: number,
  bracket: OpenBracket,
  context: InlineContext,
): LinkTarget | undefined {
  if (context.references === undefined) return undefined;
  const length = matchLengthAt(LABEL, text, from);
  let label = text.slice(from + 1, from + length - 1).trim();
  if (label.length > MAX_LABEL_CHARS) label = '';
  if (label === '') {
    if (bracket.hasBracketInside) return undefined;
    label = text.slice(bracket.contentStart, from - 1);
  }
  const reference = context.references[normalizeLabel(label)];
  return reference && { href: reference.href, title: escapeHtml(reference.title), end: from + length };
}

/** The end of a URL without angle brackets; -1 if there is none. Parentheses inside it must balance. */
function endOfBareUrl(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      if (at + 1 < text.length && isAsciiPunctuation(text.charCodeAt(at + 1))) at++;
    } else if (code === OPEN_PAREN) {
      if (++depth > MAX_PAREN_DEPTH) return -1;
    } else if (code === CLOSE_PAREN) {
      if (depth-- === 0) return at;
    } else if (isAsciiWhitespace(code)) {
      return at > from ? at : -1;
    }
  }
  return -1;
}

/** The end of a URL in angle brackets; -1 if it is not closed. */
function endOfBracketedUrl(text: string, from: number): number {
  const length = matchLengthAt(BRACKETED_URL, text, from);
  return length > 0 && from + length < text.length ? from + length : -1;
}

/** The end of a title in quotes or parentheses; the same offset if there is none. */
function endOfTitle(text: string, from: number): number {
  const closer = TITLE_CLOSERS[text.charAt(from)];
  let end = from;
  if (closer === undefined) return end;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === closer) return at + 1;
    if (character === '(' && closer === ')') break;
    if (character !== '\\' || !isAsciiPunctuation(characterAt(text, at + 1))) continue;
    at++;
    // If no other closer follows, cmark accepts an escaped one.
    if (text[at] === closer) end = at + 1;
  }
  return end;
}

function skipWhitespace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isAsciiWhitespace(text.charCodeAt(at))) at++;
  return at;
}

const TITLE_CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };
const BRACKETED_URL = /<(?:\\[\s\S]|[^\\\n<>])*>/y;
const LABEL = /\[(?:\\[!-/:-@[-`{-~]|\\(?![!-/:-@[-`{-~])|[^[\]\\])*\]/y;
const MAX_LABEL_CHARS = 1000;
const MAX_PAREN_DEPTH = 32;
