import { SPACE } from '../../text/charCodes.ts';
import { hasEastAsian } from '../../text/eastAsian.ts';
import type { Edit, Span } from '../../text/text.ts';
import type { Finding } from '../rule.ts';
import type { Scalar } from './yamlScalar.ts';

/** Reports spaces at either end of a value, and more than one space between two words. Spaces around line breaks are ignored. */
export function spacingFindings(text: string, { from, to }: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  const raw = text.slice(from, to);
  const start = raw.length - raw.trimStart().length;
  const end = raw.trimEnd().length;
  if (start > 0) findings.push(spaceAtEdge({ from, to: from + start }, 'start'));
  for (let at = raw.indexOf('  ', start); at >= 0 && at < end; at = raw.indexOf('  ', at)) {
    const first = at;
    while (raw.charCodeAt(at) === SPACE) at++;
    if (raw[first - 1] === '\n' || raw[at] === '\n' || raw[at] === '\r') continue; // YAML folds these into one space
    const span = { from: from + first, to: from + at };
    const fix = { title: 'Keep one space', edits: [{ from: span.from + 1, to: span.to, text: '' }] };
    findings.push({ ...span, message: 'More than one space between two words.', fix });
  }
  if (start < end && end < raw.length) findings.push(spaceAtEdge({ from: from + end, to }, 'end'));
  return findings;
}

function spaceAtEdge(span: Span, edge: 'start' | 'end'): Finding {
  return {
    ...span,
    message: `Space at the ${edge} of the value, inside the quotes.`,
    fix: { title: 'Remove the space', edits: [{ ...span, text: '' }] },
  };
}

/** The end of a value. */
interface ScalarEnding {
  /** The offset after the last character that is neither a space nor a quotation mark. */
  readonly at: number;
  /** That character. */
  readonly last: string;
  /** The offset after the last character that is not a space. */
  readonly end: number;
}

/** Finds the end of a value, before its closing quotation marks. */
export function endingOfScalar(text: string, { from, to, quote }: Scalar): ScalarEnding {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= SPACE) end--;
  let at = end;
  while (at > from && '"”’\'“»」』'.includes(text[at - 1] ?? '')) at -= quote === '"' && text[at - 2] === '\\' ? 2 : 1;
  return { at, last: text[at - 1] ?? '', end };
}

/**
 * The edit that ends a value with a full stop inside its quotation marks; undefined if it ends well, with a symbol, or in a script whose
 * sentences end otherwise.
 */
export function fullStopEdit(text: string, scalar: Scalar): Edit | undefined {
  const { at, last } = endingOfScalar(text, scalar);
  if (at <= scalar.from) return undefined;
  if (last === ',' || last === ';' || last === ':') return { from: at - 1, to: at, text: '.' };
  if (!/[a-z0-9%)$\u00c0-\u024f]/i.test(last)) return undefined;
  if (last === ')' && '.!?。！？'.includes(text[at - 2] ?? ' ')) return undefined;
  if (hasEastAsian(text.slice(scalar.from, at))) return undefined; // it may end with a number or a foreign word
  return { from: at, to: at, text: '.' };
}
