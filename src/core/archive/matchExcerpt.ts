import { parseEntry } from '../entry/parse.ts';
import { searchItemAt } from './searchDocument.ts';
import { termsIn } from './terms.ts';

/**
 * The words of an item that match a query, with a few around them: `… two hydrants are closed … the ferry line …`. `from` is the start of the
 * item's block in the text of its entry. Undefined if the headline already shows every match.
 */
export function matchExcerpt(entryText: string, from: number, query: string): string | undefined {
  const item = searchItemAt(parseEntry(entryText), from);
  if (!item) return undefined;
  const inHeadline = new Set(termsIn(item.headline));
  const wanted = new Set(termsIn(query).filter((term) => !inHeadline.has(term)));
  const prefix = /[\p{L}\p{N}]{3,}$/u.exec(query.toLowerCase())?.[0];
  const text = readableText(item.text);
  const windows: { from: number; to: number }[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (wanted.size === 0) break;
    const [term = ''] = termsIn(word);
    const isPrefixed = prefix !== undefined && word.toLowerCase().startsWith(prefix);
    const matched = wanted.has(term)
      ? term
      : isPrefixed
        ? [...wanted].find((other) => termsIn(prefix)[0] === other)
        : undefined;
    if (matched === undefined) continue;
    wanted.delete(matched);
    const last = windows.at(-1);
    const end = endOfWord(text, index + word.length + CHARS_AROUND);
    if (last && index - CHARS_AROUND <= last.to) last.to = end;
    else windows.push({ from: startOfWord(text, index - CHARS_AROUND), to: end });
  }
  if (windows.length === 0) return undefined;
  const fragments = windows.map((window) => text.slice(window.from, window.to).trim()).join(' … ');
  const isCut = (windows.at(-1)?.to ?? 0) < text.length;
  return `${windows[0]?.from === 0 ? '' : '… '}${fragments}${isCut ? ' …' : ''}`;
}

const CHARS_AROUND = 30;

/** The text as readers see it, on one line. */
function readableText(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+|~~|`/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .,]+/, '')
    .trimEnd();
}

/** The start of the word at an offset; 0 for an offset before the text. */
function startOfWord(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf(' ', offset) + 1;
}

function endOfWord(text: string, offset: number): number {
  const end = text.indexOf(' ', offset);
  return end < 0 ? text.length : end;
}
