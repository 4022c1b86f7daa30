import type { Key } from '../../entry/entry.ts';
import type { Edit, Span } from '../../text/text.ts';
import type { Finding } from '../rule.ts';

/** What stands between a value's quotes, as written; a plain value as a whole. */
export interface Scalar extends Span {
  readonly quote: '' | "'" | '"';
}

/** A key's value as a line of text, over several lines perhaps; undefined where it is empty, broken, a list, a mapping or a block. */
export function scalarOf(text: string, { nameSpan, value: { from, to } }: Key): Scalar | undefined {
  if (from === to) return undefined;
  const first = text[from] ?? '';
  if (isQuote(first)) {
    return to - from > 1 && text[to - 1] === first
      ? { from: from + 1, to: to - 1, quote: first as Scalar['quote'] }
      : undefined;
  }
  if ('|>[{&*!-'.includes(first) || text.slice(nameSpan.to, from).includes('\n')) return undefined;
  return { from, to, quote: '' };
}

/** Whether the character is one that YAML quotes with. */
export function isQuote(char: string): boolean {
  return char === "'" || char === '"';
}

/** Whether the value is one that is still to come. */
export function isToCome(text: string, { from, to }: Span): boolean {
  return /^["'“]?TK\b/.test(text.slice(from, Math.min(to, from + 4)));
}

/** The value in single quotes; nothing that stands in it can break the YAML then. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** What a scalar says, its lines joined; undefined where it holds escapes other than of quotes. */
export function wordsOf(text: string, { from, to, quote }: Scalar): string | undefined {
  const raw = text.slice(from, to).replaceAll('\r', '').replace(/\n\s*/g, ' ');
  if (quote === "'") return raw.replaceAll("''", "'");
  if (quote === '"') return /\\[^"\\]/.test(raw) ? undefined : raw.replace(/\\(["\\])/g, '$1');
  return raw;
}

/** Spaces at either end of a quoted value, and more than one in a row inside it; where YAML folds lines there is but one. */
export function spacingFindings(text: string, { from, to }: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  const raw = text.slice(from, to);
  const start = raw.length - raw.trimStart().length;
  const end = raw.trimEnd().length;
  if (start > 0) findings.push(atEdge({ from, to: from + start }, 'start'));
  for (let at = raw.indexOf('  ', start); at >= 0 && at < end; at = raw.indexOf('  ', at)) {
    const first = at;
    while (raw.charCodeAt(at) === SPACE) at++;
    if (raw[first - 1] === '\n' || raw[at] === '\n' || raw[at] === '\r') continue;
    const span = { from: from + first, to: from + at };
    const fix = { title: 'Leave one space', edits: [{ from: span.from + 1, to: span.to, text: '' }] };
    findings.push({ ...span, message: 'More than one space stands between two words.', fix });
  }
  if (start < end && end < raw.length) findings.push(atEdge({ from: from + end, to }, 'end'));
  return findings;
}

function atEdge(span: Span, edge: 'start' | 'end'): Finding {
  return {
    ...span,
    message: `A space stands at the ${edge} of the value, inside its quotes.`,
    fix: { title: 'Remove the space', edits: [{ ...span, text: '' }] },
  };
}

const SPACE = 32;

/** How a value ends: with which words, where its last closing quotes begin, and what stands before them. */
interface Ending {
  /** Behind the last character that is neither space nor quote. */
  readonly at: number;
  readonly last: string;
  /** Behind the last character that is no space. */
  readonly end: number;
}

export function endingOf(text: string, { from, to, quote }: Scalar): Ending {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  let at = end;
  while (at > from && '"”’\''.includes(text[at - 1] ?? '')) at -= quote === '"' && text[at - 2] === '\\' ? 2 : 1;
  return { at, last: text[at - 1] ?? '', end };
}

/** The edit that lets a value end with a full stop, inside its closing quotes; undefined where it ends well, or on what is no word. */
export function stopEdit(text: string, scalar: Scalar): Edit | undefined {
  const { at, last } = endingOf(text, scalar);
  if (at <= scalar.from) return undefined;
  if (last === ',' || last === ';' || last === ':') return { from: at - 1, to: at, text: '.' };
  if (!/[a-z0-9%)$\u00c0-\u024f]/i.test(last)) return undefined;
  if (last === ')' && '.!?'.includes(text[at - 2] ?? ' ')) return undefined;
  return { from: at, to: at, text: '.' };
}

/** The line break that the front matter uses. */
export function lineBreakOf(text: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}
