import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationClosedEarly: Rule = {
  id: 'citation-closed-early',
  summary: 'One pair of brackets encloses all citations of a group.',
  why: 'A bracket that closes too early leaves the remaining citations outside the group, and the bracket at the end closes nothing.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a)⟦) /⟧ [KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))',
  check: (entry, { outlets }) => groupFaultsOfKind(entry, outlets, 'closed-early'),
};
