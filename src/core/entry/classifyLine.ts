import { isAsciiLetter, isDigit } from '../text/characters.ts';
import {
  ASTERISK,
  CARRIAGE_RETURN,
  CLOSE_PAREN,
  DIGIT_0,
  DIGIT_9,
  FULL_STOP,
  GREATER_THAN,
  HASH,
  HYPHEN,
  NO_BREAK_SPACE,
  OPEN_BRACKET,
  PLUS,
  SLASH,
  SPACE,
  TAB,
  UNDERSCORE,
} from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { BlockKind, Label } from './entry.ts';

/** A line of a body, classified by its first characters alone. It may turn out to continue the block above. */
export interface Line extends Span {
  readonly kind: BlockKind | 'blank';
  readonly indent: number;
  readonly marker: Span | undefined;
  readonly label: Label | undefined;
  /** The offset of the text after marker and label. */
  readonly contentStart: number;
}

/**
 * Classifies the line between the offsets; `to` is before its line break. The text is that of an entry with everything that is not prose
 * masked, so that code and HTML need no attention.
 */
export function classifyLine(text: string, from: number, to: number): Line {
  const start = skipInlineSpaces(text, from, to);
  if (start === to) return unmarkedLine('blank', from, to, start);
  const first = text.charCodeAt(start);
  if (first >= DIGIT_0 && first <= DIGIT_9) return labelledOrOrdered(text, from, to, start);

  switch (first) {
    case ASTERISK:
    case HYPHEN:
    case PLUS:
    case UNDERSCORE:
      return emphasisOrBullet(text, from, to, start);
    case HASH: {
      const end = endOfRun(text, start, to);
      const isHeading = end - start <= 6 && (end === to || isInlineSpace(text.charCodeAt(end)));
      return isHeading ? markedLine('heading', text, from, to, start, end) : unmarkedLine('paragraph', from, to, start);
    }
    case GREATER_THAN:
      return markedLine('quote', text, from, to, start, start + 1);
    case OPEN_BRACKET:
      return unmarkedLine(isFootnote(text, start, to) ? 'footnote' : 'paragraph', from, to, start);
    default:
      return labelledOrOrdered(text, from, to, start);
  }
}

/** A line without marker and label; `start` is the offset of its text. */
export function unmarkedLine(kind: Line['kind'], from: number, to: number, start: number): Line {
  return { kind, from, to, indent: start - from, marker: undefined, label: undefined, contentStart: start };
}

function emphasisOrBullet(text: string, from: number, to: number, start: number): Line {
  if (isDivider(text, start, to)) return unmarkedLine('divider', from, to, start);
  const first = text.charCodeAt(start);
  if (first !== UNDERSCORE && start + 1 < to && isInlineSpace(text.charCodeAt(start + 1))) {
    return markedLine('bullet', text, from, to, start, start + 1);
  }
  if (first !== ASTERISK) return unmarkedLine('paragraph', from, to, start);
  if (text.charCodeAt(start + 1) === ASTERISK) return unmarkedLine('note', from, to, start);
  return unmarkedLine(isSignoff(text, start, to) ? 'signoff' : 'paragraph', from, to, start);
}

function labelledOrOrdered(text: string, from: number, to: number, start: number): Line {
  const label = labelAt(text, start, to);
  if (label) {
    const contentStart = skipInlineSpaces(text, label.to, to);
    const kind = label.kind === 'poll' || label.kind === 'named' ? label.kind : 'section';
    return { kind, from, to, indent: start - from, marker: undefined, label, contentStart };
  }
  const numberEnd = endOfNumber(text, start, to);
  const afterNumber = numberEnd > start && numberEnd < to ? text.charCodeAt(numberEnd) : 0;
  if (afterNumber === FULL_STOP || afterNumber === CLOSE_PAREN) {
    const end = numberEnd + 1;
    if (end === to || isInlineSpace(text.charCodeAt(end))) return markedLine('ordered', text, from, to, start, end);
  }
  return unmarkedLine('paragraph', from, to, start);
}

/** A line that starts with a Markdown marker, which a label may follow: `* poll/ `. */
function markedLine(kind: BlockKind, text: string, from: number, to: number, start: number, end: number): Line {
  const afterMarker = skipInlineSpaces(text, end, to);
  const label = kind === 'bullet' || kind === 'ordered' ? labelAt(text, afterMarker, to) : undefined;
  const contentStart = label ? skipInlineSpaces(text, label.to, to) : afterMarker;
  const marker = { from: start, to: end };
  return { kind, from, to, indent: start - from, marker, label, contentStart };
}

