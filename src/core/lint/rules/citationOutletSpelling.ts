import { outletFaultsOfKind } from '../citationGroups/outletFaults.ts';
import type { Rule } from '../rule.ts';

export const citationOutletSpelling: Rule = {
  id: 'citation-outlet-spelling',
  summary: "An outlet's name is spelled as it is in the archive.",
  why: 'A typo in a name is made once and copied often, and searches for the outlet miss it. A different style (`NY Times`, `USA TODAY`) is only reported as information.',
  severity: { draft: 'warning', published: 'warning' },
  otherSeverities: [{ severity: 'info', when: 'if the spelling is another style of the name and not a typo' }],
  bad: '1/ **The mayor resigned**. She left at noon. ([⟦Washignton Post⟧](https://www.washingtonpost.com/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Washington Post](https://www.washingtonpost.com/a))',
  check: (entry, { outlets }) => outletFaultsOfKind(entry, outlets, 'spelling'),
};
