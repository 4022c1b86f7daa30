import { parseEntry } from '../../../src/core/entry/parse.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import type { Problem } from '../../../src/core/lint/rule.ts';
import { renderBody } from '../../../src/core/render/body.ts';
import { lineAt, lineStarts } from '../../../src/core/text/lineIndex.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { corpusLines } from '../../support/corpus.ts';
import { everyRule } from '../../support/ruleContext.ts';
import { type Archive, problemsOf } from './archive.ts';
import { LOOKS_RIGHT, RULES_FOR } from './classes.ts';

/** A fault that a writer mended: a row of `fixes.jsonl`. */
export interface Mended {
  readonly path: string;
  readonly class: string;
  readonly severity: string;
  readonly before_line: string;
  readonly after_line: string;
  readonly note?: string;
}

/**
 * What becomes of a row: whether its fault is found in the line before and not in the line after, and whether the fix, where
 * there is a certain one, makes the `same` line of it, another that is `well-formed`, or `wrong`.
 */
export interface Outcome {
  readonly row: Mended;
  readonly unfit?: string;
  readonly found: boolean;
  readonly repair?: 'same' | 'well-formed' | 'wrong' | 'offered' | 'none';
  readonly made?: string;
  /** What else is found in the line before. */
  readonly others?: readonly string[];
}

/** Puts the line before into the entry where the line after stands, or else into an entry of its own, and looks at it. */
export function mends(archive: Archive): Outcome[] {
  const places = placesOf(archive);
  return corpusLines<Mended>('fixes.jsonl').map((row) => {
    const unfit = unfitness(row);
    return unfit ? { row, unfit, found: false } : outcome(archive, row, contextOf(row, places));
  });
}

