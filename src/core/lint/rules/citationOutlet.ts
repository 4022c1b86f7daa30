import { outletFaultsOfKind } from '../citationGroups/outletFaults.ts';
import type { Rule } from '../rule.ts';

export const citationOutlet: Rule = {
  id: 'citation-outlet',
  summary: 'The named outlet is the one that the address belongs to.',
  why: "A name with another outlet's address looks right and sends readers to the wrong page: either the name or the address was left over from the previous citation. Daybook learns which outlet belongs to a host from the archive and from a list of well-known outlets. It does not judge hosts where anybody can publish, or names that only describe a page.",
  severity: { draft: 'warning', published: 'warning' },
  otherSeverities: [{ severity: 'error', when: 'if nearly every citation of the host has the name of its own outlet' }],
  bad: '1/ **The mayor resigned**. She left at noon. ([⟦NBC News⟧](https://www.cnbc.com/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([CNBC](https://www.cnbc.com/a))',
  reaches: ['address'],
  check: (entry, { outlets }) => outletFaultsOfKind(entry, outlets, 'outlet'),
};
