import { outletFaults } from '../citationGroups/outletFaults.ts';
import type { Rule } from '../rule.ts';

export const citationOutletSpelling: Rule = {
  id: 'citation-outlet-spelling',
  summary: "An outlet's name is spelled as the archive spells it.",
  why: 'A slip in a name is typed once and copied often, and a search for the outlet misses it. Another style (`NY Times`, `USA TODAY`) is only pointed out, as information.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noon. ([⟦Washignton Post⟧](https://www.washingtonpost.com/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Washington Post](https://www.washingtonpost.com/a))',
  check: (entry, { outlets }) => outletFaults(entry, outlets, 'spelling'),
};
