import { lengthOfMatch } from './characters.ts';
import { escapeHref, escapeHtml, unescapeReferences } from './escape.ts';
import { push, type Scan } from './scan.ts';

/** Reads what a `<` starts: an address in angle brackets, raw HTML, or nothing but itself. */
export function readAngle(scan: Scan): void {
  const { text, at } = scan;
  const address = lengthOfMatch(ADDRESS, text, at);
  const length = address || lengthOfMatch(MAILBOX, text, at);
  if (length > 0) {
    const inside = unescapeReferences(text.slice(at + 1, at + length - 1));
    const href = escapeHref(address > 0 ? inside : `mailto:${inside}`);
    const plain = escapeHtml(inside);
    push(scan, { html: `<a href="${href}">${plain}</a>`, plain });
    scan.at += length;
    return;
  }
  const html = RAW_HTML.reduce((found, [pattern, end]) => found || lengthOfEnding(scan, pattern, end), 0);
  if (html > 0) {
    push(scan, { html: text.slice(at, at + html), plain: '' });
    scan.at += html;
    return;
  }
  scan.pending += '<';
  scan.at++;
}

/** As long as the pattern's match; looks for its end only where one stands further on, so that many beginnings cost no more than one. */
function lengthOfEnding(scan: Scan, pattern: RegExp, end: string): number {
  const { text, at, missing } = scan;
  if (missing.has(end)) return 0;
  const length = lengthOfMatch(pattern, text, at);
  if (length === 0 && text.indexOf(end, at) < 0) missing.add(end);
  return length;
}

const ADDRESS = /<[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\0- <>]*>/y;
const MAILBOX =
  /<[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/y;

/** Each with what it ends with. */
const RAW_HTML: readonly (readonly [RegExp, string])[] = [
  [
    /<[A-Za-z][A-Za-z0-9-]*(?:[ \t\v\f\n]+[A-Za-z_:][\w:.-]*(?:[ \t\v\f\n]*=[ \t\v\f\n]*(?:[^ \t\v\f\n"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t\v\f\n]*\/?>/y,
    '>',
  ],
  [/<\/[A-Za-z][A-Za-z0-9-]*[ \t\v\f\n]*>/y, '>'],
  [/<!--(?:-?>|(?:[^-]|-[^-]|--[^>])*-->)/y, '-->'],
  [/<\?(?:[^?]|\?[^>])*\?>/y, '?>'],
  [/<![A-Z]+[ \t\v\f\n]+[^>]*>/y, '>'],
  [/<!\[CDATA\[(?:[^\]]|\][^\]]|\]\][^>])*\]\]>/y, ']]>'],
];
