import type { Block, Entry } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { hasOutletNames, isOfOurForm } from '../citationGroups/evidence.ts';
import { checkSpaceBeforeGroup, checkSpacesInGroup } from '../citationGroups/groupSpacing.ts';
import { checkAddress, checkLinkText, checkProseLink, checkSpaceBeforeLink } from '../citationGroups/linkSpacing.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';

export const citationSpacing: Rule = {
  id: 'citation-spacing',
  summary:
    'There is one space before a citation group and on each side of its slashes. No bracket or link text starts or ends with a space.',
  why: 'Spaces are hard to see while writing. On the page, a missing one glues the group to its sentence, and an extra one underlines more than the name.',
  severity: { draft: 'info', published: 'info' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a)⟦/ ⟧[KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))',
  check(entry, { outlets }) {
    const findings: Finding[] = [];
    for (const block of entry.nonstandard) if (block.links.length > 0) checkBlock(entry, block, outlets, findings);
    return findings;
  },
};

function checkBlock(
  entry: Entry,
  { content, links, citationGroups }: Block,
  outlets: Outlets,
  findings: Finding[],
): void {
  const { text } = entry;
  let index = 0;
  for (const link of links) {
    const isLinkTextReported = checkLinkText(text, link, findings);
    if (!link.plain) checkAddress(text, link, findings);
    let group = citationGroups[index];
    while (group && group.to <= link.from) group = citationGroups[++index];
    if (isLinkTextReported) continue;
    if (!group || link.from < group.from) checkProseLink(text, link, content.from, content.to, findings);
    else if (link.from === group.from) checkSpaceBeforeLink(text, link, content.from, findings);
  }
  for (const group of citationGroups) {
    const { pieces, wellFormed } = group;
    const found: Finding[] = [];
    checkSpaceBeforeGroup(text, group, content.from, found);
    const countBefore = found.length;
    if (!wellFormed) checkSpacesInGroup(text, pieces, found);
    if (found.length === 0 || !hasOutletNames(text, pieces)) continue; // brackets and slashes of a sentence
    if (found.length > countBefore && !isOfOurForm(entry, pieces, outlets)) found.length = countBefore;
    addFindings(findings, found);
  }
}
