import { isAsciiLetter } from '../text/characters.ts';
import { APOSTROPHE, CARRIAGE_RETURN, DOUBLE_QUOTE, FULL_STOP, HASH, HYPHEN, SPACE, TAB } from '../text/charCodes.ts';
import { endOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import type { FrontMatter, Key } from './entry.ts';
import { endOfQuote, isBlank, isComment, keyAt, misindentedKeyAt, trimEnd } from './keyLine.ts';
import { KNOWN_KEYS } from './knownKeys.ts';

/**
 * The front matter of a text that starts with a `---` line. Finds the keys by their position alone: nothing is evaluated, and an invalid
 * value does not hide the other keys. If the closing `---` is missing (so that the next one would be a divider in the body), the front
 * matter ends at its first blank line. Whitespace above the `---` is allowed if what follows is plainly front matter. Front matter in TOML,
 * between lines of `+++`, has no keys, and the first of these lines is its language.
 */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  if (text.startsWith('---', start)) return frontMatterAt(text, 0, start);
  if (text.startsWith('+++', start)) return tomlFrontMatter(text, start);
  if (!(text.charCodeAt(start) <= SPACE)) return undefined;
  let fence = start;
  while (text.charCodeAt(fence) <= SPACE) fence++;
  const frontMatter = text.startsWith('---', fence) ? frontMatterAt(text, fence, fence) : undefined;
  const isPlain = frontMatter?.close && !frontMatter.language && hasKnownKey(frontMatter);
  return isPlain ? frontMatter : undefined;
}

const BYTE_ORDER_MARK = 0xfeff;

function tomlFrontMatter(text: string, fence: number): FrontMatter | undefined {
  const fenceEnd = endOfLine(text, fence);
  if (!isBlank(text, fence + 3, fenceEnd)) return undefined;
  const from = startOfNextLine(text, fenceEnd);
  let contentEnd = from;
  for (let at = from; at < text.length; ) {
    const end = endOfLine(text, at);
    if (text.startsWith('+++', at) && isBlank(text, at + 3, end)) {
      const language = { from: fence, to: fence + 3 };
      const close = { from: at, to: at + 3 };
      return { from: 0, to: startOfNextLine(text, end), language, content: { from, to: contentEnd }, close, keys: [] };
    }
    contentEnd = end;
    at = startOfNextLine(text, end);
  }
  return undefined;
}

function hasKnownKey({ keys }: FrontMatter): boolean {
  return keys.some(({ name }) => KNOWN_KEYS.has(name));
}

/** The front matter whose opening fence is at an offset. `frontMatterStart` is before a byte order mark. */
function frontMatterAt(text: string, frontMatterStart: number, fence: number): FrontMatter | undefined {
  if (text.startsWith('-', fence + 3)) return undefined;
  const fenceEnd = endOfLine(text, fence);
  const language = trimmedSpan(text, fence + 3, fenceEnd);
  const from = startOfNextLine(text, fenceEnd);
  const indent = commonIndent(text, from);

  const keys: Key[] = [];
  let openKey: Key | undefined; // the key whose value following lines may continue
  let valueEnd = from;
  let contentEnd = from;
  let firstBlank = -1;
  const finishKey = () => {
    if (openKey) keys.push(valueEnd > openKey.to ? extendKey(text, openKey, valueEnd) : openKey);
    openKey = undefined;
  };
  for (let at = from; at < text.length; ) {
    let end = endOfLine(text, at);
    // Nearly every line starts with a letter, so that it is neither a fence nor blank, and continues nothing.
    const startsWithLetter = isAsciiLetter(text.charCodeAt(at));
    if (!startsWithLetter && isFence(text, at, end)) {
      finishKey();
      const content = { from: Math.min(from, contentEnd), to: contentEnd };
      const close = { from: at, to: at + 3 };
      return { from: frontMatterStart, to: startOfNextLine(text, end), language, content, close, keys };
    }
    if (firstBlank >= 0 && startsBody(text, at, end)) break;
    if (!startsWithLetter && isBlank(text, at, end)) {
      if (firstBlank < 0) firstBlank = at;
    } else {
      const start = indent > 0 && isBlank(text, at, at + indent) ? at + indent : at;
      const isContinued = !startsWithLetter && isContinuation(text, start, end);
      const canHoldKey = !isContinued || !openKey || (valueEnd <= openKey.to && endsOnItsLine(text, openKey));
      const key = !isContinued ? keyAt(text, start, end) : canHoldKey ? misindentedKeyAt(text, at, end) : undefined;
      if (isContinued && openKey && !key) {
        if (firstBlank < 0 && indent === 0) end = endOfContinuation(text, end);
        valueEnd = end;
      } else {
        finishKey();
        const close = key && endOfMultilineQuote(text, key);
        if (key && close !== undefined) {
          if (firstBlank < 0) firstBlank = firstBlankLine(text, end, close);
          end = endOfLine(text, close);
          keys.push({ ...key, to: end, value: { from: key.value.from, to: close } });
        } else {
          openKey = key;
        }
      }
    }
    contentEnd = end;
    at = startOfNextLine(text, end);
  }
  if (firstBlank >= 0) valueEnd = Math.min(trimEnd(text, from, firstBlank), valueEnd);
  finishKey();

  const to = firstBlank >= 0 ? firstBlank : text.length;
  const keysBefore = keys.filter((key) => key.from < to).map((key) => (key.to > to ? cutKey(text, key, to) : key));
  const content = { from: Math.min(from, to), to: Math.max(trimEnd(text, from, to), keysBefore.at(-1)?.to ?? 0) };
  return { from: frontMatterStart, to, language, content, close: undefined, keys: keysBefore };
}

