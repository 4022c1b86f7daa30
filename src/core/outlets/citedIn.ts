import { copyOf } from '../text/text.ts';
import type { CitedOutlet } from './outlets.ts';

/**
 * The citations of texts, found without parsing them: links behind an opening bracket or ` / `, as groups have them. Each name
 * is told once with each host, with how often it comes and as much of an address as tells the host.
 */
export function citedIn(texts: Iterable<string>): CitedOutlet[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    let after = 0;
    for (let at = text.indexOf('](http'); at >= 0; at = text.indexOf('](http', after)) {
      const open = after + text.slice(after, at).lastIndexOf('[');
      if (open >= after && (text[open - 1] === '(' || text.startsWith(' / ', open - 3))) {
        const slash = text.indexOf('/', at + SCHEME);
        const end = slash < 0 || slash > at + LONGEST ? at + LONGEST : slash + 1;
        const cited = text.slice(open + 1, end);
        const count = counts.get(cited);
        counts.set(count === undefined ? copyOf(cited) : cited, (count ?? 0) + 1);
      }
      after = at + '](http'.length;
    }
  }
  return Array.from(counts, ([cited, count]) => {
    const [outlet = '', rest = ''] = cited.split('](', 2);
    return { outlet, address: rest.split(')', 1)[0] ?? '', count };
  });
}

/** Up to where no slash ends the host. */
const SCHEME = '](https://'.length;

/** Behind so much a host is over. */
const LONGEST = 300;
