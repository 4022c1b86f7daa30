import type { Key } from '../../entry/entry.ts';
import type { Span } from '../../text/text.ts';

/** The value of a key between its quotes, as written. A value without quotes is the whole value. */
export interface Scalar extends Span {
  readonly quote: '' | "'" | '"';
}

/**
 * Reads the value of a key as text on one or several lines; undefined if it is empty, lacks its closing quote, or is a list, a
 * mapping, a block scalar, a number, a boolean or null.
 */
export function scalarOf(text: string, { nameSpan, value: { from, to } }: Key): Scalar | undefined {
  if (from === to) return undefined;
  const first = text[from] ?? '';
  if (isQuote(first)) {
    return to - from > 1 && text[to - 1] === first
      ? { from: from + 1, to: to - 1, quote: first as Scalar['quote'] }
      : undefined;
  }
  if ('|>[{&*!-'.includes(first) || text.slice(nameSpan.to, from).includes('\n')) return undefined;
  return to - from < 24 && NOT_TEXT.test(text.slice(from, to)) ? undefined : { from, to, quote: '' };
}

/** What YAML does not read as text without quotes. */
const NOT_TEXT = /^(?:~|null|true|false|yes|no|on|off|(?=\D*\d)[-+]?[\d.][\d._:-]*(?:e[-+]?\d+)?)$/i;

/** Whether the character quotes a value in YAML. */
export function isQuote(character: string): boolean {
  return character === "'" || character === '"';
}

/** Whether the value is a placeholder for text still to be written: `TK`, `'"TK"'`. */
export function isPlaceholder(text: string, { from, to }: Span): boolean {
  return /^["'“]?TK\b/.test(text.slice(from, Math.min(to, from + 4)));
}

/** The value in single quotes, in which no character can break the YAML. */
export function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The text that a scalar stands for, on one line; undefined if it contains escapes other than those of quotes and backslashes. */
export function scalarText(text: string, { from, to, quote }: Scalar): string | undefined {
  const raw = text.slice(from, to).replaceAll('\r', '').replace(/\n\s*/g, ' ');
  if (quote === "'") return raw.replaceAll("''", "'");
  if (quote === '"') return /\\[^"\\]/.test(raw) ? undefined : raw.replace(/\\(["\\])/g, '$1');
  return raw;
}
