import { faultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationSeparator: Rule = {
  id: 'citation-separator',
  summary: 'Citations are separated by " / ", and by nothing else.',
  why: 'A missing, doubled or trailing separator runs sources together or announces one that is not there.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. ([Herald](https://herald.example/a)⟦,⟧ [KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))',
  check: (entry) => faultsOfKind(entry, 'separator'),
};
