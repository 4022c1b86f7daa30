import type { Entry, Key } from '../../entry/entry.ts';
import { keyOf } from '../../entry/frontMatter.ts';
import { lineBreakOf, quoted } from '../../lint/frontMatter/frontMatterEdits.ts';
import type { Edit } from '../../text/text.ts';

/**
 * The edit that gives a key of the front matter a value, written as YAML. Where there is no such key it is added at the
 * end; where there is no front matter, that too.
 */
export function valueEdit({ text, frontMatter }: Entry, name: string, value: string): Edit {
  const newLine = lineBreakOf(text);
  if (!frontMatter) {
    const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { from, to: from, text: `---${newLine}${name}: ${value}${newLine}---${newLine}${newLine}` };
  }
  const key = keyOf(frontMatter, name);
  if (key) return replaceValue(text, key, value);
  const { content, close } = frontMatter;
  if (content.from === content.to || !close) {
    return { from: content.from, to: content.from, text: `${name}: ${value}${newLine}` };
  }
  return { from: content.to, to: content.to, text: `${newLine}${name}: ${value}` };
}

function replaceValue(text: string, { value: { from, to } }: Key, value: string): Edit {
  const before = from === to && text[from - 1] === ':' ? ' ' : '';
  const behind = from === to && text[to] === '#' ? ' ' : '';
  return { from, to, text: before + value + behind };
}

/** The text as a YAML value: plain where it can be, else in single quotes. */
export function yamlText(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

/**
 * Whether YAML reads the text as itself without quotes. A text that starts with a letter or a currency sign and holds a
 * space is no number, date or truth value.
 */
function isPlain(text: string): boolean {
  return /^[\p{L}$£€][^\r\n\t]*$/u.test(text) && text.includes(' ') && !/^\s|\s$|:(?:\s|$)|\s#/.test(text);
}
