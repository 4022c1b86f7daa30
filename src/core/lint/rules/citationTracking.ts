import type { Span } from '../../text/text.ts';
import { trackingCuts, trackingIn } from '../../urls/trackingParameters.ts';
import type { Finding, Rule } from '../rule.ts';

export const citationTracking: Rule = {
  id: 'citation-tracking',
  summary: 'An address has no tracking parameters.',
  why: 'Parameters such as `utm_source` or `fbclid` only tell the site who shared the link. They make addresses long, and one page look like two. Only those known to be tracking are named; what may lead to the page (`id`, `page`, `v`) stays.',
  severity: { draft: 'info', published: 'info' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a?id=1&⟦utm_source=feed&utm_medium=rss⟧#now))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a?id=1#now))',
  check({ text, blocks }, { tracking: own }) {
    const findings: Finding[] = [];
    // Links follow each other, so that one search through the text finds the few that have a query or a fragment.
    let query = text.indexOf('?');
    let hash = text.indexOf('#');
    for (const { links } of blocks) {
      for (const { address } of links) {
        if (query >= 0 && query < address.from) query = text.indexOf('?', address.from);
        if (hash >= 0 && hash < address.from) hash = text.indexOf('#', address.from);
        if ((query >= 0 && query < address.to) || (hash >= 0 && hash < address.to)) {
          const found = tracking(text, address, own);
          if (found) findings.push(found);
        }
      }
    }
    return findings;
  },
};

function tracking(text: string, { from, to }: Span, own: readonly string[]): Finding | undefined {
  const address = text.slice(from, to);
  const found = trackingIn(address, own);
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return undefined;
  const edits = trackingCuts(address, own).map((cut) => ({ from: from + cut.from, to: from + cut.to, text: '' }));
  const names = [...new Set(found.map(({ name }) => `\`${name}\``))];
  return {
    from: from + first.from,
    to: from + last.to,
    message: `${listed(names)} in this address ${names.length === 1 ? 'is' : 'are'} there for tracking.`,
    fix: { title: 'Remove the tracking from the address', edits },
  };
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`. */
function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
