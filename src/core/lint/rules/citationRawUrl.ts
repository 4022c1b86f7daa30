import type { Outlets } from '../../outlets/outlets.ts';
import { hostOf } from '../../urls/url.ts';
import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { namedAddresses } from '../sources/namedAddresses.ts';

export const citationRawUrl: Rule = {
  id: 'citation-raw-url',
  summary: 'Every address in a citation group is linked from the name of its outlet.',
  why: 'A pasted address shows in full and disrupts the line, and readers cannot see whose page it is. If the host is known, the fix adds the name of its outlet.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / ⟦https://www.cnbc.com/b⟧)',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [CNBC](https://www.cnbc.com/b))',
  reaches: ['address'],
  check(entry, { outlets }) {
    const findings: Finding[] = [];
    for (const fault of groupFaultsOfKind(entry, outlets, 'raw-address'))
      findings.push(withOutlet(entry.text, fault, outlets));
    for (const block of entry.nonstandard) {
      const named = namedAddresses(entry, block, outlets);
      if (named) findings.push(named);
    }
    return findings;
  },
};

function withOutlet(text: string, { from, to, message }: Finding, outlets: Outlets): Finding {
  const address = text.slice(from, to);
  if (!/^https?:\/\/[^\s()[\]<>]*[^\s()[\]<>.,;:'"]$/.test(address)) return { from, to, message };
  const outlet = outlets.forHost(hostOf(address) ?? '');
  if (!outlet) {
    const link: Fix = { title: 'Turn it into a link', edits: [{ from, to, text: `[](${address})` }], caret: 1 };
    return { from, to, message, suggestions: [link] };
  }
  const fix: Fix = { title: `Cite ${outlet.name}`, edits: [{ from, to, text: `[${outlet.name}](${address})` }] };
  return { from, to, message, fix };
}
