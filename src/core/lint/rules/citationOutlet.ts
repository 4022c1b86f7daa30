import { outletFaults } from '../citationGroups/outletFaults.ts';
import type { Rule } from '../rule.ts';

export const citationOutlet: Rule = {
  id: 'citation-outlet',
  summary: 'The outlet named is the one that the address belongs to.',
  why: "A name with another outlet's address renders well and sends the reader to the wrong page: one of the two was left from the citation before. What belongs to a host is learned from the archive and from a list of known outlets. Hosts where anybody publishes are not judged, nor are names that only describe a page.",
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noon. ([⟦NBC News⟧](https://www.cnbc.com/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([CNBC](https://www.cnbc.com/a))',
  check: (entry, { outlets }) => outletFaults(entry, outlets, 'outlet'),
};
