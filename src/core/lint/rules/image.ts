import { numberInFileName } from '../../entry/fileName.ts';
import { imagesOf, localImagePath } from '../../entry/images.ts';
import { findKey } from '../../entry/keys.ts';
import { isDigit } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { nameOf } from '../frontMatter/nameOf.ts';
import { dateIn, titleNumberIn } from '../frontMatter/titleAndDate.ts';
import { isPlaceholder, scalarOf } from '../frontMatter/yamlScalar.ts';
import { addFindings, type Finding, type Rule, type RuleContext, type RuleEntry } from '../rule.ts';

export const image: Rule = {
  id: 'image',
  summary:
    "The path of the image starts with a slash and leads to a file, and its name does not contain another day's number.",
  why: 'Without the slash, the site looks for the image below the entry and shows none. Whether its file exists is checked before publishing. The number of another day is usually left over from the entry that this one was copied from.',
  severity: { draft: 'warning', published: 'warning' },
  otherSeverities: [{ severity: 'info', when: "if the name contains another day's number" }],
  bad: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\nimage: "⟦uploads/day-12-mayor.jpg⟧"\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\nimage: "/uploads/day-12-mayor.jpg"\n---\n',
  reaches: ['image'],
  check(entry, context) {
    const findings: Finding[] = [];
    const { fileName, title, dayNumber, utcOffsets, hasFile } = context;
    if (hasFile) addFindings(findings, missingFiles(entry, hasFile));
    const { text, frontMatter } = entry;
    const key = findKey(frontMatter, 'image');
    const span = key && scalarOf(text, key);
    if (!span) return findings;
    const raw = text.slice(span.from, span.to);
    if (!USUAL_PATH.test(raw)) {
      if (isPlaceholder(text, span) || isOfNoFile(raw.trim())) return findings;
      const fault = faultOfPath(raw, span);
      if (fault) findings.push(fault);
    }
    const titleNumber = titleNumberIn(entry, title)?.digits;
    const other = titleNumber && otherNumber(text, span, titleNumber);
    if (!titleNumber || !other) return withoutRiskyFixes(entry, findings);
    // If the number belongs to the entry after all, the title is wrong, which another rule reports.
    const imageNumber = Number(text.slice(other.from, other.to));
    const date = dateIn(entry, { utcOffsets, fileName });
    if (imageNumber === numberInFileName(fileName, title) || (date !== undefined && imageNumber === dayNumber(date)))
      return withoutRiskyFixes(entry, findings);
    findings.push({
      ...other,
      severity: 'info',
      message: `This is ${nameOf(Number(titleNumber), title)}, but the name of the image contains ${text.slice(other.from, other.to)}.`,
      suggestions: [{ title: `Change the number to ${titleNumber}`, edits: [{ ...other, text: titleNumber }] }],
    });
    return withoutRiskyFixes(entry, findings);
  },
};

/** Images of the site whose file does not exist. */
function* missingFiles(entry: RuleEntry, hasFile: NonNullable<RuleContext['hasFile']>): Generator<Finding> {
  for (const image of imagesOf(entry.source, entry)) {
    const path = localImagePath(image);
    if (path !== undefined && !hasFile(path)) {
      yield { from: image.from, to: image.to, message: `Image not found: ${image.address}` };
    }
  }
}

/** `/uploads/day-12-mayor.jpg`: the form of nearly every path, in which nothing is to be corrected. */
const USUAL_PATH = /^(?:\/[\w-]+)+\.(?:jpe?g|png|gif|webp)$/;

/** Whether there is no path, or one that is not finished or leads elsewhere. */
function isOfNoFile(path: string): boolean {
  return path === '' || path.endsWith('/') || ELSEWHERE.test(path);
}

/** An address on any site, a Liquid expression, a path that leaves the folder, or a value on several lines. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\/|^\.\.\/|\{\{|[\r\n]/i;

function faultOfPath(raw: string, { from, to }: Span): Finding | undefined {
  const path = raw.trim();
  const expected = expectedPath(path);
  if (expected === raw) return undefined;
  const fix = { title: `Change the path to ${expected}`, edits: [{ from, to, text: expected }] };
  // Without any folder, the theme may add one.
  const isCertain = path.includes('/');
  return { from, to, message: describeFault(raw), ...(isCertain ? { fix } : { suggestions: [fix] }) };
}

/** The path with a leading slash, without quotation marks or stray characters. */
function expectedPath(path: string): string {
  const unquoted = path.replace(/^[^/"']?["']+(?=\/)|"|'$/g, '');
  return `/${unquoted.replace(/^(?:\.?\/)+/, '').replace(AFTER_EXTENSION, '$1')}`;
}

/** One or two stray characters after a file extension: `12.jpg.`, `12.jpgg`. */
const AFTER_EXTENSION = /(\.(?:jpe?g|png|gif|webp|avif|svg(?!z$)))[^/?#]{1,2}$/i;

function describeFault(raw: string): string {
  if (raw.trim() !== raw) return 'Space before or after the path of the image.';
  if (/"|^.?'|'$/.test(raw)) return 'Quotation mark in the path of the image.';
  return raw.startsWith('/')
    ? 'Stray characters in the path of the image.'
    : 'The path of the image does not start with a slash.';
}

/** The only number in the image's name, if it may be a day number and differs from the entry's. */
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