function unfitness({ class: kind, before_line: before, after_line: after, note }: Mended): string | undefined {
  if (LOOKS_RIGHT.has(kind)) return 'looks right in itself';
  if (kind.startsWith('section-number')) return note?.includes('=>') ? undefined : 'needs its neighbours';
  if (before === after) return 'before and after are the same';
  if (before.startsWith('FILE ')) return 'is about the name of a file';
  if (kind === 'fm-yaml-error' && /^title: Day \d+$/.test(before)) return 'looks right in itself';
  if (kind === 'literal-bracket-unescaped') return 'is a matter of style that no rule is about';
  if (kind === 'url-smart-char' || kind === 'url-bracket') return 'the format allows it';
  if (kind.startsWith('fm-tios') && !/[.'"]$/.test(before)) return 'is the first of several lines';
  return undefined;
}

/** Lines of the archive that stand there once, by their text. */
function placesOf({ entries }: Archive): ReadonlyMap<string, { path: string; text: string; from: number } | undefined> {
  const places = new Map<string, { path: string; text: string; from: number } | undefined>();
  for (const { path, text } of entries) {
    let from = 0;
    for (const line of text.split('\n')) {
      places.set(line, places.has(line) ? undefined : { path, text, from });
      from += line.length + 1;
    }
  }
  return places;
}

/** A text before and after the mend, and where its line is. */
interface Context {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly from: number;
}

function contextOf(row: Mended, places: ReturnType<typeof placesOf>): Context {
  const path = row.path.replace(/\.md$/, '.markdown').replace(/Day-/, 'day-');
  if (row.class.startsWith('section-number')) return numbered(path, row.note ?? '');
  const place = row.after_line.length > 20 ? places.get(row.after_line) : undefined;
  if (place)
    return around(
      place.path,
      place.text.slice(0, place.from),
      row,
      place.text.slice(place.from + row.after_line.length),
    );
  if (/^fm-/.test(row.class) || /^(?:title|date|description|image|todayInOneSentence): /.test(row.before_line))
    return inFrontMatter(path, row);
  // What is asked of a notable is asked under its heading.
  return around(path, /^\d+\. /.test(row.before_line) ? '### Notables.\n\n' : '', row, '');
}

function around(path: string, head: string, { before_line, after_line }: Mended, tail: string): Context {
  return { path, before: head + before_line + tail, after: head + after_line + tail, from: head.length };
}

/** The keys of a day, but for the one that the row is about. */
function inFrontMatter(path: string, row: Mended): Context {
  const [, date = '2031-01-31', day = '12'] = /(\d{4}-\d\d-\d\d)-day-(\d+)/i.exec(path) ?? [];
  const name = /^(\w+):/.exec(row.after_line)?.[1] ?? /^(\w+):/.exec(row.before_line)?.[1];
  const keys = {
    title: `Day ${day}`,
    date: `${date} 12:00:00 -08:00`,
    description: "'A line.'",
    image: `"/uploads/${day}.jpg"`,
  };
  const others = Object.entries({ ...keys, todayInOneSentence: 'It was a day.' }).filter(([key]) => key !== name);
  const head = `---\n${others.map(([key, value]) => `${key}: ${value}\n`).join('')}`;
  if (row.class === 'fm-missing') {
    const after = `---\n${row.after_line}\ndate: ${keys.date}\ndescription: 'A line.'\n---\n\nText.\n`;
    return { path, before: 'Text.\n', after, from: 0 };
  }
  const stripped = { ...row, before_line: row.before_line === '---' ? '' : row.before_line };
  return around(path, head, stripped, '\n---\n');
}

/** `[1, 2, 4] => [1, 2, 3]` */
function numbered(path: string, note: string): Context {
  const body = (list = '') =>
    list
      .split(',')
      .map((number) => `${number.trim()}/ **The mayor resigned**. She left. ([Herald](https://herald.example/a))\n`)
      .join('\n');
  const [before, after] = note.split('=>').map((list) => body(/\[([\d, ]*)\]/.exec(list)?.[1]));
  return { path, before: before ?? '', after: after ?? '', from: -1 };
}

function outcome({ around }: Archive, row: Mended, context: Context): Outcome {
  const surroundings = around(context.path);
  const family = RULES_FOR[row.class] ?? [];
  const look = (text: string) => problemsOn(text, context.from, problemsOf(parseEntry(text), surroundings));
  const before = look(context.before).filter(({ rule }) => family.includes(rule));
  const after = look(context.after);
  const gone = before.filter(
    (problem) => !after.some((one) => one.rule === problem.rule && one.message === problem.message),
  );
  if (gone.length === 0)
    return {
      row,
      found: false,
      others: look(context.before).map(({ rule }) => rule),
      ...(before.length > 0 && { unfit: 'is mended in part' }),
    };
  const fixing = gone.some(({ fix }) => fix);
  if (!fixing) {
    const offers = gone.flatMap(({ suggestions }) => suggestions ?? []);
    const isSame = offers.some(({ edits }) => applyEdits(context.before, edits) === context.after);
    return { row, found: true, repair: isSame || offers.length > 0 ? 'offered' : 'none' };
  }
  const fixed = fixAll(context.before, surroundings, everyRule);
  const number = lineAt(lineStarts(context.before), Math.max(0, context.from));
  const start = lineStarts(fixed.text)[number] ?? 0;
  const made = context.from < 0 ? fixed.text : lineOf(fixed.text, start);
  if (fixed.text === context.after || fixed.text === fixAll(context.after, surroundings, everyRule).text)
    return { row, found: true, repair: 'same' };
  const rest = problemsOn(fixed.text, context.from < 0 ? -1 : start, fixed.problems);
  const isClean = !rest.some((problem) => family.includes(problem.rule));
  const links = [row.before_line, row.after_line].map((line) => line.match(/\]\(/g)?.length ?? 0);
  const isLinked = context.from < 0 || linksIn(made) >= Math.min(...links);
  return { row, found: true, repair: isClean && isLinked ? 'well-formed' : 'wrong', made };
}

function linksIn(line: string): number {
  return renderBody(line).match(/<a /g)?.length ?? 0;
}

function lineOf(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end);
}

function problemsOn(text: string, from: number, problems: readonly Problem[]): Problem[] {
  if (from < 0) return [...problems];
  const starts = lineStarts(text);
  const line = lineAt(starts, from);
  const isHead = text.startsWith('---');
  return problems.filter(
    (problem) =>
      (lineAt(starts, problem.from) <= line && line <= lineAt(starts, problem.to)) ||
      (isHead && /^(?:front-matter|date|day-number|title|day-taken)/.test(problem.rule)),
  );
}
