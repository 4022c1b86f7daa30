import type { Key } from '../../entry/entry.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import { SLASH, SPACE } from '../../text/charCodes.ts';
import { isQuote } from './yamlScalar.ts';

/**
 * Whether the value is obviously valid YAML, so that it need not be parsed: a plain scalar on one or more lines, a simple quoted
 * scalar, a list of plain scalars, or a mapping of such scalars on indented lines.
 */
export function isSafeValue(text: string, { nameSpan, value: { from, to } }: Key): boolean {
  if (from === to) return true;
  if (isQuote(text.charAt(from))) return isSafeQuoted(text, from, to);
  const isBelow = text.slice(nameSpan.to, from).includes('\n');
  if (isBelow) return text.startsWith('- ', from) ? isSafeList(text, from, to) : isSafeMapping(text, from, to);
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    const start = at === from ? at : skipIndent(text, at, end);
    if (start === undefined || !isSafePlain(text, start, end, at === from)) return false;
    at = end + 1;
  }
  return true;
}

function isSafeList(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    if (!text.startsWith('- ', at) || !isSafePlain(text, at + 2, end, true)) return false;
    at = end + 1;
  }
  return true;
}

/**
 * `  twitter: "/public/a.jpg"`: all lines have the same indentation, except that lines which continue a plain value are indented
 * deeper. The first line's indentation is before `from`.
 */
function isSafeMapping(text: string, from: number, to: number): boolean {
  const indent = from - 1 - text.lastIndexOf('\n', from - 1);
  const names = new Set<string>();
  let mayContinue = false;
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    const start = at === from ? at : skipIndent(text, at, end);
    if (start === undefined) return false;
    const depth = at === from ? indent : start - at;
    if (depth > indent ? !(mayContinue && isSafePlain(text, start, end, false)) : depth < indent) return false;
    if (depth === indent) {
      const name = /^[\w-]+: +/.exec(text.slice(start, end))?.[0];
      if (name === undefined || names.has(name)) return false;
      names.add(name);
      const value = start + name.length;
      mayContinue = !isQuote(text.charAt(value));
      if (mayContinue ? !isSafePlain(text, value, end, true) : !isSafeQuoted(text, value, end)) return false;
    }
    at = end + 1;
  }
  return indent > 0;
}

/** Where the text of an indented line starts; undefined without indentation. */
function skipIndent(text: string, from: number, to: number): number | undefined {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at > from ? at : undefined;
}

/** Whether a plain scalar contains neither `: ` nor ` #`, and starts with a letter, a digit or a slash. */
function isSafePlain(text: string, from: number, to: number, isStart: boolean): boolean {
  if (from >= to) return false;
  const first = text.charCodeAt(from);
  if (isStart && !isLetter(first) && !isDigit(first) && first !== SLASH) return false;
  return !UNSAFE.test(text.slice(from, to));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for, and a class of Unicode is slower.
const UNSAFE = /[\0-\x1f\x7f-\x9f]|:(?: |$)| #/;

function isSafeQuoted(text: string, from: number, to: number): boolean {
  const raw = text.slice(from, to);
  return raw.startsWith('"') ? SAFE_DOUBLE.test(raw) : SAFE_SINGLE.test(raw);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SAFE_DOUBLE = /^"(?:[^"\\\0-\x1f\x7f-\x9f]|\n )*"$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SAFE_SINGLE = /^'(?:[^'\\\0-\x1f\x7f-\x9f]|''|\n )*'$/;

function lineEnd(text: string, from: number, to: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 || end > to ? to : end;
}
