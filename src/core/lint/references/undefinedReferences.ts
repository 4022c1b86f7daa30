import type { Span } from '../../text/text.ts';
import { blockAt } from '../prose.ts';
import type { Finding, RuleEntry } from '../rule.ts';

/**
 * `[the report][rep]` and `[the report][]` without a definition. References with a definition are masked, so every one that is left lacks
 * it. A single pair of brackets (`[sic]`, `[1]`) is ordinary text.
 */
export function* undefinedReferences(entry: RuleEntry): Generator<Finding> {
  const { text, source, body } = entry;
  for (const { index, 0: whole, 1: bang = '', 2: words = '', 3: label = '' } of text
    .slice(body.from)
    .matchAll(REFERENCE)) {
    const from = body.from + index;
    const to = from + whole.length;
    const writtenWords = source.slice(from + bang.length + 1, from + bang.length + 1 + words.length);
    if (
      !isPlausible(writtenWords, label) ||
      isPartOfMore(text, from, to) ||
      isInGroup(entry, from) ||
      isInLinkText(entry, from)
    )
      continue;
    const labelFrom = label.trim() === '' ? from + bang.length + 1 : to - 1 - label.length;
    const name = source.slice(labelFrom, labelFrom + (label.trim() || words).length);
    yield { from, to, message: `"${name}" is not defined in the entry: the page will show the brackets.` };
  }
}

/** Without brackets inside the text: where there are any, only CommonMark's own algorithm knows what belongs together. */
const REFERENCE = /(!?)\[([^[\]\\]{1,300})\]\[([^[\]\\^]{0,100})\]/g;

/** Not two bracketed signs or numbers in a row, such as `[1][2]` and `[…][…]`. */
function isPlausible(words: string, label: string): boolean {
  if (!WORD.test(words) || words.startsWith('^')) return false;
  if (label.trim() === '') return words.length > 1;
  return WORD.test(label) && words.length + label.length > 2 && !/^[\d\s]+$/.test(words + label);
}

const WORD = /[\p{L}\p{N}]/u;

/** Whether it is an index (`list[i][jj]`), is escaped, or belongs to a longer row of brackets or to a link. */
function isPartOfMore(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}_\\\])]/u.test(text.charAt(from - 1)) || '([:{'.includes(text.charAt(to) || ' ');
}

/** In the text of a link there is no other link, so that brackets there are signs of the text: `[[Job][Berlin] Writer](…)`. */
function isInLinkText(entry: RuleEntry, from: number): boolean {
  return blockAt(entry, from)?.links.some(({ name }) => name.from <= from && from < name.to) ?? false;
}

/** Names in a citation group are the concern of the rules on citations. */
function isInGroup(entry: RuleEntry, from: number): boolean {
  const groups: readonly Span[] = blockAt(entry, from)?.citationGroups ?? [];
  return groups.some((group) => group.from <= from && from < group.to);
}
