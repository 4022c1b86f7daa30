import type { Entry, Key } from '../../entry/entry.ts';
import { isValidYaml, readFrontMatterValues } from '../../entry/yaml.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import { SLASH, SPACE } from '../../text/charCodes.ts';
import type { Edit } from '../../text/text.ts';
import { invalidValueFinding } from '../frontMatter/invalidValue.ts';
import { unopenedQuote } from '../frontMatter/unopenedQuote.ts';
import { isPlaceholder, isQuote } from '../frontMatter/yamlScalar.ts';
import type { Finding, Rule } from '../rule.ts';

export const frontMatter: Rule = {
  id: 'front-matter',
  summary: 'The front matter is valid YAML between two lines of "---".',
  why: "A single missing apostrophe costs an entry its title, date and description: inside single quotes, an apostrophe is written twice (''). A language after the opening fence is refused and never run.",
  severity: { draft: 'error', published: 'error' },
  bad: "---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: ⟦'\"There's no way.\"'⟧\n---\n",
  good: "---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: '\"There''s no way.\"'\n---\n",
  check(entry) {
    const findings: Finding[] = [];
    const { text, frontMatter: matter } = entry;
    if (!matter) return findings;
    if (matter.language) {
      findings.push(languageFinding(entry, matter.language.from, matter.language.to));
      return findings;
    }
    if (!matter.close) {
      findings.push({
        from: 0,
        to: Math.min(3, text.length),
        message: 'Missing "---" at the end of the front matter.',
        suggestions: [
          {
            title: 'Close the front matter',
            edits: [{ from: matter.content.to, to: matter.content.to, text: '\n---' }],
          },
        ],
      });
    }
    let hasKeyFindings = false;
    for (const finding of keyFindings(text, matter.keys)) {
      hasKeyFindings = true;
      findings.push(finding);
    }
    if (hasKeyFindings || isAllKeys(entry)) return findings; // each key is valid by itself

    const values = readFrontMatterValues(entry);
    if (values.ok || !matter.close) return findings;
    const line = lineAround(text, values.offset, matter.content.from, matter.content.to);
    findings.push({ ...line, message: `Invalid YAML: ${values.message}.` });
    return findings;
  },
};

function languageFinding({ text }: Entry, from: number, to: number): Finding {
  const language = text.slice(from, to);
  const edits: Edit[] = [{ from: 3, to, text: '' }];
  const finding = { from, to, message: `"${language}" after the opening "---": front matter is plain YAML.` };
  return language.toLowerCase() === 'yaml' ? { ...finding, fix: { title: 'Remove "yaml"', edits } } : finding;
}

/** Checks each key on its own, since a YAML parser stops at the first error. */
function keyFindings(text: string, keys: readonly Key[]): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key.name)) {
      findings.push({ ...key.nameSpan, message: `Duplicate key "${key.name}".` });
    } else if (!isSafe(text, key) && !isValidYaml(text.slice(key.from, key.to))) {
      if (!isReportedByDate(text, key)) findings.push(invalidValueFinding(text, key));
    } else {
      const stray = unopenedQuote(text, key);
      if (stray) findings.push(stray);
    }
    seen.add(key.name);
  }
  return findings;
}

/** Whether the `date` rule reports the value. That rule ignores placeholders. */
function isReportedByDate(text: string, { name, value }: Key): boolean {
  return name === 'date' && !isPlaceholder(text, value);
}

/**
 * Whether the value is obviously valid YAML, so that it need not be parsed: a plain scalar on one or more lines, a simple quoted
 * scalar, a list of plain scalars, or a mapping of such scalars on indented lines.
 */
function isSafe(text: string, { nameSpan, value: { from, to } }: Key): boolean {
  if (from === to) return true;
  if (isQuote(text.charAt(from))) return isSafeQuoted(text, from, to);
  const isBelow = text.slice(nameSpan.to, from).includes('\n');
  if (isBelow) return text.startsWith('- ', from) ? isSafeList(text, from, to) : isSafeMapping(text, from, to);
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    const start = at === from ? at : skipIndent(text, at, end);
    if (start === undefined || !isSafePlain(text, start, end, at === from)) return false;
    at = end + 1;
  }
  return true;
}

function isSafeList(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    if (!text.startsWith('- ', at) || !isSafePlain(text, at + 2, end, true)) return false;
    at = end + 1;
  }
  return true;
}

/**
 * `  twitter: "/public/a.jpg"`: all lines have the same indentation, except that lines which continue a plain value are indented
 * deeper. The first line's indentation is before `from`.
 */
function isSafeMapping(text: string, from: number, to: number): boolean {
  const indent = from - 1 - text.lastIndexOf('\n', from - 1);
  const names = new Set<string>();
  let mayContinue = false;
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    const start = at === from ? at : skipIndent(text, at, end);
    if (start === undefined) return false;
    const depth = at === from ? indent : start - at;
    if (depth > indent ? !(mayContinue && isSafePlain(text, start, end, false)) : depth < indent) return false;
    if (depth === indent) {
      const name = /^[\w-]+: +/.exec(text.slice(start, end))?.[0];
      if (name === undefined || names.has(name)) return false;
      names.add(name);
      const value = start + name.length;
      mayContinue = !isQuote(text.charAt(value));
      if (mayContinue ? !isSafePlain(text, value, end, true) : !isSafeQuoted(text, value, end)) return false;
    }
    at = end + 1;
  }
  return indent > 0;
}

/** Where the text of an indented line starts; undefined without indentation. */
function skipIndent(text: string, from: number, to: number): number | undefined {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at > from ? at : undefined;
}

/** Whether a plain scalar contains neither `: ` nor ` #`, and starts with a letter, a digit or a slash. */
function isSafePlain(text: string, from: number, to: number, isStart: boolean): boolean {
  if (from >= to) return false;
  const first = text.charCodeAt(from);
  if (isStart && !isLetter(first) && !isDigit(first) && first !== SLASH) return false;
  return !UNSAFE.test(text.slice(from, to));
}

const UNSAFE = /\p{Cc}|:(?: |$)| #/u;

function isSafeQuoted(text: string, from: number, to: number): boolean {
  const raw = text.slice(from, to);
  return raw.startsWith('"') ? SAFE_DOUBLE.test(raw) : SAFE_SINGLE.test(raw);
}

const SAFE_DOUBLE = /^"(?:[^"\\\p{Cc}]|\n )*"$/u;
const SAFE_SINGLE = /^'(?:[^'\\\p{Cc}]|''|\n )*'$/u;

function lineEnd(text: string, from: number, to: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 || end > to ? to : end;
}

/** Whether the front matter consists of nothing but the lines of its keys. */
function isAllKeys({ frontMatter: matter }: Entry): boolean {
  let at = matter?.content.from ?? 0;
  for (const key of matter?.keys ?? []) {
    if (key.from > at + 2) return false;
    at = key.to;
  }
  return at >= (matter?.content.to ?? 0);
}

function lineAround(text: string, at: number, low: number, high: number): { from: number; to: number } {
  const from = Math.max(low, text.lastIndexOf('\n', at - 1) + 1);
  const end = text.indexOf('\n', at);
  const to = Math.min(high, end < 0 ? text.length : end);
  return from < to ? { from, to } : { from: low, to: high };
}
