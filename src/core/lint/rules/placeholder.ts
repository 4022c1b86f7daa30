import type { Block, Entry } from '../../entry/entry.ts';
import type { Span } from '../../text.ts';
import type { Finding, Rule } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  summary: 'No TK is left.',
  why: 'TK marks what is to come. It is counted while the entry is a draft, and must be gone when it is published.',
  severity: { draft: 'hint', published: 'error' },
  bad: '⟦TK/⟧ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  *check(entry) {
    const { text, frontMatter, blocks } = entry;
    if (!(text.includes('TK') || text.includes('tK') || text.includes('KT'))) return;
    for (const key of frontMatter?.keys ?? []) yield* inText(text, key.value);
    for (const block of blocks) yield* inBlock(entry, block);
  },
};

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
