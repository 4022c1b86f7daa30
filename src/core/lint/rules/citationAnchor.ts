import { indexDays } from '../../archive/dayIndex.ts';
import { decodeAnchor } from '../../entry/anchor.ts';
import type { Day } from '../../entry/day.ts';
import { dayName } from '../../entry/dayName.ts';
import type { Link } from '../../entry/entry.ts';
import { fileNameOf } from '../../files/paths.ts';
import { SLASH } from '../../text/charCodes.ts';
import { searchFor } from '../../text/searchFor.ts';
import type { Span } from '../../text/text.ts';
import { unescapeBackslashes } from '../../text/unescapeBackslashes.ts';
import { linkAround } from '../prose.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';

export const citationAnchor: Rule = {
  id: 'citation-anchor',
  summary: 'A link to an earlier entry leads to an entry and an item that exist.',
  why: "The site derives an item's anchor from its first letters, so the anchor changes whenever the headline does. A link to an anchor that no longer exists opens the entry at the top, and nobody notices.",
  severity: { draft: 'warning', published: 'warning' },
  bad: '* **📌 [Day 11](https://log.example/2031/01/30/day-11/⟦#1-mayor-resigned⟧): The mayor resigned**. ([Herald](https://herald.example/a))',
  good: '* **📌 [Day 11](https://log.example/2031/01/30/day-11/#1-the-mayor-resigned): The mayor resigned**. ([Herald](https://herald.example/a))',
  reaches: ['address', 'liquid'],
  check(entry, context) {
    const findings: Finding[] = [];
    if (context.days.length === 0) return findings;
    for (const at of findDaySegments(entry.text)) {
      const link = linkAround(entry, at);
      const isEntry = link !== undefined && isEntryAddress(entry.text, link.address, at);
      const finding = isEntry ? anchorFinding(entry.text, link, context) : undefined;
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

/** Start of the last segment of an entry's address; searching for it is quicker than looking at every link. */
const findDaySegments = searchFor(/\/[Dd]ay-/g);

/** Whether nothing but a date precedes the path segment that starts at `at`. */
function isEntryAddress(text: string, { from }: Span, at: number): boolean {
  const host = text.charCodeAt(from) === SLASH ? from : from + SCHEME_LENGTH;
  return text.indexOf('/', host) === at - '/2031/01/30'.length;
}

const SCHEME_LENGTH = 'https://'.length;

function anchorFinding(
  text: string,
  { address }: Link,
  { days, hasAnchor, anchorsOf }: RuleContext,
): Finding | undefined {
  const match = ENTRY_ADDRESS.exec(text.slice(address.from, address.to));
  if (!match) return undefined;
  const [, origin = '', year, month, day, name = '', fragment] = match;
  const date = `${year}-${month}-${day}`;
  const { byDate, months } = indexDays(days);
  const daysOnDate = byDate.get(date) ?? [];
  const target = daysOnDate.find((candidate) => isNamed(candidate, name));
  if (!target) {
    // An archive without any entry of that month is incomplete, so the target may well exist.
    if (!months.has(date.slice(0, 7))) return undefined;
    const from = address.from + origin.length;
    return missingEntry({ from, to: from + `/${year}/${month}/${day}/${name}`.length }, date, name, daysOnDate);
  }
  if (!fragment) return undefined;
  const anchor = decodeAnchor(unescapeBackslashes(fragment));
  if (hasAnchor(target.path, anchor)) return undefined;
  const entryAnchors = anchorsOf(target.path);
  if (!entryAnchors || entryAnchors.includes(anchor)) return undefined;
  const span = { from: address.to - fragment.length - 1, to: address.to };
  return {
    ...span,
    message: `${entryName(target)} has no item with this anchor.`,
    suggestions: similarAnchors(anchor, entryAnchors).map((similar) => ({
      title: `Link to #${similar}`,
      edits: [{ ...span, text: `#${similar}` }],
    })),
  };
}

/** `https://log.example/2031/01/30/day-11/#1-the-mayor`, with or without the host. */
const ENTRY_ADDRESS =
  /^((?:https?:\/\/[^/\s]+|\{\{[^}]*\}\})?)\/(\d{4})\/(\d\d)\/(\d\d)\/(day-\d+)\/?(?:\?[^#]*)?(?:#(.*))?$/is;

/** Whether the file name, without its date and extension, is the name in the address. */
function isNamed({ path }: Day, name: string): boolean {
  return fileNameOf(path).toLowerCase().startsWith(`${name.toLowerCase()}.`, '2031-01-30-'.length);
}

function entryName(day: Day): string {
  return day.number === undefined ? `The entry for ${day.date}` : dayName(day);
}

function missingEntry(span: Span, date: string, name: string, daysOnDate: readonly Day[]): Finding {
  const [only] = daysOnDate;
  const file = only && /^\d{4}-\d\d-\d\d-(.*)\.\w+$/.exec(fileNameOf(only.path))?.[1];
  const fix: Fix | undefined =
    only && file && daysOnDate.length === 1
      ? { title: `Link to ${entryName(only)}`, edits: [{ from: span.to - name.length, to: span.to, text: file }] }
      : undefined;
  return {
    ...span,
    message: only ? `The entry for ${date} is not "${name}".` : `There is no entry for ${date}.`,
    ...(fix && { suggestions: [fix] }),
  };
}

/** Up to three anchors, most similar first. */
function similarAnchors(anchor: string, candidates: readonly string[]): readonly string[] {
  const bigrams = new Set(bigramsOf(anchor));
  return candidates
    .map((candidate) => ({ candidate, score: similarity(bigrams, bigramsOf(candidate)) }))
    .filter(({ candidate, score }) => score >= MIN_SIMILARITY && !/\s/.test(candidate.replaceAll('\u00A0', '')))
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, index, [best]) => index < 3 && score + MAX_GAP_TO_BEST >= (best?.score ?? 0))
    .map(({ candidate }) => candidate);
}

/** Shares, from 0 to 1. An anchor much less similar than the best one is not worth offering. */
const MIN_SIMILARITY = 0.5;
const MAX_GAP_TO_BEST = 0.2;

/**
 * All pairs of adjacent letters, repeated ones included, each as one number: numbers are much faster to compare than strings. Quotes, spaces
 * and the hyphens that replace them are ignored.
 */
function bigramsOf(anchor: string): readonly number[] {
  const letters = anchor.toLowerCase().replace(/[^a-z0-9\u00c0-\u024f]+/g, '');
  const bigrams: number[] = [];
  let previous = letters.charCodeAt(0);
  for (let at = 1; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    bigrams.push((previous << 16) | code);
    previous = code;
  }
  return bigrams;
}

/** The Dice coefficient, from 0 to 1. Without any exact count for anchors that are plainly less similar than the least similar on offer. */
function similarity(a: ReadonlySet<number>, bigrams: readonly number[]): number {
  let shared = 0;
  for (const bigram of bigrams) if (a.has(bigram)) shared++;
  if (3 * shared < a.size) return 0; // even if `bigrams` had no others
  const b = new Set(bigrams);
  let distinct = 0;
  for (const bigram of b) if (a.has(bigram)) distinct++;
  return a.size + b.size === 0 ? 0 : (2 * distinct) / (a.size + b.size);
}
