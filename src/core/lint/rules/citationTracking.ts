import { pluralNoun } from '../../text/plural.ts';
import { findTracking, type Tracking } from '../../urls/trackingParameters.ts';
import { linkAround } from '../prose.ts';
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
    const { text, body } = entry;
    const findings: Finding[] = [];
    let tracking = trackingParameters;
    let isCampaignKnown = false;
    // Few links have a query or a fragment. Searching for these is quicker than looking at every link.
    let query = indexOrEnd(text, '?', body.from);
    let hash = indexOrEnd(text, '#', body.from);
    for (let at = Math.min(query, hash); at < text.length; at = Math.min(query, hash)) {
      const address = linkAround(entry, at)?.address;
      let end = at + 1;
      if (address && address.from <= at && at < address.to) {
        end = address.to;
        const url = text.slice(address.from, end);
        let found = findTracking(url, tracking);
        if (found && !isCampaignKnown && found.parts.some(isOfCampaign)) {
          isCampaignKnown = true;
          if (text.includes('utm_source=') && hasOwnCampaign(entry)) {
            tracking = [...CAMPAIGN_PARAMETERS, ...trackingParameters];
            found = findTracking(url, tracking);
          }
        }
        if (found) findings.push(findingOf(text, address.from, found));
      }
      if (query < end) query = indexOrEnd(text, '?', end);
      if (hash < end) hash = indexOrEnd(text, '#', end);
    }
    return findings;
  },
};

/** The offset of the next such character, or the end of the text. */
function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}

/** The parameters of a campaign, as settings say that they are not for tracking. */
const CAMPAIGN_PARAMETERS = ['source', 'medium', 'campaign', 'content', 'term', 'id'].map((name) => `!utm_${name}`);

/** Whether the parameter is one that `CAMPAIGN_PARAMETERS` may be about. */
function isOfCampaign({ name }: Tracking['parts'][number]): boolean {
  return name.toLowerCase().startsWith('utm_');
}

/** `from` is the start of the address. */
function findingOf(text: string, from: number, { parts, cuts }: Tracking): Finding {
  const edits = cuts.map((cut) => ({ from: from + cut.from, to: from + cut.to, text: '' }));
  const names = parts.map(({ name }) => `\`${name}\``);
  const distinctNames = names.length > 1 ? [...new Set(names)] : names;
  const noun = pluralNoun(distinctNames.length, 'parameter');
  const isCertain = edits.every((edit) => hasBalancedParens(text.slice(edit.from, edit.to)));
  return {
    from: from + (parts[0]?.from ?? 0),
    to: from + (parts.at(-1)?.to ?? 0),
    message: `Tracking ${noun} in the address: ${list(distinctNames)}.`,
    ...(isCertain && { fix: { title: `Remove the tracking ${noun}`, edits } }),
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
