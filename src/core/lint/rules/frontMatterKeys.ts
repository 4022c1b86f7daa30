import { type Counts, frontMatterCounts, isUsual } from '../../archive/frontMatterCounts.ts';
import { OPTIONAL_KEYS } from '../../archive/usualKeys.ts';
import type { Day } from '../../entry/day.ts';
import { daysByPath } from '../../entry/daysByPath.ts';
import type { Entry, FrontMatter, Key } from '../../entry/entry.ts';
import { numberInFileName, parseFileName } from '../../entry/fileName.ts';
import { findKey } from '../../entry/keys.ts';
import { KNOWN_KEYS } from '../../entry/knownKeys.ts';
import { nameOfNumber } from '../../entry/titleForm.ts';
import { misspells } from '../../outlets/spelling.ts';
import { lineBreakOf, startOfLine } from '../../text/lineBounds.ts';
import { oncePer } from '../../text/oncePer.ts';
import { wordsCutByComment } from '../frontMatter/cutByComment.ts';
import { keyAsSubject } from '../frontMatter/keyName.ts';
import { dateIn } from '../frontMatter/titleAndDate.ts';
import { addFindings, type Finding, type Fix, type Rule, type RuleContext } from '../rule.ts';

export const frontMatterKeys: Rule = {
  id: 'front-matter-keys',
  summary: 'The front matter has a title and a date and, once published, every key that the entries around it have.',
  why: 'Without a title and a date, the site cannot place an entry. The description, the image and "Today in one sentence" are what readers see of it elsewhere; a draft may still lack them. A misspelled key has no effect.',
  severity: { draft: 'hint', published: 'warning' },
  bad: '⟦---⟧\ntitle: Day 12\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, context) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    if (!frontMatter) {
      addFindings(findings, withoutFrontMatter(entry, context));
      return findings;
    }
    // Front matter that is not read at all is the fault of another rule.
    if (frontMatter.language || !frontMatter.close || isComplete(text, frontMatter)) return findings;
    const required = requiredFor(entry, context);
    const missing = required.filter((name) => !findKey(frontMatter, name));
    const misspelled = new Set<string>();
    for (const { name, nameSpan } of frontMatter.keys) {
      if (KNOWN_KEYS.has(name) || (keyCounts(context.days).get(name) ?? 0) > MAX_SAME_TYPOS) continue;
      const meant = [...KNOWN_KEYS].find((knownKey) => isNearMiss(name, knownKey) && !findKey(frontMatter, knownKey));
      if (meant === undefined) continue;
      misspelled.add(meant);
      findings.push({
        ...nameSpan,
        message: `Unknown key "${name}". Did you mean "${meant}"?`,
        suggestions: [{ title: `Rename it to "${meant}"`, edits: [{ ...nameSpan, text: meant }] }],
      });
    }
    for (const name of required) {
      const key = findKey(frontMatter, name);
      if (key && name !== 'description' && isEmpty(text, key) && !wordsCutByComment(text, key)) {
        findings.push({ ...key.nameSpan, message: `${keyAsSubject(name)} is empty.` });
      }
    }
    for (const name of missing) {
      if (misspelled.has(name)) continue;
      findings.push({
        from: 0,
        to: Math.min(3, text.length),
        message: `${keyAsSubject(name)} is missing.`,
        suggestions: [addition(entry, frontMatter, name, context)],
      });
    }
    return findings;
  },
};

/** A cheap check that rules out most entries: all keys are known, and every key that may be required has a value. */
function isComplete(text: string, { keys }: FrontMatter): boolean {
  let withValue = 0;
  for (const key of keys) {
    if (!KNOWN_KEYS.has(key.name)) return false;
    if ((key.name === 'title' || key.name === 'date' || OPTIONAL_KEYS.has(key.name)) && !isEmpty(text, key))
      withValue++;
  }
  return withValue === ALWAYS_REQUIRED.length + OPTIONAL_KEYS.size;
}

