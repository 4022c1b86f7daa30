import type { FrontMatter, Key } from '../../entry/entry.ts';
import { CARRIAGE_RETURN, HYPHEN, LINE_FEED, SPACE, TAB } from '../../text/charCodes.ts';
import { endOfLine } from '../../text/lineBounds.ts';
import type { Edit, Span } from '../../text/text.ts';
import type { Finding } from '../rule.ts';
import { isQuote } from './yamlScalar.ts';

/** Reports tabs in the indentation, at which the site's YAML reader fails, though others accept some of them. */
export function tabFindings(text: string, { content, keys }: FrontMatter): readonly Finding[] {
  const firstTab = text.indexOf('\t', content.from);
  if (firstTab < 0 || firstTab >= content.to) return [];
  const indents: Span[] = [];
  let nextKey = 0;
  for (let at = content.from; at < content.to; ) {
    const end = Math.min(endOfLine(text, at), content.to);
    while (nextKey < keys.length && (keys[nextKey]?.from ?? end) < at) nextKey++;
    const indent = indentAt(text, at, end, keys[nextKey - 1]);
    const isKeyLine = keys[nextKey]?.from === indent.to; // reported as an indented key
    if (!isKeyLine && isForbidden(text, indent, keys[nextKey - 1])) indents.push(indent);
    at = text.indexOf('\n', end) + 1 || content.to;
  }
  const edits = indents.map((indent) => ({ ...indent, text: spacesFor(text, indent) }));
  return indents.map((indent) => tabFinding(text, indent, edits));
}

/** The whitespace at the start of a line and, in a list, the hyphen and the whitespace after it. */
function indentAt(text: string, from: number, lineEnd: number, key: Key | undefined): Span {
  const to = endOfWhitespace(text, from, lineEnd);
  const isItem = key?.value.from === key?.value.to || (key && isBelow(text, key));
  const afterHyphen = isItem && text.charCodeAt(to) === HYPHEN ? endOfWhitespace(text, to + 1, lineEnd) : to;
  return { from, to: text.slice(to, afterHyphen).includes('\t') ? afterHyphen : to };
}

function endOfWhitespace(text: string, from: number, lineEnd: number): number {
  let to = from;
  while (to < lineEnd && (text.charCodeAt(to) === SPACE || text.charCodeAt(to) === TAB)) to++;
  return to;
}

/** Whether the value starts on a line below its key. */
function isBelow(text: string, { nameSpan, value }: Key): boolean {
  return text.slice(nameSpan.to, value.from).includes('\n');
}

/** Whether the indentation contains a tab where YAML allows none: anywhere but in quotes, brackets and the text of a block scalar. */
function isForbidden(text: string, { from, to }: Span, key: Key | undefined): boolean {
  const tab = text.slice(from, to).indexOf('\t');
  if (tab < 0) return false;
  if (!key || to <= key.value.from) return true;
  const { value } = key;
  const first = text.charAt(value.from);
  const isPlain = value.from < value.to && !isQuote(first) && !'[{|>'.includes(first);
  if (from > value.to) return tab === 0 || !isPlain;
  if (!isPlain && first !== '|' && first !== '>') return false;
  return isBelow(text, key) || tab === 0 || ((first === '|' || first === '>') && isFirstTextLine(text, from, value));
}

/** Whether nothing but blank lines comes between the first line of the value and this line. */
function isFirstTextLine(text: string, lineStart: number, { from }: Span): boolean {
  return text.slice(endOfLine(text, from), lineStart).trim() === '';
}

/** Two spaces for each tab; nothing on a blank line. */
function spacesFor(text: string, { from, to }: Span): string {
  return isLineBreak(text.charCodeAt(to)) ? '' : text.slice(from, to).replaceAll('\t', '  ');
}

function tabFinding(text: string, indent: Span, edits: readonly Edit[]): Finding {
  const message = 'Tab in the indentation: YAML indents with spaces.';
  if (isLineBreak(text.charCodeAt(indent.to))) {
    return { ...indent, message, fix: { title: 'Remove the tab', edits: [{ ...indent, text: '' }] } };
  }
  return { ...indent, message, suggestions: [{ title: 'Indent with spaces', edits }] };
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