/**
 * `1/`, `TK/`, `poll/`, `exit poll/`, and mistyped forms: `2 /`, `7//`, `6/**`, `2 **`, `tK10 **`. Without its slash, a label is
 * recognized only before a bold headline.
 */
function labelAt(text: string, from: number, to: number): Label | undefined {
  if (from >= to) return undefined;
  const first = text.charCodeAt(from);
  if (first < DIGIT_0) return undefined; // as the asterisks of nearly every headline
  const end = endOfNumber(text, from, to);
  if (end === from && !isAsciiLetter(first)) return undefined;
  if (end > from && end < to) {
    const next = text.charCodeAt(end);
    if (next === FULL_STOP || next === CLOSE_PAREN) return undefined; // as in an ordered list
    if (next === SLASH && end - from <= 3 && end + 1 < to && text.charCodeAt(end + 1) === SPACE) {
      const name = { from, to: end };
      return { kind: 'number', from, to: end + 1, name };
    }
  }
  const head = text.slice(from, Math.min(to, from + MAX_LABEL_CHARS));
  if (head.indexOf('/') < 0 && head.indexOf('**') < 0) return undefined;
  const match = LABEL.exec(head);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const slash = match[2] ?? '';
  const kind = labelKind(name);
  if (kind === 'named' && !/^\/ +(?:\*|["“”A-Z])/.test(head.slice(name.length))) return undefined;
  if (kind === 'named' && !/^[a-z]+( [a-z]+){0,2}$/i.test(name)) return undefined;
  if (kind === 'number' && isDigit(head.charCodeAt(name.length + slash.length))) return undefined; // 1/2 of them
  if (slash === '' && !/^ ?\*\*\S/.test(head.slice(name.length))) return undefined;
  const nameSpan = { from, to: from + name.length };
  return { kind, from, to: nameSpan.to + slash.length, name: nameSpan };
}

/** Enough for a label and the start of a headline. */
const MAX_LABEL_CHARS = 40;

/** The name and the slash of a label. */
const LABEL = /^(\d{1,3}|(?:TK|Tk|tK|KT)\d*|[A-Za-z]+(?: [A-Za-z]+){0,2})([ \u00a0]?\/+)?/;

function labelKind(name: string): Label['kind'] {
  if (/^\d/.test(name)) return 'number';
  if (/^(?:TK|Tk|tK|KT)\d*$/.test(name)) return 'placeholder';
  return /^poll$/i.test(name) ? 'poll' : 'named';
}

function isDivider(text: string, from: number, to: number): boolean {
  const first = text[from];
  if (text[to - 1] !== first && !isInlineSpace(text.charCodeAt(to - 1))) return false; // rules out nearly every bullet
  let count = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === first) count++;
    else if (!isInlineSpace(text.charCodeAt(at))) return false;
  }
  return count >= 3;
}

function isSignoff(text: string, from: number, to: number): boolean {
  let end = to;
  while (end > from && (isInlineSpace(text.charCodeAt(end - 1)) || text[end - 1] === '.')) end--;
  return end - from > 2 && text[end - 1] === '*' && text.indexOf('*', from + 1) >= end - 1 && !isCorrection(text, from);
}

/** Whether a line in italics corrects the item above instead of closing the entry: `*Correction, Jan 31: She left on Monday.*` */
function isCorrection(text: string, from: number): boolean {
  return /^\*(?:Correct(?:ion|ed)|Clarification|Updated?)\b/.test(text.slice(from, from + 16));
}

function isFootnote(text: string, from: number, to: number): boolean {
  return text[from + 1] === '^' && text.slice(from, Math.min(to, from + 24)).includes(']:');
}

/** The end of a run of the character at `from`. */
function endOfRun(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  let at = from;
  while (at < to && text.charCodeAt(at) === first) at++;
  return at;
}

function endOfNumber(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) >= DIGIT_0 && text.charCodeAt(at) <= DIGIT_9) at++;
  return at;
}

function skipInlineSpaces(text: string, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > SPACE ? code !== NO_BREAK_SPACE : !isInlineSpace(code)) break;
  }
  return at;
}

/** Whitespace within a line; a carriage return may be left of the line break. */
function isInlineSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === CARRIAGE_RETURN || code === NO_BREAK_SPACE;
}
