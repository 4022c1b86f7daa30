import { faultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationClosedEarly: Rule = {
  id: 'citation-closed-early',
  summary: 'One pair of brackets stands around all citations of a group.',
  why: 'A bracket that closes before the last citation leaves the rest standing outside, and a second one that closes nothing.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a)⟦) /⟧ [KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))',
  check: (entry) => faultsOfKind(entry, 'closed-early'),
};
