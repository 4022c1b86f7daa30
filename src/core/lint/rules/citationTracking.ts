import { pluralNoun } from '../../text/plural.ts';
import type { Span } from '../../text/text.ts';
import { findTracking, trackingSpans } from '../../urls/trackingParameters.ts';
import type { Finding, Rule } from '../rule.ts';
import { hasOwnCampaign } from '../sources/ownCampaign.ts';

export const citationTracking: Rule = {
  id: 'citation-tracking',
  summary: 'Addresses have no tracking parameters.',
  why: 'Parameters such as `utm_source` or `fbclid` only tell the site who shared the link. They make addresses long, and make one page look like two. Only parameters known to be for tracking are reported, unless an entry marks its own links with them, as for sponsors; any that may lead to the page (`id`, `page`, `v`) stay.',
  severity: { draft: 'info', published: 'info' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a?id=1&⟦utm_source=feed&utm_medium=rss⟧#now))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a?id=1#now))',
  reaches: ['address'],
  check(entry, { trackingParameters }) {
    const { text, blocks } = entry;
    const findings: Finding[] = [];
    let tracking = trackingParameters;
    let isCampaignKnown = text.indexOf('utm_source=') < 0;
    // Links are in order, so one search through the text finds the few that have a query or a fragment.
    let query = text.indexOf('?');
    let hash = text.indexOf('#');
    for (const { links } of blocks) {
      for (const { address } of links) {
        if (query >= 0 && query < address.from) query = text.indexOf('?', address.from);
        if (hash >= 0 && hash < address.from) hash = text.indexOf('#', address.from);
        if ((query >= 0 && query < address.to) || (hash >= 0 && hash < address.to)) {
          let finding = trackingFinding(text, address, tracking);
          if (finding && !isCampaignKnown) {
            isCampaignKnown = true;
            if (hasOwnCampaign(entry)) {
              tracking = [...CAMPAIGN_PARAMETERS, ...trackingParameters];
              finding = trackingFinding(text, address, tracking);
            }
          }
          if (finding) findings.push(finding);
        }
      }
    }
    return findings;
  },
};

/** The parameters of a campaign, as settings say that they are not for tracking. */
const CAMPAIGN_PARAMETERS = ['source', 'medium', 'campaign', 'content', 'term', 'id'].map((name) => `!utm_${name}`);

function trackingFinding(text: string, { from, to }: Span, trackingParameters: readonly string[]): Finding | undefined {
  const url = text.slice(from, to);
  const parameters = findTracking(url, trackingParameters);
  const first = parameters[0];
  const last = parameters.at(-1);
  if (!first || !last) return undefined;
  const edits = trackingSpans(url, trackingParameters).map((cut) => ({
    from: from + cut.from,
    to: from + cut.to,
    text: '',
  }));
  const names = [...new Set(parameters.map(({ name }) => `\`${name}\``))];
  return {
    from: from + first.from,
    to: from + last.to,
    message: `${pluralNoun(names.length, 'Tracking parameter')} in the address: ${list(names)}.`,
    ...(edits.every(({ from: start, to: end }) => hasBalancedParens(text.slice(start, end))) && {
      fix: { title: `Remove the ${pluralNoun(names.length, 'tracking parameter')}`, edits },
    }),
  };
}

/** Otherwise the address would end at another parenthesis. */
function hasBalancedParens(part: string): boolean {
  return !/[()]/.test(part) || part.split('(').length === part.split(')').length;
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`. */
function list(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
