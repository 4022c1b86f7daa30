import type { Entry } from '../../entry/entry.ts';
import { proseLinkFault } from '../citationGroups/brokenLinks.ts';
import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';
import { offerOutletName } from '../sources/offerOutletName.ts';

export const citationBrokenLink: Rule = {
  id: 'citation-broken-link',
  summary: 'A citation is one complete link: [Outlet](address).',
  why: 'A missing, doubled or misplaced bracket breaks the link, or shows part of the name as plain text.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. (⟦[Herald(https://herald.example/a)⟧)',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { outlets }) {
    const findings: Finding[] = [];
    for (const fault of groupFaultsOfKind(entry, outlets, 'broken-link'))
      findings.push(offerOutletName(entry.source, fault, outlets));
    addFindings(findings, proseFaults(entry));
    return findings;
  },
};

/** The broken links outside all citation groups. */
function* proseFaults({ text, nonstandard }: Entry): Generator<Finding> {
  for (const { links, citationGroups } of nonstandard) {
    let index = 0;
    for (const link of links) {
      if (link.form !== 'doubled') continue;
      while ((citationGroups[index]?.to ?? Infinity) <= link.from) index++;
      const isCited = (citationGroups[index]?.from ?? Infinity) <= link.from;
      const fault = isCited ? undefined : proseLinkFault(text, link);
      if (fault) yield fault;
    }
  }
}
