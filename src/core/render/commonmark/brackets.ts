import { characterAt, isAsciiPunctuation, lengthOfMatch } from './characters.ts';
import { inertRun, pairRuns } from './delimiters.ts';
import { escapeHref, escapeHtml, normalizeLabel, unescapeText } from './escape.ts';
import { type Bracket, flush, type InlineContext, plainOf, push, type Scan, tag } from './scan.ts';

/** Where a link leads: `href` and `title` ready for an attribute, and the offset behind what said so. */
interface Target {
  readonly href: string;
  readonly title: string;
  readonly end: number;
}

/** Reads a `[` or `![`. */
export function openBracket(scan: Scan, isImage: boolean): void {
  const run = inertRun(isImage ? '![' : '[');
  push(scan, run);
  scan.at += run.character.length;
  const before = scan.brackets.at(-1);
  if (before !== undefined) before.hasBracketInside = true;
  const { at: inside, pieces, runs } = scan;
  scan.brackets.push({ run, isImage, inside, pieces: pieces.length, runs: runs.length, hasBracketInside: false });
  if (!isImage) scan.linksMayClose = true;
}

/** Reads a `]`: the end of a link, an image or a footnote reference, or nothing but itself. */
export function closeBracket(scan: Scan, context: InlineContext): void {
  const bracket = scan.brackets.pop();
  const label = scan.at;
  scan.at++;
  if (bracket !== undefined && (bracket.isImage || scan.linksMayClose)) {
    const target = inlineTarget(scan.text, scan.at) ?? referenceTarget(scan.text, scan.at, bracket, context);
    if (target !== undefined) {
      finish(scan, bracket, target);
      return;
    }
    if (scan.text[bracket.inside] === '^' && label > bracket.inside + 1) {
      enclosed(scan, bracket);
      scan.pieces.length = bracket.pieces - 1;
      scan.pieces.push({ label: scan.text.slice(bracket.inside + 1, label) });
      return;
    }
  }
  scan.pending += ']';
}

function finish(scan: Scan, bracket: Bracket, { href, title, end }: Target): void {
  enclosed(scan, bracket);
  scan.at = end;
  const titled = title === '' ? '' : ` title="${title}"`;
  if (bracket.isImage) {
    const plain = plainOf(scan.pieces.slice(bracket.pieces));
    scan.pieces.length = bracket.pieces - 1;
    scan.pieces.push({ html: `<img src="${href}" alt="${plain}"${titled} />`, plain });
    return;
  }
  const link = { open: `<a href="${href}"${titled}>`, close: '</a>' };
  bracket.run.left = 0;
  bracket.run.opens.push(link);
  scan.pieces.push(tag([], [link]));
  scan.linksMayClose = false;
}

/** Makes all that the bracket encloses into pieces whose delimiters pair among themselves. */
function enclosed(scan: Scan, bracket: Bracket): void {
  flush(scan);
  pairRuns(scan.runs, bracket.runs);
}

/** `(address "title")` at the offset. */
function inlineTarget(text: string, from: number): Target | undefined {
  if (text[from] !== '(') return undefined;
  const start = skipSpace(text, from + 1);
  const addressEnd = text[start] === '<' ? endOfPointed(text, start) : endOfAddress(text, start);
  if (addressEnd < 0) return undefined;
  const titleStart = skipSpace(text, addressEnd);
  const titleEnd = titleStart === addressEnd ? titleStart : endOfTitle(text, titleStart);
  const end = skipSpace(text, titleEnd);
  if (text[end] !== ')') return undefined;
  const address = text[start] === '<' ? text.slice(start + 1, addressEnd - 1).trim() : text.slice(start, addressEnd);
  return {
    href: escapeHref(unescapeText(address)),
    title: escapeHtml(unescapeText(text.slice(titleStart + 1, titleEnd - 1))),
    end: end + 1,
  };
}

/** `[label]`, `[]` or nothing at the offset, where a definition of the label, or of the bracket's text, exists. */
function referenceTarget(text: string, from: number, bracket: Bracket, context: InlineContext): Target | undefined {
  if (context.references === undefined) return undefined;
  const length = lengthOfMatch(LABEL, text, from);
  let label = text.slice(from + 1, from + length - 1).trim();
  if (label.length > LABEL_LIMIT) label = '';
  if (label === '') {
    if (bracket.hasBracketInside) return undefined;
    label = text.slice(bracket.inside, from - 1);
  }
  const reference = context.references[normalizeLabel(label)];
  return reference && { href: reference.href, title: escapeHtml(reference.title), end: from + length };
}

/** Behind an address without angle brackets; -1 if there is none. Its own round brackets must match. */
function endOfAddress(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) {
      if (at + 1 < text.length && isAsciiPunctuation(text.charCodeAt(at + 1))) at++;
    } else if (code === 0x28) {
      if (++depth > DEPTH_LIMIT) return -1;
    } else if (code === 0x29) {
      if (depth-- === 0) return at;
    } else if (code === 32 || (code >= 9 && code <= 13)) {
      return at > from ? at : -1;
    }
  }
  return -1;
}

/** Behind an address in angle brackets; -1 if it is not closed. */
function endOfPointed(text: string, from: number): number {
  const length = lengthOfMatch(POINTED, text, from);
  return length > 0 && from + length < text.length ? from + length : -1;
}

/** Behind a title in quotes or round brackets; the same offset if there is none. */
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
    // For want of a better one, an escaped closer will do.
    if (text[at] === closer) end = at + 1;
  }
  return end;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13)) break;
    at++;
  }
  return at;
}

const TITLE_CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };
const POINTED = /<(?:\\[\s\S]|[^\\\n<>])*>/y;
const LABEL = /\[(?:\\[!-/:-@[-`{-~]|\\(?![!-/:-@[-`{-~])|[^[\]\\])*\]/y;
const LABEL_LIMIT = 1000;
const DEPTH_LIMIT = 32;
