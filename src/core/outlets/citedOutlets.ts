import { copyOf } from '../text/text.ts';
import type { CitedOutlet } from './citedNames.ts';

/**
 * Finds the citations of entries without parsing them: links after an opening parenthesis or ` / `, as in citation groups. Returns each
 * pair of name and host once, with its count. An address is cut after its host.
 */
export function citedOutlets(texts: Iterable<string>): CitedOutlet[] {
  const counts = new Map<string, { count: number }>();
  for (const text of texts) {
    let after = 0;
    for (let at = text.indexOf('](http'); at >= 0; at = text.indexOf('](http', after)) {
      const open = after + text.slice(after, at).lastIndexOf('[');
      if (open >= after && (text[open - 1] === '(' || text.startsWith(' / ', open - 3))) {
        const slash = text.indexOf('/', at + SCHEME_CHARS);
        const end = slash < 0 || slash > at + MAX_HOST_CHARS ? at + MAX_HOST_CHARS : slash + 1;
        const citation = text.slice(open + 1, end);
        const counter = counts.get(citation);
        if (counter) counter.count++;
        else counts.set(copyOf(citation), { count: 1 });
      }
      after = at + '](http'.length;
    }
  }
  return Array.from(counts, ([citation, { count }]) => {
    const [outlet = '', rest = ''] = citation.split('](', 2);
    return { outlet, address: rest.split(')', 1)[0] ?? '', count };
  });
}

/** The slash that ends the host is searched after this prefix. */
const SCHEME_CHARS = '](https://'.length;

/** An address without a slash is cut here, scheme included; no host is that long. */
const MAX_HOST_CHARS = 300;
