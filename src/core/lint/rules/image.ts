import { datedName } from '../../entry/fileName.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { isDigit } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import { isToCome, scalarOf } from '../frontMatter/frontMatterEdits.ts';
import type { Finding, Rule } from '../rule.ts';

export const image: Rule = {
  id: 'image',
  summary: 'The image is named from the root of the site, with a leading slash, and for its own day.',
  why: 'Without the slash the site looks for it below the entry and shows none. A number that belongs to another day is most often left over from the entry that this one was copied from.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\nimage: "⟦uploads/day-12-mayor.jpg⟧"\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\nimage: "/uploads/day-12-mayor.jpg"\n---\n',
  check({ text, frontMatter }, { fileName, dayNumber }) {
    const findings: Finding[] = [];
    const key = keyOf(frontMatter, 'image');
    const span = key && scalarOf(text, key);
    if (!span || isToCome(text, span)) return findings;
    const raw = text.slice(span.from, span.to);
    const path = raw.trim();
    if (path === '' || /^https?:|^\{\{|[\r\n]/.test(path)) return findings;
    const right = rightPath(path);
    if (right !== raw) {
      const fix = { title: `Write it as ${right}`, edits: [{ from: span.from, to: span.to, text: right }] };
      findings.push({ from: span.from, to: span.to, message: faultOf(raw), fix });
    }
    const title = keyOf(frontMatter, 'title');
    const number = title && /^\s*day\s+(\d+)\s*$/i.exec(scalar(text, title))?.[1];
    const at = number && otherNumber(text, span, number);
    if (!number || !at) return findings;
    // Where the title has the wrong number that is its fault alone.
    const named = Number(text.slice(at.from, at.to));
    const dateKey = keyOf(frontMatter, 'date');
    const date = dateKey && /^\d{4}-\d{2}-\d{2}/.exec(scalar(text, dateKey))?.[0];
    if (named === datedName(fileName).number || (date !== undefined && named === dayNumber(date))) return findings;
    findings.push({
      ...at,
      severity: 'info',
      message: `This is Day ${number}, but the image has ${text.slice(at.from, at.to)} in its name.`,
      suggestions: [{ title: `Change the number to ${number}`, edits: [{ ...at, text: number }] }],
    });
    return findings;
  },
};

/** Without the quotation marks, and what slipped in before them or behind the name; with its slash. */
function rightPath(path: string): string {
  const bare = path.replace(/^[^/"']?["']+(?=\/)|"|'$/g, '');
  return `/${bare.replace(/^(?:\.?\/)+/, '').replace(JUNK, '$1')}`;
}

/** A key or two behind the ending of an image's name: `12.jpg.`, `12.jpgg`. */
const JUNK = /(\.(?:jpe?g|png|gif|webp|avif|svg))[^/?#]{1,2}$/i;

function faultOf(raw: string): string {
  if (raw.trim() !== raw) return 'A space stands beside the path.';
  if (/"|^.?'|'$/.test(raw)) return 'A quotation mark stands in the path.';
  return raw.startsWith('/') ? 'No image has a name that ends like this.' : 'The path does not start with a slash.';
}

/** The only number in the file's name, where it looks like a day's and is another's. */
function otherNumber(text: string, { from, to }: Span, number: string): Span | undefined {
  let only: Span | undefined;
  for (let at = text.lastIndexOf('/', to) + 1 || from; at < to; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const start = at;
    while (at < to && isDigit(text.charCodeAt(at))) at++;
    if (only) return undefined;
    only = { from: Math.max(from, start), to: at };
  }
  if (!only || text.slice(only.from, only.to) === number) return undefined;
  const length = only.to - only.from;
  const isDayLike = Math.abs(length - number.length) < 2 && (length > 1 || number.length === 1);
  return isDayLike ? only : undefined;
}
