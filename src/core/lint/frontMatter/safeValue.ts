import type { Key } from '../../entry/entry.ts';
import { SPACE } from '../../text/charCodes.ts';
import { isQuote } from './yamlScalar.ts';

// Each value is tested as a whole, not line by line: every archive has tens of thousands of lines of front matter.

/**
 * Whether the value is obviously valid YAML, so that it need not be parsed: a plain scalar on one or more lines, a simple quoted
 * scalar, a list of plain scalars, or a mapping of such scalars on indented lines.
 */
export function isSafeValue(text: string, key: Key): boolean {
  const { from, to } = key.value;
  if (from === to) return true;
  const value = text.slice(from, to);
  if (isQuote(value.charAt(0))) return isSafeQuoted(value);
  if (!isBelow(text, key)) return PLAIN_START.test(value) && !UNSAFE_LINE.test(value);
  return value.startsWith('- ') ? !UNSAFE_ITEM.test(value) : isSafeMapping(text, from, to);
}

/** Whether the value starts on a line below its key. */
function isBelow(text: string, { nameSpan, value: { from } }: Key): boolean {
  const isRightAfterColon = from === nameSpan.to + 2 && text.charCodeAt(from - 1) === SPACE; // nearly always
  return !isRightAfterColon && text.slice(nameSpan.to, from).includes('\n');
}

/** What a plain scalar may start with: a letter, a digit or a slash. */
const START = '[A-Za-z0-9/\\u00c0-\\u1fff\\u3041-\\ud7ff]';
const PLAIN_START = new RegExp(`^${START}`);

/** What a plain scalar must not contain: control characters, `: `, and ` #` but at the start of a line. */
const UNSAFE = '[\\0-\\t\\v-\\x1f\\x7f-\\x9f]|:(?:[ \\n]|$)| #(?<!\\n *#)';

/** The same, or a line that is blank or not indented. */
const UNSAFE_LINE = new RegExp(`${UNSAFE}|\\n(?! +[^ \\n])`);

/** The same, or a line that is not a plain scalar after a hyphen. */
const UNSAFE_ITEM = new RegExp(`${UNSAFE}|(?:^|\\n)(?!- ${START})`);

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
    if (depth > indent ? !(mayContinue && isSafePart(text.slice(start, end))) : depth < indent) return false;
    if (depth === indent) {
      const name = /^[\w-]+: +/.exec(text.slice(start, end))?.[0];
      if (name === undefined || names.has(name)) return false;
      names.add(name);
      const value = text.slice(start + name.length, end);
      mayContinue = !isQuote(value.charAt(0));
      if (mayContinue ? !(PLAIN_START.test(value) && isSafePart(value)) : !isSafeQuoted(value)) return false;
    }
    at = end + 1;
  }
  return indent > 0;
}

/** Whether a line of a plain scalar is valid. */
function isSafePart(line: string): boolean {
  return line !== '' && !UNSAFE_LINE.test(line);
}

/** Where the text of an indented line starts; undefined without indentation. */
function skipIndent(text: string, from: number, to: number): number | undefined {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at > from ? at : undefined;
}

function isSafeQuoted(value: string): boolean {
  return value.startsWith('"') ? SAFE_DOUBLE.test(value) : SAFE_SINGLE.test(value);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for, and a class of Unicode is slower.
const SAFE_DOUBLE = /^"(?:[^"\\\0-\x1f\x7f-\x9f]|\n )*"$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SAFE_SINGLE = /^'(?:[^'\\\0-\x1f\x7f-\x9f]|''|\n )*'$/;

function lineEnd(text: string, from: number, to: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 || end > to ? to : end;
}
