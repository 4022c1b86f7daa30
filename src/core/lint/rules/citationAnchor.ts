import { indexDays } from '../../archive/dayIndex.ts';
import { decodeAnchor } from '../../entry/anchor.ts';
import type { Day } from '../../entry/day.ts';
import type { Entry, Link } from '../../entry/entry.ts';
import { fileNameOf } from '../../files/paths.ts';
import type { Span } from '../../text/text.ts';
import { blockAt, lastStart } from '../prose.ts';
import { addAll, type Finding, type Fix, type Rule, type RuleContext } from '../rule.ts';

export const citationAnchor: Rule = {
  id: 'citation-anchor',
  summary: 'A link to an earlier entry leads to an entry there is, and to an item there is in it.',
  why: 'The site makes an item\'s anchor of its first letters, so that it changes with the headline, or with "the" before it. A link to an anchor that is gone opens the entry at its top, and nobody notices.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '* **📌 [Day 11](https://log.example/2031/01/30/day-11/⟦#1-mayor-resigned⟧): The mayor resigned**. ([Herald](https://herald.example/a))',
  good: '* **📌 [Day 11](https://log.example/2031/01/30/day-11/#1-the-mayor-resigned): The mayor resigned**. ([Herald](https://herald.example/a))',
  check(entry, surroundings) {
    const findings: Finding[] = [];
    if (surroundings.days.length === 0) return findings;
    for (const { index: at } of entry.text.matchAll(DAY)) {
      const link = linkAround(entry, at);
      if (link && isEntry(entry.text, link.address, at)) addAll(findings, judge(entry.text, link, surroundings));
    }
    return findings;
  },
};

/** How the last part of an entry's address begins: few addresses lead to an entry, and are looked for by this. */
const DAY = /\/[Dd]ay-/g;

function linkAround(entry: Entry, at: number): Link | undefined {
  const links = blockAt(entry, at)?.links ?? [];
  const link = links[lastStart(links, at)];
  return link && at < link.to ? link : undefined;
}

/** Whether the path of an address, whose last part begins at `at`, is but a date before that. */
function isEntry(text: string, { from }: Span, at: number): boolean {
  const host = text.charCodeAt(from) === SLASH ? from : from + SCHEME;
  return text.indexOf('/', host) === at - '/2031/01/30'.length;
}

const SCHEME = 'https://'.length;
const SLASH = 47;

function* judge(text: string, { address }: Link, { days, leadsTo, anchors }: RuleContext): Generator<Finding> {
  const written = text.slice(address.from, address.to);
  const match = ENTRY.exec(written);
  if (!match) return;
  const [, before = '', year, month, day, name = '', fragment] = match;
  const date = `${year}-${month}-${day}`;
  const { byDate, months } = indexDays(days);
  const there = byDate.get(date) ?? [];
  const target = there.find((one) => isNamed(one, name));
  if (!target) {
    // An archive that lacks the month altogether was never whole.
    if (!months.has(date.slice(0, 7))) return;
    const from = address.from + before.length;
    yield missing({ from, to: from + `/${year}/${month}/${day}/${name}`.length }, date, name, there);
    return;
  }
  if (!fragment) return;
  const sought = decodeAnchor(fragment.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  if (leadsTo(target.path, sought)) return;
  const known = anchors(target.path);
  if (!known || known.includes(sought)) return;
  const span = { from: address.to - fragment.length - 1, to: address.to };
  yield {
    ...span,
    message: `${nameOf(target)} has no item at this anchor.`,
    suggestions: nearest(sought, known).map((anchor) => ({
      title: `Lead to #${anchor}`,
      edits: [{ ...span, text: `#${anchor}` }],
    })),
  };
}

/** `https://log.example/2031/01/30/day-11/#1-the-mayor`, with or without its host. */
const ENTRY =
  /^((?:https?:\/\/[^/\s]+|\{\{[^}]*\}\})?)\/(\d{4})\/(\d\d)\/(\d\d)\/(day-\d+)\/?(?:\?[^#]*)?(?:#(.*))?$/is;

/** Whether the file's name, without its date and extension, is the one of the address. */
function isNamed({ path }: Day, name: string): boolean {
  return fileNameOf(path).toLowerCase().startsWith(`${name.toLowerCase()}.`, '2031-01-30-'.length);
}

function nameOf({ number, date }: Day): string {
  return number === undefined ? `The entry of ${date}` : `Day ${number}`;
}

function missing(span: Span, date: string, name: string, there: readonly Day[]): Finding {
  const [only] = there;
  const file = only && /^\d{4}-\d\d-\d\d-(.*)\.\w+$/.exec(fileNameOf(only.path))?.[1];
  const fix: Fix | undefined =
    only && file && there.length === 1
      ? { title: `Lead to ${nameOf(only)}`, edits: [{ from: span.to - name.length, to: span.to, text: file }] }
      : undefined;
  return {
    ...span,
    message: only ? `The entry of ${date} is not ${name}.` : `There is no entry of ${date}.`,
    ...(fix && { suggestions: [fix] }),
  };
}

/** Up to three anchors that look most like the one that is gone. */
function nearest(sought: string, known: readonly string[]): readonly string[] {
  const pairs = pairsOf(sought);
  return known
    .filter((anchor) => !/\s/.test(anchor.replaceAll('\u00A0', '')))
    .map((anchor) => ({ anchor, score: likeness(pairs, pairsOf(anchor)) }))
    .filter(({ score }) => score >= LIKE)
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, index, [best]) => index < 3 && score + CLOSE >= (best?.score ?? 0))
    .map(({ anchor }) => anchor);
}

const LIKE = 0.5;

/** What is so much less like it than the best is not worth offering. */
const CLOSE = 0.2;

/** All pairs of letters that follow each other; what stands for a quote or a space counts for nothing. */
function pairsOf(anchor: string): ReadonlySet<string> {
  const letters = anchor.toLowerCase().replace(/[^a-z0-9\u00c0-\u024f]+/g, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2));
  return pairs;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both++;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
