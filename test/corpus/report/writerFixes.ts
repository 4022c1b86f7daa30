import { parseEntry } from '../../../src/core/entry/parse.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import type { Problem } from '../../../src/core/lint/rule.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { lineAt, lineStarts } from '../../../src/core/text/lineIndex.ts';
import { corpusLines } from '../../support/corpus.ts';
import { everyRule } from '../../support/ruleContext.ts';
import { RULES_FOR, UNDETECTABLE_FAULTS } from './faultClasses.ts';
import { type Archive, lintWithEveryRule } from './lintArchive.ts';

/** A fault that a writer has fixed: a row of `fixes.jsonl`. */
export interface WriterFix {
  readonly path: string;
  readonly class: string;
  readonly severity: string;
  readonly before_line: string;
  readonly after_line: string;
  readonly note?: string;
}

/**
 * The result for a row. `found` if the rules report the fault in the line before the fix and not in the line after. If our fix is
 * certain, it yields the `same` line, another `well-formed` one, or a `wrong` one.
 */
export interface Outcome {
  readonly row: WriterFix;
  /** Why the row does not count. */
  readonly exclusionReason?: string;
  readonly found: boolean;
  readonly fixQuality?: 'same' | 'well-formed' | 'wrong' | 'offered' | 'none';
  readonly fixedLine?: string;
  /** The rules that report something in the line before, if the fault is not found. */
  readonly otherRules?: readonly string[];
}

/** Checks the line before each fix, in the entry that contains the line after it or else in an entry of its own. */
export function compareWithWriterFixes(archive: Archive): Outcome[] {
  const lines = uniqueLines(archive);
  return corpusLines<WriterFix>('fixes.jsonl').map((row) => {
    const exclusionReason = exclusionReasonFor(row);
    return exclusionReason
      ? { row, exclusionReason, found: false }
      : compareFix(archive, row, fixContextOf(row, lines));
  });
}

