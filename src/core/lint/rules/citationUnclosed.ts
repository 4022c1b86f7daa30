import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationUnclosed: Rule = {
  id: 'citation-unclosed',
  summary: 'A citation group ends with a closing bracket.',
  why: 'Without it, the page shows a bracket that never closes. Half of these are never corrected, because nothing looks broken in the editor.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. (⟦[Herald](https://herald.example/a)⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check: (entry, { outlets }) => groupFaultsOfKind(entry, outlets, 'unclosed'),
};
