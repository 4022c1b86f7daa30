import { OPTIONAL_KEYS } from '../../archive/usualKeys.ts';
import type { Entry, FrontMatter, Key } from '../../entry/entry.ts';
import { datedName } from '../../entry/fileName.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { misspells } from '../../outlets/spelling.ts';
import { lineBreakOf } from '../frontMatter/frontMatterEdits.ts';
import { addAll, type Finding, type Fix, type Rule, type RuleContext } from '../rule.ts';

export const frontMatterKeys: Rule = {
  id: 'front-matter-keys',
  summary: 'The front matter has a title and a date, and when it is published all that the entries around it have.',
  why: 'Without a title and a date the site cannot place an entry. The description, the image and the one sentence are what readers see of it elsewhere; a draft may still lack them. A key that is spelled wrong is as good as none.',
  severity: { draft: 'hint', published: 'warning' },
  bad: '⟦---⟧\ntitle: Day 12\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, surroundings) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    if (!frontMatter) {
      addAll(findings, withoutFrontMatter(entry, surroundings));
      return findings;
    }
    // What is not read as front matter at all has one fault, and that is not its keys.
    if (frontMatter.language || !frontMatter.close || isComplete(text, frontMatter)) return findings;
    const required = requiredOf(entry, surroundings);
    const absent = required.filter((name) => !keyOf(frontMatter, name));
    const misspelled = new Set<string>();
    for (const { name, nameSpan } of frontMatter.keys) {
      if (KNOWN.has(name)) continue;
      const meant = [...KNOWN].find((known) => isNearMiss(name, known) && !keyOf(frontMatter, known));
      if (meant === undefined) continue;
      misspelled.add(meant);
      findings.push({
        ...nameSpan,
        message: `"${name}" is no key that is known; "${meant}" is.`,
        suggestions: [{ title: `Rename it to ${meant}`, edits: [{ ...nameSpan, text: meant }] }],
      });
    }
    for (const name of required) {
      const key = keyOf(frontMatter, name);
      if (key && name !== 'description' && isEmpty(text, key)) {
        findings.push({ ...key.nameSpan, message: `"${name}" has no value.` });
      }
    }
    for (const name of absent.filter((missing) => !misspelled.has(missing))) {
      findings.push({
        from: 0,
        to: Math.min(3, text.length),
        message: `There is no ${name}.`,
        suggestions: [addition(entry, frontMatter, name, surroundings)],
      });
    }
    return findings;
  },
};

/** The quick way past: all keys known, and a value for every one that may be required. */
function isComplete(text: string, { keys }: FrontMatter): boolean {
  let found = 0;
  for (const key of keys) {
    if (!KNOWN.has(key.name)) return false;
    if ((key.name === 'title' || key.name === 'date' || OPTIONAL_KEYS.has(key.name)) && !isEmpty(text, key)) found++;
  }
  return found === ALWAYS.length + OPTIONAL_KEYS.size;
}

/** Those that Daybook, the site and its makers know. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['title', 'date', 'description', 'image', 'todayInOneSentence', 'tags', 'categories', 'layout', 'author'],
  ...['currentMood', 'editorsNote', 'tag_excerpts', 'podcast', 'redirect_from', 'seo', 'post_type', 'previewText'],
  ...['signoff', 'permalink', 'published', 'category', 'tag', 'slug', 'excerpt', 'comments', 'lang'],
]);

function isNearMiss(name: string, known: string): boolean {
  const key = name.toLowerCase().replace(/[_-]/g, '');
  const other = known.toLowerCase().replace(/_/g, '');
  return key === other || misspells(key, other);
}

function requiredOf({ text, frontMatter }: Entry, { stage, requiredKeys }: RuleContext): readonly string[] {
  if (stage === 'draft') return ALWAYS;
  const date = keyOf(frontMatter, 'date');
  return [...ALWAYS, ...requiredKeys(date && /^\d{4}-\d{2}-\d{2}/.exec(scalar(text, date))?.[0])];
}

const ALWAYS = ['title', 'date'] as const;

/** Nothing, or quotes around nothing. */
function isEmpty(text: string, { value: { from, to } }: Key): boolean {
  return to - from < 3 && /^(?:''|""|~)?$/.test(text.slice(from, to));
}

function addition({ text }: Entry, { content, close }: FrontMatter, name: string, surroundings: RuleContext): Fix {
  const newLine = lineBreakOf(text);
  const line = `${name}: ${startOf(name, surroundings)}`;
  const atStart = name === 'title' || content.from === content.to || !close;
  const at = atStart ? content.from : content.to;
  const added = atStart ? `${line}${newLine}` : `${newLine}${line}`;
  return {
    title: `Add ${name}`,
    edits: [{ from: at, to: at, text: added }],
    caret: added.indexOf(line) + caretIn(line),
  };
}

/** Where the writer goes on: inside the quotes, else at the end. */
function caretIn(line: string): number {
  return line.length - (/["']*$/.exec(line)?.[0].length ?? 0) + (line.endsWith(`'""'`) ? 2 : 0);
}

function startOf(name: string, { fileName }: RuleContext): string {
  const named = datedName(fileName);
  if (name === 'title') return named.number === undefined ? 'Day ' : `Day ${named.number}`;
  if (name === 'date') return named.date ?? '';
  if (name === 'description') return `'""'`;
  return name === 'image' ? '"/uploads/"' : '';
}

/** An entry by its file's name that starts with its text, or has none. */
function* withoutFrontMatter({ text }: Entry, surroundings: RuleContext): Generator<Finding> {
  const { date, number } = datedName(surroundings.fileName);
  if (date === undefined && number === undefined) return;
  const newLine = lineBreakOf(text);
  const lines = ['---', ...ALWAYS.map((name) => `${name}: ${startOf(name, surroundings)}`)];
  const added = lines.join(newLine);
  const line = text.indexOf('\n');
  yield {
    from: 0,
    to: line > 0 ? line : Math.min(1, text.length),
    message: text.trim() === '' ? 'The entry is empty.' : 'The entry has no front matter: no title and no date.',
    suggestions: [
      {
        title: 'Begin with front matter',
        edits: [{ from: 0, to: 0, text: `${added}${newLine}---${newLine}${newLine}` }],
        caret: added.length,
      },
    ],
  };
}
