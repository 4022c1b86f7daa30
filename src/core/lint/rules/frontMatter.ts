import type { Entry, Key } from '../../entry/entry.ts';
import { isYaml, readValues } from '../../entry/yaml.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Edit } from '../../text/text.ts';
import { brokenValue } from '../frontMatter/brokenValue.ts';
import { isQuote, isToCome } from '../frontMatter/frontMatterEdits.ts';
import { strayQuote } from '../frontMatter/strayQuote.ts';
import type { Finding, Rule } from '../rule.ts';

export const frontMatter: Rule = {
  id: 'front-matter',
  summary: 'The front matter is YAML that parses, between two lines of "---".',
  why: "A single apostrophe too few costs an entry its title, its date and its description: inside single quotes an apostrophe is written twice (''). A language behind the opening fence is refused and never run.",
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
        message: 'The front matter is not closed.',
        suggestions: [
          {
            title: 'Close the front matter',
            edits: [{ from: matter.content.to, to: matter.content.to, text: '\n---' }],
          },
        ],
      });
    }
    let explained = false;
    for (const finding of keyFindings(text, matter.keys)) {
      explained = true;
      findings.push(finding);
    }
    if (explained || isAllKeys(entry)) return findings; // each key parses by itself

    const values = readValues(entry);
    if (values.ok || !matter.close) return findings;
    const line = lineAround(text, values.at, matter.content.from, matter.content.to);
    findings.push({ ...line, message: `This is not YAML: ${values.message}.` });
    return findings;
  },
};

function languageFinding({ text }: Entry, from: number, to: number): Finding {
  const language = text.slice(from, to);
  const edits: Edit[] = [{ from: 3, to, text: '' }];
  const finding = { from, to, message: `"${language}" stands behind the opening "---"; front matter is plain YAML.` };
  return language.toLowerCase() === 'yaml' ? { ...finding, fix: { title: 'Remove "yaml"', edits } } : finding;
}

/** Faults that one key shows on its own; YAML itself stops at the first. */
function keyFindings(text: string, keys: readonly Key[]): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key.name)) {
      findings.push({ ...key.nameSpan, message: `"${key.name}" stands here a second time.` });
    } else if (!isSafe(text, key) && !isYaml(text.slice(key.from, key.to))) {
      if (!isSeen(text, key)) findings.push(brokenValue(text, key));
    } else {
      const stray = strayQuote(text, key);
      if (stray) findings.push(stray);
    }
    seen.add(key.name);
  }
  return findings;
}

/** Whether the rule of the date reports it, whatever is wrong with it; of one still to come it says nothing. */
function isSeen(text: string, { name, value }: Key): boolean {
  return name === 'date' && !isToCome(text, value);
}

/**
 * Plainly YAML, so that the parser need not be asked: a plain scalar, over several indented lines perhaps, a simple
 * quoted one, a list of plain ones, a mapping of such on indented lines.
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
 * `  twitter: "/public/a.jpg"`, every line indented alike, and those that go on with a plain value deeper. The first line's
 * indentation is before `from`.
 */
function isSafeMapping(text: string, from: number, to: number): boolean {
  const indent = from - 1 - text.lastIndexOf('\n', from - 1);
  const names = new Set<string>();
  let mayGoOn = false;
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    const start = at === from ? at : skipIndent(text, at, end);
    if (start === undefined) return false;
    const depth = at === from ? indent : start - at;
    if (depth > indent ? !(mayGoOn && isSafePlain(text, start, end, false)) : depth < indent) return false;
    if (depth === indent) {
      const name = /^[\w-]+: +/.exec(text.slice(start, end))?.[0];
      if (name === undefined || names.has(name)) return false;
      names.add(name);
      const value = start + name.length;
      mayGoOn = !isQuote(text.charAt(value));
      if (mayGoOn ? !isSafePlain(text, value, end, true) : !isSafeQuoted(text, value, end)) return false;
    }
    at = end + 1;
  }
  return indent > 0;
}

/** Where an indented line's text starts. */
function skipIndent(text: string, from: number, to: number): number | undefined {
  let at = from;
  while (at < to && text.charCodeAt(at) === 32) at++;
  return at > from ? at : undefined;
}

/** Has neither `: ` nor ` #` in it, and starts with a letter, a digit or a slash where it starts the value. */
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

const SLASH = 47;

function lineEnd(text: string, from: number, to: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 || end > to ? to : end;
}

/** Whether nothing but the keys' own lines stands in the front matter. */
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
