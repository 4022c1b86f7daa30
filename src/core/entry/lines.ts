import { isDigit } from '../text/characters.ts';
import type { Span } from '../text/text.ts';
import type { BlockKind, Label } from './entry.ts';

/** One line of a body by its first characters, before it is known whether it only continues the block above. */
export interface Line extends Span {
  readonly kind: BlockKind | 'blank';
  readonly indent: number;
  readonly marker: Span | undefined;
  readonly label: Label | undefined;
  /** Where the text behind marker and label starts. */
  readonly text: number;
}

/** What the line from `from` to `to` (without its break) is. */
export function classifyLine(text: string, from: number, to: number): Line {
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  if (start === to) return plain('blank', from, to, start);

  switch (text.charCodeAt(start)) {
    case ASTERISK:
    case HYPHEN:
    case PLUS:
    case UNDERSCORE:
      return emphasisOrBullet(text, from, to, start);
    case HASH: {
      const end = endOfRun(text, start, to);
      const isHeading = end - start <= 6 && (end === to || isSpace(text.charCodeAt(end)));
      return isHeading ? marked('heading', text, from, to, start, end) : plain('paragraph', from, to, start);
    }
    case GREATER:
      return marked('quote', text, from, to, start, start + 1);
    case LESS:
      return plain(text.startsWith('<!--', start) ? 'marker' : 'html', from, to, start);
    case BRACE:
      return plain(text[start + 1] === '%' ? 'tweet' : 'paragraph', from, to, start);
    case BRACKET:
      return plain(isFootnote(text, start, to) ? 'footnote' : 'paragraph', from, to, start);
    case BACKTICK:
    case TILDE:
      return plain(isFence(text, start, to) ? 'code' : 'paragraph', from, to, start);
    default:
      return labelledOrOrdered(text, from, to, start);
  }
}

const HASH = 35;
const ASTERISK = 42;
const PLUS = 43;
const HYPHEN = 45;
const LESS = 60;
const GREATER = 62;
const BRACKET = 91;
const UNDERSCORE = 95;
const BACKTICK = 96;
const BRACE = 123;
const TILDE = 126;

function plain(kind: Line['kind'], from: number, to: number, start: number): Line {
  return { kind, from, to, indent: start - from, marker: undefined, label: undefined, text: start };
}

function emphasisOrBullet(text: string, from: number, to: number, start: number): Line {
  if (isDivider(text, start, to)) return plain('divider', from, to, start);
  const sign = text.charCodeAt(start);
  if (sign !== UNDERSCORE && start + 1 < to && isSpace(text.charCodeAt(start + 1))) {
    return marked('bullet', text, from, to, start, start + 1);
  }
  if (sign !== ASTERISK) return plain('paragraph', from, to, start);
  if (text.charCodeAt(start + 1) === ASTERISK) return plain('note', from, to, start);
  return plain(isSignoff(text, start, to) ? 'signoff' : 'paragraph', from, to, start);
}

function labelledOrOrdered(text: string, from: number, to: number, start: number): Line {
  const label = labelAt(text, start, to);
  if (label) {
    const rest = skipSpaces(text, label.to, to);
    return { kind: kindOf(label), from, to, indent: start - from, marker: undefined, label, text: rest };
  }
  const number = endOfNumber(text, start, to);
  if (number > start && (text[number] === '.' || text[number] === ')')) {
    const end = number + 1;
    if (end === to || isSpace(text.charCodeAt(end))) return marked('ordered', text, from, to, start, end);
  }
  return plain('paragraph', from, to, start);
}

/** A line whose marker Markdown takes off; a label may follow: `* poll/ `. */
function marked(kind: BlockKind, text: string, from: number, to: number, start: number, end: number): Line {
  const after = skipSpaces(text, end, to);
  const label = kind === 'bullet' || kind === 'ordered' ? labelAt(text, after, to) : undefined;
  const rest = label ? skipSpaces(text, label.to, to) : after;
  const marker = { from: start, to: end };
  return { kind, from, to, indent: start - from, marker, label, text: rest };
}

/**
 * `1/`, `TK/`, `poll/`, `exit poll/`, and what fingers make of them: `2 /`, `7//`, `6/**`, `2 **`, `tK10 **`. Without
 * its slash only a label before a bold headline is one.
 */
function labelAt(text: string, from: number, to: number): Label | undefined {
  if (!mayBeLabel(text, from, to)) return undefined;
  const end = endOfNumber(text, from, to);
  if (end > from && end - from <= 3 && text.startsWith('/ ', end) && end + 2 <= to) {
    const name = { from, to: end };
    return { kind: 'number', from, to: end + 1, name };
  }
  const head = text.slice(from, Math.min(to, from + 40));
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
  const named = { from, to: from + name.length };
  return { kind, from, to: named.to + slash.length, name: named };
}

/** The quick way past for bullets and paragraphs: a label starts with a letter or a digit. */
function mayBeLabel(text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  const code = text.charCodeAt(from);
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** Its name and its slash. */
const LABEL = /^(\d{1,3}|(?:TK|Tk|tK|KT)\d*|[A-Za-z]+(?: [A-Za-z]+){0,2})([ \u00a0]?\/+)?/;

function labelKind(name: string): Label['kind'] {
  if (/^\d/.test(name)) return 'number';
  if (/^(?:TK|Tk|tK|KT)\d*$/.test(name)) return 'placeholder';
  return /^poll$/i.test(name) ? 'poll' : 'named';
}

function kindOf(label: Label): BlockKind {
  return label.kind === 'poll' || label.kind === 'named' ? label.kind : 'section';
}

function isDivider(text: string, from: number, to: number): boolean {
  const sign = text[from];
  let count = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === sign) count++;
    else if (!isSpace(text.charCodeAt(at))) return false;
  }
  return count >= 3;
}

function isSignoff(text: string, from: number, to: number): boolean {
  let end = to;
  while (end > from && (isSpace(text.charCodeAt(end - 1)) || text[end - 1] === '.')) end--;
  return end - from > 2 && text[end - 1] === '*' && text.indexOf('*', from + 1) >= end - 1;
}

function isFootnote(text: string, from: number, to: number): boolean {
  return text[from + 1] === '^' && text.slice(from, Math.min(to, from + 24)).includes(']:');
}

/** Three signs or more; behind backticks none may follow, or they are code within a line. */
function isFence(text: string, from: number, to: number): boolean {
  const end = endOfRun(text, from, to);
  return end - from >= 3 && (text[from] === '~' || !text.slice(end, to).includes('`'));
}

/** The end of a run of the character at `from`. */
function endOfRun(text: string, from: number, to: number): number {
  const sign = text.charCodeAt(from);
  let at = from;
  while (at < to && text.charCodeAt(at) === sign) at++;
  return at;
}

function endOfNumber(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at;
}

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 0xa0;
}
