import type { Block, BlockKind, Entry } from '../../entry/entry.ts';
import type { Finding, Rule } from '../rule.ts';
import { isListLine, isStory, leadSentence, notables } from '../sections/items.ts';

export const headlineMissing: Rule = {
  id: 'headline-missing',
  summary: 'Each section, poll and notable starts with a bold headline.',
  why: 'Readers skim the bold; the sentence of the day is made of it.',
  severity: { draft: 'hint', published: 'warning' },
  bad: '1/ ⟦The mayor resigned.⟧ She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    if (entry.irregular.every(({ headline, kind }) => headline || !MAY_NEED.has(kind))) return findings;
    const isNotable = notables(entry, (block) => block.headline !== undefined);
    for (const block of entry.irregular) {
      if (
        (isStory(block) || isNotable(block)) &&
        !block.headline &&
        !hasBold(entry, block) &&
        !isListLine(entry.text, block)
      ) {
        const { from, to } = leadSentence(entry, block);
        findings.push({ from, to, message: 'This item has no headline.', suggestions: [bolden(entry.text, from, to)] });
      }
    }
    return findings;
  },
};

const MAY_NEED: ReadonlySet<BlockKind> = new Set(['section', 'poll', 'named', 'ordered']);

function hasBold({ text }: Entry, { story }: Block): boolean {
  const bold = /\*\*|\\\*\\\*|__|<(?:b|strong)>/.exec(text.slice(story.from, story.to));
  return bold !== null;
}

function bolden(text: string, from: number, to: number) {
  const end = text[to - 1] === '.' ? to - 1 : to;
  return {
    title: 'Make the first sentence the headline',
    edits: [
      { from, to: from, text: '**' },
      { from: end, to: end, text: '**' },
    ],
  };
}