function exclusionReasonFor({
  class: kind,
  before_line: before,
  after_line: after,
  note,
}: WriterFix): string | undefined {
  if (UNDETECTABLE_FAULTS.has(kind)) return 'the line looks right';
  if (kind.startsWith('section-number')) return note?.includes('=>') ? undefined : 'depends on other lines';
  if (before === after) return 'before and after are the same';
  if (before.startsWith('FILE ')) return 'is about a file name';
  if (kind === 'fm-yaml-error' && /^title: Day \d+$/.test(before)) return 'the line looks right';
  if (kind === 'literal-bracket-unescaped') return 'is a matter of style without a rule';
  if (kind === 'url-smart-char' || kind === 'url-bracket') return 'the format allows it';
  if (kind.startsWith('fm-tios') && !/[.'"]$/.test(before)) return 'is the first of several lines';
  return undefined;
}

/** The lines that occur once in the archive, by their text. Lines that occur more often map to undefined. */
function uniqueLines({
  entries,
}: Archive): ReadonlyMap<string, { path: string; text: string; from: number } | undefined> {
  const lines = new Map<string, { path: string; text: string; from: number } | undefined>();
  for (const { path, text } of entries) {
    let from = 0;
    for (const line of text.split('\n')) {
      lines.set(line, lines.has(line) ? undefined : { path, text, from });
      from += line.length + 1;
    }
  }
  return lines;
}

/** An entry before and after a fix. `from` is the offset of the line; -1 if the fix concerns the whole text. */
interface FixContext {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly from: number;
}

function fixContextOf(row: WriterFix, lines: ReturnType<typeof uniqueLines>): FixContext {
  const path = row.path.replace(/\.md$/, '.markdown').replace(/Day-/, 'day-');
  if (row.class.startsWith('section-number')) return withSectionNumbers(path, row.note ?? '');
  const line = row.after_line.length > 20 ? lines.get(row.after_line) : undefined;
  if (line)
    return inText(line.path, line.text.slice(0, line.from), row, line.text.slice(line.from + row.after_line.length));
  if (/^fm-/.test(row.class) || /^(?:title|date|description|image|todayInOneSentence): /.test(row.before_line))
    return inFrontMatter(path, row);
  // Rules for notables apply only below their heading.
  return inText(path, /^\d+\. /.test(row.before_line) ? '### Notables.\n\n' : '', row, '');
}

function inText(path: string, head: string, { before_line, after_line }: WriterFix, tail: string): FixContext {
  return { path, before: head + before_line + tail, after: head + after_line + tail, from: head.length };
}

/** Puts the line into front matter with all usual keys except its own. */
function inFrontMatter(path: string, row: WriterFix): FixContext {
  const [, date = '2031-01-31', day = '12'] = /(\d{4}-\d\d-\d\d)-day-(\d+)/i.exec(path) ?? [];
  const name = /^(\w+):/.exec(row.after_line)?.[1] ?? /^(\w+):/.exec(row.before_line)?.[1];
  const keys = {
    title: `Day ${day}`,
    date: `${date} 12:00:00 -08:00`,
    description: "'A line.'",
    image: `"/uploads/${day}.jpg"`,
  };
  const otherKeys = Object.entries({ ...keys, todayInOneSentence: 'It was a day.' }).filter(([key]) => key !== name);
  const head = `---\n${otherKeys.map(([key, value]) => `${key}: ${value}\n`).join('')}`;
  if (row.class === 'fm-missing') {
    const after = `---\n${row.after_line}\ndate: ${keys.date}\ndescription: 'A line.'\n---\n\nText.\n`;
    return { path, before: 'Text.\n', after, from: 0 };
  }
  const stripped = { ...row, before_line: row.before_line === '---' ? '' : row.before_line };
  return inText(path, head, stripped, '\n---\n');
}

/** Creates sections with the numbers in a note such as `[1, 2, 4] => [1, 2, 3]`. */
function withSectionNumbers(path: string, note: string): FixContext {
  const body = (list = '') =>
    list
      .split(',')
      .map((number) => `${number.trim()}/ **The mayor resigned**. She left. ([Herald](https://herald.example/a))\n`)
      .join('\n');
  const [before, after] = note.split('=>').map((list) => body(/\[([\d, ]*)\]/.exec(list)?.[1]));
  return { path, before: before ?? '', after: after ?? '', from: -1 };
}

function compareFix(archive: Archive, row: WriterFix, { path, before, after, from }: FixContext): Outcome {
  const ruleContext = archive.contextOf(path);
  const expectedRules = RULES_FOR[row.class] ?? [];
  const findProblems = (text: string) => problemsOnLine(text, from, lintWithEveryRule(parseEntry(text), ruleContext));
  const problemsBefore = findProblems(before);
  const expected = problemsBefore.filter(({ rule }) => expectedRules.includes(rule));
  const problemsAfter = findProblems(after);
  const resolved = expected.filter(
    ({ rule, message }) => !problemsAfter.some((problem) => problem.rule === rule && problem.message === message),
  );
  if (resolved.length === 0)
    return {
      row,
      found: false,
      otherRules: problemsBefore.map(({ rule }) => rule),
      ...(expected.length > 0 && { exclusionReason: 'is only partly fixed' }),
    };
  if (!resolved.some(({ fix }) => fix)) {
    const isOffered = resolved.some(({ suggestions = [] }) => suggestions.length > 0);
    return { row, found: true, fixQuality: isOffered ? 'offered' : 'none' };
  }
  const fixed = fixAll(before, ruleContext, everyRule);
  const lineNumber = lineAt(lineStarts(before), Math.max(0, from));
  const start = lineStarts(fixed.text)[lineNumber] ?? 0;
  const fixedLine = from < 0 ? fixed.text : lineAtOffset(fixed.text, start);
  if (fixed.text === after || fixed.text === fixAll(after, ruleContext, everyRule).text)
    return { row, found: true, fixQuality: 'same' };
  const remaining = problemsOnLine(fixed.text, from < 0 ? -1 : start, fixed.problems);
  const isClean = !remaining.some(({ rule }) => expectedRules.includes(rule));
  const linkCounts = [row.before_line, row.after_line].map((line) => line.match(/\]\(/g)?.length ?? 0);
  const keepsLinks = from < 0 || countLinks(fixedLine) >= Math.min(...linkCounts);
  return { row, found: true, fixQuality: isClean && keepsLinks ? 'well-formed' : 'wrong', fixedLine };
}

function countLinks(line: string): number {
  return renderBody(line).match(/<a /g)?.length ?? 0;
}

function lineAtOffset(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end);
}

/** The problems on the line at an offset, and those of the front matter as a whole if there is one; all problems for offset -1. */
function problemsOnLine(text: string, from: number, problems: readonly Problem[]): Problem[] {
  if (from < 0) return [...problems];
  const starts = lineStarts(text);
  const line = lineAt(starts, from);
  const hasFrontMatter = text.startsWith('---');
  return problems.filter(
    (problem) =>
      (lineAt(starts, problem.from) <= line && line <= lineAt(starts, problem.to)) ||
      (hasFrontMatter && /^(?:front-matter|date|day-number|title|day-taken)/.test(problem.rule)),
  );
}
