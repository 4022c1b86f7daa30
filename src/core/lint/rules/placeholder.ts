import type { Block, Entry } from '../../entry/entry.ts';
import { imagesOf, isUnfinishedPath } from '../../entry/images.ts';
import { findKey } from '../../entry/keys.ts';
import type { Span } from '../../text/text.ts';
import { addFindings, type Finding, MAX_FINDINGS_PER_RULE, type Rule, type RuleEntry } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  summary: 'No TK is left.',
  why: 'TK ("to come") marks text that is still to be written, and so does an image of which only the folder is there. It is counted while the entry is a draft, and must be gone once it is published.',
  severity: { draft: 'hint', published: 'error' },
  bad: '⟦TK/⟧ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  reaches: ['image'],
  check(entry) {
    const findings: Finding[] = [];
    const { text, frontMatter, blocks } = entry;
    if (mayHaveUnfinishedImage(entry)) addFindings(findings, unfinishedImages(entry));
    if (!mayHoldPlaceholder(text)) return findings;
    for (const key of frontMatter?.keys ?? []) addFindings(findings, placeholdersIn(text, key.value));
    for (const block of blocks) {
      if (findings.length >= MAX_FINDINGS_PER_RULE) break;
      addFindings(findings, placeholdersInBlock(entry, block));
    }
    return findings;
  },
};

/** A cheap check that rules out most entries: no image in the body, and none in the front matter that ends with a slash. */
function mayHaveUnfinishedImage({ source, frontMatter, literals }: RuleEntry): boolean {
  const key = findKey(frontMatter, 'image');
  if (key && /\/\s*["']?$/.test(source.slice(key.value.from, key.value.to))) return true;
  return literals.some(({ kind }) => kind === 'image');
}

/** Images of which only the folder is there: `/uploads/`. */
function unfinishedImages(entry: RuleEntry): readonly Finding[] {
  return imagesOf(entry.source, entry)
    .filter(isUnfinishedPath)
    .map(({ from, to }) => ({ from, to, message: 'TK: the name of this image is still missing.' }));
}

/** A cheap check that rules out finished entries and nearly all of their parts: a `K` beside a `T` is rare. */
function mayHoldPlaceholder(text: string): boolean {
  for (let at = text.indexOf('K'); at >= 0; at = text.indexOf('K', at + 1)) {
    if ((at > 0 && 'tT'.includes(text.charAt(at - 1))) || text.startsWith('T', at + 1)) return true;
  }
  return false;
}

function* placeholdersInBlock({ text }: Entry, block: Block): Generator<Finding> {
  if (block.label?.kind === 'placeholder')
    yield { from: block.label.from, to: block.label.to, message: 'TK: this section has no number yet.' };
  if (block.kind === 'code' || block.kind === 'tweet' || block.kind === 'html') return;
  let at = block.content.from;
  for (const { address } of block.links) {
    yield* placeholdersIn(text, { from: at, to: address.from });
    if (/^TK\b/.test(text.slice(address.from, address.to)))
      yield { ...address, message: 'TK: this address is still missing.' };
    at = address.to;
  }
  yield* placeholdersIn(text, { from: at, to: block.content.to });
}

/** `TK` and its typos as whole words: `TK.`, `TK10`, `KT/`, but not the name `TK-Instruct`. */
function* placeholdersIn(text: string, { from, to }: Span): Generator<Finding> {
  const part = text.slice(from, to);
  if (!mayHoldPlaceholder(part)) return;
  for (const match of part.matchAll(
    /(?<![\p{L}\d])(?:TK\d*|tK\d*(?=\/|\d)|KT(?=\/))(?![\p{L}\d]|-\p{Lu}\p{Ll})\/?/gu,
  )) {
    const start = from + match.index;
    yield { from: start, to: start + match[0].length, message: 'TK: still to be written.' };
  }
}