/** How many entries have each key. Cached per array of days. */
const keyCounts = oncePer((days: readonly Day[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { keys = [] } of days) for (const name of new Set(keys)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
});

/** A key in more entries is the log's own. */
const MAX_SAME_TYPOS = 4;

function isNearMiss(name: string, knownKey: string): boolean {
  const written = name.toLowerCase().replace(/[_-]/g, '');
  const intended = knownKey.toLowerCase().replace(/_/g, '');
  return written === intended || misspells(written, intended);
}

function requiredFor(entry: Entry, context: RuleContext): readonly string[] {
  const { stage, requiredKeys, fileName, days } = context;
  const { dateKeys, dates } = frontMatterCounts(days);
  if (stage === 'draft') return isUsual(dateKeys) ? ALWAYS_REQUIRED : ['title'];
  const hasDate = findKey(entry.frontMatter, 'date') !== undefined;
  const isDatedByName = parseFileName(fileName).date !== undefined;
  const isOftenDatedByName = isDatedByName && dateKeys.lacking > dateKeys.having * NAMED_SHARE;
  const mayLackDate = !hasDate && (isOftenDatedByName || (!isUsual(dateKeys) && (isDatedByName || !isUsual(dates))));
  return [
    ...(mayLackDate ? ['title'] : ALWAYS_REQUIRED),
    ...requiredKeys(dateIn(entry, context) ?? parseFileName(fileName).date),
  ];
}

/** Where more entries than this are dated by the names of their files alone, that is a habit. */
const NAMED_SHARE = 0.1;

const ALWAYS_REQUIRED = ['title', 'date'] as const;

/** Whether the value is missing, `~` or a pair of quotes without text. */
function isEmpty(text: string, { value: { from, to } }: Key): boolean {
  return to - from < 3 && /^(?:''|""|~)?$/.test(text.slice(from, to));
}

function addition({ text }: Entry, { content, close, keys }: FrontMatter, name: string, context: RuleContext): Fix {
  const newLine = lineBreakOf(text);
  const margin = marginOf(text, keys);
  const line = `${margin}${name}: ${initialValue(name, context)}`;
  const atStart = name === 'title' || content.from === content.to || !close;
  const at = atStart ? content.from : content.to;
  const added = atStart ? `${line}${newLine}` : `${newLine}${line}`;
  return {
    title: `Add ${name}`,
    edits: [{ from: at, to: at, text: added }],
    caret: added.indexOf(line) + caretOffset(line),
  };
}

/** The spaces that every key starts with; nearly always none. */
function marginOf(text: string, [first]: readonly Key[]): string {
  return first ? (/ *$/.exec(text.slice(startOfLine(text, first.from), first.from))?.[0] ?? '') : '';
}

/** Where the caret goes in the added line: inside its quotes, or else at its end. */
function caretOffset(line: string): number {
  return line.length - (/["']*$/.exec(line)?.[0].length ?? 0) + (line.endsWith(`'""'`) ? 2 : 0);
}

function initialValue(name: string, { fileName, title }: RuleContext): string {
  const number = numberInFileName(fileName, title);
  if (name === 'title') return number === undefined || !title ? (title?.prefix ?? '') : nameOfNumber(number, title);
  if (name === 'date') return parseFileName(fileName).date ?? '';
  if (name === 'description') return `'""'`;
  return name === 'image' ? '"/uploads/"' : '';
}

/** Reports a file that is named like an entry but has no front matter. */
function* withoutFrontMatter({ text }: Entry, context: RuleContext): Generator<Finding> {
  const { date, number } = parseFileName(context.fileName);
  if ((date === undefined && number === undefined) || !hasUsualFrontMatter(context)) return;
  const newLine = lineBreakOf(text);
  const lines = ['---', ...ALWAYS_REQUIRED.map((name) => `${name}: ${initialValue(name, context)}`)];
  const added = lines.join(newLine);
  const line = text.indexOf('\n');
  yield {
    from: 0,
    to: line > 0 ? line : Math.min(1, text.length),
    message: text.trim() === '' ? 'The entry is empty.' : 'The entry has no front matter: title and date are missing.',
    suggestions: [
      {
        title: 'Add front matter',
        edits: [{ from: 0, to: 0, text: `${added}${newLine}---${newLine}${newLine}` }],
        caret: added.length,
      },
    ],
  };
}

/** Whether most of the other published entries have front matter. Some generators do without. */
function hasUsualFrontMatter({ days, path }: RuleContext): boolean {
  const { having, lacking } = frontMatterCounts(days).frontMatter;
  const own = daysByPath(days).get(path);
  const counted = own && !own.draft ? (own.keys ? { having: 1, lacking: 0 } : { having: 0, lacking: 1 }) : NONE;
  return isUsual({ having: having - counted.having, lacking: lacking - counted.lacking });
}

const NONE: Counts = { having: 0, lacking: 0 };
