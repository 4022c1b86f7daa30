import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationBrokenLink: Rule = {
  id: 'citation-broken-link',
  summary: 'A citation is one complete link: [Outlet](address).',
  why: 'A missing, doubled or misplaced bracket breaks the link, or shows part of the name as plain text.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. (⟦[Herald(https://herald.example/a)⟧)',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check: (entry) => groupFaultsOfKind(entry, 'broken-link'),
};
