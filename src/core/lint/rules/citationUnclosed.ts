import { faultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationUnclosed: Rule = {
  id: 'citation-unclosed',
  summary: 'A citation group ends with its closing bracket.',
  why: 'Without it the page shows a bracket that never closes. Half of these stand on the site for good, because nothing looks broken in the editor.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. (⟦[Herald](https://herald.example/a)⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check: (entry) => faultsOfKind(entry, 'unclosed'),
};
