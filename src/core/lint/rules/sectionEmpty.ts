import type { Finding, Rule } from '../rule.ts';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  summary: 'A label is followed by text.',
  why: 'A label with nothing behind it is a number on a line of its own.',
  severity: { draft: 'hint', published: 'error' },
  bad: '⟦1/⟧ ',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ blocks }) {
    const findings: Finding[] = [];
    for (const { label, story } of blocks) {
      if (label && story.from >= story.to)
        findings.push({ from: label.from, to: label.to, message: 'Nothing follows this label.' });
    }
    return findings;
  },
};