/** The number of spaces that every line up to the closing fence starts with. Nearly always 0, which the first line tells. */
function commonIndent(text: string, from: number): number {
  if (text.charCodeAt(from) !== SPACE) return 0;
  let indent = Number.POSITIVE_INFINITY;
  for (let at = from; at < text.length; ) {
    const end = endOfLine(text, at);
    if (isFence(text, at, end)) return indent === Number.POSITIVE_INFINITY ? 0 : indent;
    let start = at;
    while (start < end && text.charCodeAt(start) === SPACE) start++;
    if (!isBlank(text, start, end) && text.charCodeAt(start) !== HASH) indent = Math.min(indent, start - at);
    if (indent === 0) return 0;
    at = startOfNextLine(text, end);
  }
  return 0;
}

/** The key without the lines from `limit` on. */
function cutKey(text: string, key: Key, limit: number): Key {
  const to = trimEnd(text, Math.min(key.nameSpan.to + 1, limit), limit);
  const { value } = key;
  return { ...key, to, value: { from: Math.min(value.from, to), to: Math.min(value.to, to) } };
}

/** Whether the key has a value on its line that is neither a collection nor a block scalar, so that no key can be nested in it. */
function endsOnItsLine(text: string, { value }: Key): boolean {
  return value.from < value.to && !'|>[{&*!'.includes(text.charAt(value.from));
}

/**
 * The end of a quoted value that continues over several lines; undefined if it ends on its first line, or never. A quotation mark that
 * text follows, or that comes after the next key or the start of the body, does not end it.
 */
function endOfMultilineQuote(text: string, { value, to }: Key): number | undefined {
  if (value.from >= to) return undefined;
  const first = text.charCodeAt(value.from);
  if ((first !== APOSTROPHE && first !== DOUBLE_QUOTE) || endOfQuote(text, value.from, to) !== undefined)
    return undefined;
  const close = endOfQuote(text, value.from, Math.min(text.length, value.from + MAX_VALUE_CHARS));
  if (close === undefined) return undefined;
  const lastLineEnd = endOfLine(text, close);
  if (!isBlank(text, close, lastLineEnd) && !isComment(text, close, lastLineEnd)) return undefined;
  let isAfterBlank = false;
  for (let at = startOfNextLine(text, to); at < close; ) {
    const end = endOfLine(text, at);
    if (isFence(text, at, end) || keyAt(text, at, end)) return undefined;
    if (isBlank(text, at, end)) isAfterBlank = true;
    else if (isAfterBlank && startsBody(text, at, end)) return undefined;
    at = startOfNextLine(text, end);
  }
  return close;
}

const MAX_VALUE_CHARS = 20_000;

/** The key with a value that continues to the offset. */
function extendKey(text: string, key: Key, to: number): Key {
  let from = key.value.from;
  if (from === key.value.to) {
    from = key.to;
    while (from < to && text.charCodeAt(from) <= SPACE) from++;
  }
  const end = trimEnd(text, from, to);
  return { ...key, to, value: { from: Math.min(from, end), to: end } };
}

/** Whether a line is `---`, or `...`, which ends a YAML document as well. */
function isFence(text: string, from: number, to: number): boolean {
  if (to - from < 3) return false;
  const first = text.charCodeAt(from);
  if (first !== HYPHEN && first !== FULL_STOP) return false;
  return text.charCodeAt(from + 1) === first && text.charCodeAt(from + 2) === first && isBlank(text, from + 3, to);
}

/** Whether a line is one that occurs in every body but in no front matter, such as an item or a heading. */
function startsBody(text: string, from: number, to: number): boolean {
  return /^(?:(?:\d+|TK|[Pp]oll) ?\/|[*>] ?\S|##|\*\*|\{%|\d+\. )/.test(text.slice(from, Math.min(to, from + 12)));
}

/** Whether a line may continue a value: it is indented or an item of a list. */
function isContinuation(text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  const code = text.charCodeAt(from);
  return code === SPACE || code === TAB || (code === HYPHEN && from + 1 < to && text.charCodeAt(from + 1) === SPACE);
}

/** The end of the last line that plainly continues the value which continues on the line that ends at `lineEnd`. */
function endOfContinuation(text: string, lineEnd: number): number {
  END_OF_CONTINUATION.lastIndex = lineEnd;
  if (!END_OF_CONTINUATION.test(text)) return text.length;
  const end = END_OF_CONTINUATION.lastIndex - 1;
  return text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

/** A line break before a line that is neither indented text nor an item of a list. One search is faster than reading line by line. */
const END_OF_CONTINUATION = /\n(?! +[^\0- ]|- )/g;

/** The start of the first blank line after the line that ends at `lineEnd`; -1 if there is none before `to`. */
function firstBlankLine(text: string, lineEnd: number, to: number): number {
  for (let at = startOfNextLine(text, lineEnd); at < to; ) {
    const end = endOfLine(text, at);
    if (isBlank(text, at, end)) return at;
    at = startOfNextLine(text, end);
  }
  return -1;
}

function startOfNextLine(text: string, lineEnd: number): number {
  if (lineEnd >= text.length) return text.length;
  return text.charCodeAt(lineEnd) === CARRIAGE_RETURN ? lineEnd + 2 : lineEnd + 1;
}

/** The range without whitespace at either end; undefined if it is blank. */
function trimmedSpan(text: string, from: number, to: number): Span | undefined {
  const end = trimEnd(text, from, to);
  let start = from;
  while (start < end && text.charCodeAt(start) <= SPACE) start++;
  return start < end ? { from: start, to: end } : undefined;
}
