import { faultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationBrokenLink: Rule = {
  id: 'citation-broken-link',
  summary: 'A citation is one whole link: [Outlet](address).',
  why: 'A bracket missing, doubled or on the wrong side of a name breaks the link, or shows half of the name as plain text.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. (⟦[Herald(https://herald.example/a)⟧)',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check: (entry) => faultsOfKind(entry, 'broken-link'),
};
