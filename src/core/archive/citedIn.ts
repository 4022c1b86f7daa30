import type { CitedOutlet } from './outlets.ts';

/** The citations of an entry's text, found without parsing it: links behind an opening bracket or ` / `, as groups have them. */
export function citedIn(text: string): CitedOutlet[] {
  const found: CitedOutlet[] = [];
  let after = 0;
  for (let at = text.indexOf('](http'); at >= 0; at = text.indexOf('](http', after)) {
    const open = after + text.slice(after, at).lastIndexOf('[');
    const close = text.indexOf(')', at);
    const end = close < 0 ? text.length : close;
    if (open >= after && (text[open - 1] === '(' || text.startsWith(' / ', open - 3)))
      found.push({ outlet: text.slice(open + 1, at), address: text.slice(at + 2, end) });
    after = at + 6;
  }
  return found;
}
