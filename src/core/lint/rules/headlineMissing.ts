import type { Block, BlockKind, Entry } from '../../entry/entry.ts';
import type { Finding, Rule } from '../rule.ts';
import { isLinkListLine, isSectionWithText, notablesIn } from '../sections/blockPredicates.ts';
import { leadSentence } from '../sections/leadSentence.ts';

export const headlineMissing: Rule = {
  id: 'headline-missing',
  summary: 'Each section, poll and notable starts with a bold headline.',
  why: 'Readers skim the bold text, and "Today in one sentence" is made from it.',
  severity: { draft: 'hint', published: 'warning' },
  bad: '1/ ⟦The mayor resigned.⟧ She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    if (entry.nonstandard.every(({ headline, kind }) => headline || !NEEDS_HEADLINE.has(kind))) return findings;
    const notables = notablesIn(entry, (block) => block.headline !== undefined);
    for (const block of entry.nonstandard) {
      if (
        (isSectionWithText(block) || notables.has(block)) &&
        !block.headline &&
        !hasBold(entry, block) &&
        !isLinkListLine(entry.text, block)
      ) {
        const { from, to } = leadSentence(entry, block);
        findings.push({
          from,
          to,
          message: 'This item has no headline.',
          suggestions: [makeHeadline(entry.text, from, to)],
        });
      }
    }
    return findings;
  },
};

/** Kinds of blocks that may need a headline. */
const NEEDS_HEADLINE: ReadonlySet<BlockKind> = new Set(['section', 'poll', 'named', 'ordered']);

function hasBold({ text }: Entry, { content }: Block): boolean {
  const bold = /\*\*|\\\*\\\*|__|<(?:b|strong)>/.exec(text.slice(content.from, content.to));
  return bold !== null;
}

function makeHeadline(text: string, from: number, to: number) {
  const end = text[to - 1] === '.' ? to - 1 : to;
  return {
    title: 'Make the first sentence the headline',
    edits: [
      { from, to: from, text: '**' },
      { from: end, to: end, text: '**' },
    ],
  };
}
