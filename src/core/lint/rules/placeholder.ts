import type { Block, Entry } from '../../entry/entry.ts';
import type { Span } from '../../text/text.ts';
import { addAll, type Finding, MOST_FINDINGS, type Rule } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  summary: 'No TK is left.',
  why: 'TK marks what is to come. It is counted while the entry is a draft, and must be gone when it is published.',
  severity: { draft: 'hint', published: 'error' },
  bad: '⟦TK/⟧ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    const { text, frontMatter, blocks } = entry;
    if (!mayHoldPlaceholder(text)) return findings;
    for (const key of frontMatter?.keys ?? []) addAll(findings, inText(text, key.value));
    for (const block of blocks) {
      if (findings.length >= MOST_FINDINGS) break;
      addAll(findings, inBlock(entry, block));
    }
    return findings;
  },
};

/** The quick way past for entries that are done: a `K` beside a `T` is rare. */
function mayHoldPlaceholder(text: string): boolean {
  for (let at = text.indexOf('K'); at >= 0; at = text.indexOf('K', at + 1)) {
    if ((at > 0 && (text.charCodeAt(at - 1) | 32) === 116) || text.startsWith('T', at + 1)) return true;
  }
  return false;
}

function* inBlock({ text }: Entry, block: Block): Generator<Finding> {
  if (block.label?.kind === 'placeholder')
    yield { from: block.label.from, to: block.label.to, message: 'This label has no number yet.' };
  if (block.kind === 'code' || block.kind === 'tweet' || block.kind === 'html') return;
  let at = block.story.from;
  for (const { address } of block.links) {
    yield* inText(text, { from: at, to: address.from });
    if (/^TK\b/.test(text.slice(address.from, address.to)))
      yield { ...address, message: 'This address is still to come.' };
    at = address.to;
  }
  yield* inText(text, { from: at, to: block.story.to });
}

/** `TK` and its slips as words of their own: `TK.`, `TK10`, `KT/`. */
function* inText(text: string, { from, to }: Span): Generator<Finding> {
  for (const match of text
    .slice(from, to)
    .matchAll(/(?<![\p{L}\d])(?:TK\d*|tK\d*(?=\/|\d)|KT(?=\/))(?![\p{L}\d])\/?/gu)) {
    const start = from + match.index;
    yield { from: start, to: start + match[0].length, message: 'Something is still to come here.' };
  }
}
