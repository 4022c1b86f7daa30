import { indexDays } from '../../archive/dayIndex.ts';
import { decodeAnchor } from '../../entry/anchor.ts';
import type { Day } from '../../entry/day.ts';
import { dayName } from '../../entry/dayName.ts';
import type { Link } from '../../entry/entry.ts';
import { fileNameOf } from '../../files/paths.ts';
import { SLASH } from '../../text/charCodes.ts';
import { searchFor } from '../../text/searchFor.ts';
import type { Span } from '../../text/text.ts';
import { linkAround } from '../prose.ts';
import { addFindings, type Finding, type Fix, type Rule, type RuleContext } from '../rule.ts';

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
      if (link && isEntryAddress(entry.text, link.address, at))
        addFindings(findings, anchorFindings(entry.text, link, context));
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

function* anchorFindings(
  text: string,
  { address }: Link,
  { days, hasAnchor, anchorsOf }: RuleContext,
): Generator<Finding> {
  const match = ENTRY_ADDRESS.exec(text.slice(address.from, address.to));
  if (!match) return;
  const [, origin = '', year, month, day, name = '', fragment] = match;
  const date = `${year}-${month}-${day}`;
  const { byDate, months } = indexDays(days);
  const daysOnDate = byDate.get(date) ?? [];
  const target = daysOnDate.find((candidate) => isNamed(candidate, name));
  if (!target) {
    // An archive without any entry of that month is incomplete, so the target may well exist.
    if (!months.has(date.slice(0, 7))) return;
    const from = address.from + origin.length;
    yield missingEntry({ from, to: from + `/${year}/${month}/${day}/${name}`.length }, date, name, daysOnDate);
    return;
  }
  if (!fragment) return;
  const anchor = decodeAnchor(fragment.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  if (hasAnchor(target.path, anchor)) return;
  const entryAnchors = anchorsOf(target.path);
  if (!entryAnchors || entryAnchors.includes(anchor)) return;
  const span = { from: address.to - fragment.length - 1, to: address.to };
  yield {
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
  const bigrams = bigramsOf(anchor);
  return candidates
    .filter((candidate) => !/\s/.test(candidate.replaceAll('\u00A0', '')))
    .map((candidate) => ({ candidate, score: similarity(bigrams, bigramsOf(candidate)) }))
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, index, [best]) => index < 3 && score + MAX_GAP_TO_BEST >= (best?.score ?? 0))
    .map(({ candidate }) => candidate);
}

/** Shares, from 0 to 1. An anchor much less similar than the best one is not worth offering. */
const MIN_SIMILARITY = 0.5;
const MAX_GAP_TO_BEST = 0.2;

/** All pairs of adjacent letters; quotes, spaces and the hyphens that replace them are ignored. */
function bigramsOf(anchor: string): ReadonlySet<string> {
  const letters = anchor.toLowerCase().replace(/[^a-z0-9\u00c0-\u024f]+/g, '');
  const bigrams = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) bigrams.add(letters.slice(at, at + 2));
  return bigrams;
}

/** The Dice coefficient, from 0 to 1. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const bigram of a) if (b.has(bigram)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
