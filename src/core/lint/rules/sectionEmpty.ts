import type { Finding, Rule } from '../rule.ts';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  summary: 'A label is followed by text.',
  why: 'Without text, the page shows a bare number on a line of its own.',
  severity: { draft: 'hint', published: 'error' },
  bad: '⟦1/⟧ ',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ nonstandard }) {
    const findings: Finding[] = [];
    for (const { label, content } of nonstandard) {
      if (label && content.from >= content.to)
        findings.push({ from: label.from, to: label.to, message: 'Missing text after the label.' });
    }
    return findings;
  },
};
