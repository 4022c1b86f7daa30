import type { Entry, Key } from '../../entry/entry.ts';
import { findKey } from '../../entry/keys.ts';
import { singleQuoted } from '../../lint/frontMatter/yamlScalar.ts';
import { lineBreakOf } from '../../text/lineBounds.ts';
import type { Edit } from '../../text/text.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** The edit that sets a key to a value, written as YAML. Adds the key at the end, or the whole front matter, if missing. */
export function valueEdit({ text, frontMatter }: Entry, name: string, value: string): Edit {
  const lineBreak = lineBreakOf(text);
  if (!frontMatter) {
    const from = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    const lines = ['---', `${name}: ${value}`, '---', '', ''];
    return { from, to: from, text: lines.join(lineBreak) };
  }
  const { content, close } = frontMatter;
  const key = findKey(frontMatter, name);
  if (key) return replaceValue(text, key, value, close !== undefined);
  if (content.from === content.to || !close) {
    return { from: content.from, to: content.from, text: `${name}: ${value}${lineBreak}` };
  }
  return { from: content.to, to: content.to, text: `${lineBreak}${name}: ${value}` };
}

/** Replaces a value. An empty one gets the spaces that separate it from its colon and its comment. */
function replaceValue(text: string, key: Key, value: string, isClosed: boolean): Edit {
  const { from } = key.value;
  const to = endOfReplaced(text, key, isClosed);
  const before = from === to && text[from - 1] === ':' ? ' ' : '';
  const after = from === to && text[to] === '#' ? ' ' : '';
  return { from, to, text: before + value + after };
}

/** Of a value whose closing quote is missing, so that it extends over other keys or the body, only the first line is replaced. */
function endOfReplaced(text: string, { value: { from, to } }: Key, isClosed: boolean): number {
  const written = text.slice(from, to);
  const lineEnd = written.search(/\r?\n/);
  return lineEnd >= 0 && (!isClosed || /\n[\w-]+:(?:\s|$)/.test(written)) ? from + lineEnd : to;
}

/** The text as a YAML scalar: plain if possible, or else in single quotes. */
export function yamlScalar(text: string): string {
  return canBePlain(text) ? text : singleQuoted(text);
}

/**
 * Whether YAML reads the text as itself without quotes. A text that starts with a letter or a currency sign and contains a space cannot
 * be read as a number, date or boolean.
 */
function canBePlain(text: string): boolean {
  return /^[\p{L}$£€][^\r\n\t]*$/u.test(text) && text.includes(' ') && !/^\s|\s$|:(?:\s|$)|\s#/.test(text);
}
