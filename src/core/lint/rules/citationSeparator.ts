import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationSeparator: Rule = {
  id: 'citation-separator',
  summary: 'Citations are separated by " / " and nothing else.',
  why: 'A missing separator runs citations together; a doubled or trailing one announces a citation that never comes. Commas and words between the links of a sentence are left alone.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. ([Herald](https://herald.example/a)⟦,⟧ [KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))',
  check: (entry, { outlets }) => groupFaultsOfKind(entry, outlets, 'separator'),
};
