import type { CitationLookup } from '../../archive/archiveIndex.ts';
import { earlierDays, MAX_DAYS_SHOWN } from '../../archive/earlierDays.ts';
import type { Day } from '../../entry/day.ts';
import { dayName } from '../../entry/dayName.ts';
import type { Link } from '../../entry/entry.ts';
import { readDay } from '../../entry/readDay.ts';
import type { Finding, Rule } from '../rule.ts';

export const citationKnown: Rule = {
  id: 'citation-known',
  summary: 'Addresses that an earlier entry already cites are pointed out.',
  why: "The same address on two days may mean that a story is told twice, or that yesterday's address was pasted again. Often it is intended, so this is only a hint, and only while the entry is a draft. Pages that many days cite, such as a poll tracker, are ignored.",
  severity: { draft: 'hint', published: 'off' },
  exampleStage: 'draft',
  bad: '1/ **The ferry sails again**. It was raised at noon. ([Herald](⟦https://herald.example/ferry⟧))',
  good: '1/ **The ferry sails again**. It was raised at noon. ([Herald](https://herald.example/ferry-raised))',
  reaches: ['address'],
  check(entry, { path, citationLookup }) {
    const findings: Finding[] = [];
    const { text, blocks } = entry;
    const own = readDay(entry, path, true);
    for (const { links, citationGroups } of blocks) {
      if (links[0] && isCallback(text, links[0])) continue;
      for (const { pieces } of citationGroups) {
        for (const piece of pieces) {
          if (piece.kind !== 'citation') continue;
          const { address } = piece.link;
          const url = text.slice(address.from, address.to);
          const days = citationLookup.daysCiting(url);
          if (days.length === 0 || days.length > MAX_DAYS_SHOWN) continue;
          const earlier = earlierDays(url, own, { daysCiting: () => days });
          const [latest] = earlier;
          if (latest)
            findings.push({ ...address, ...earlierCitation(latest, earlier.length - 1, url, citationLookup) });
        }
      }
    }
    return findings;
  },
};

/** Whether a link leads to an earlier entry: an item that starts with such a link cites what that entry cites. */
export function isCallback(text: string, { address }: Link): boolean {
  return /\/\d{4}\/\d\d\/\d\d\/day-\d/i.test(text.slice(address.from, address.to));
}

function earlierCitation(
  latest: Day,
  otherDays: number,
  url: string,
  citationLookup: CitationLookup,
): Pick<Finding, 'message' | 'related'> {
  const item = citationLookup.itemCiting(url, latest.path);
  const title = item?.headline || item?.lead;
  const name = latest.number === undefined ? `The entry for ${latest.date ?? latest.path}` : dayName(latest);
  const rest = otherDays === 0 ? '' : otherDays === 1 ? ', as does one other day' : `, as do ${otherDays} other days`;
  const message = `${name} already cites this address${title ? ` under "${title}"` : ''}${rest}.`;
  if (!item) return { message };
  const span = { from: item.from, to: item.from };
  return { message, related: [{ ...span, path: latest.path, message: `${name} cites the address here.` }] };
}
