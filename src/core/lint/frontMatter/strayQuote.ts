import type { Key } from '../../entry/entry.ts';
import { isCapital, isLetter } from '../../text/characters.ts';
import type { Finding, Fix } from '../rule.ts';
import { isQuote } from './frontMatterEdits.ts';

/**
 * A value that a quotation mark closes and none opens, `/uploads/12.jpg"` or `x'"A long noon."'`: it is YAML, and the page shows the
 * mark.
 */
export function strayQuote(text: string, { name, value: { from, to } }: Key): Finding | undefined {
  const quote = text.charAt(to - 1);
  if (!isQuote(quote) || isQuote(text.charAt(from)) || to - from < 2) return undefined;
  if (SEEN.has(name) || (name === 'description' && quote === '"')) return undefined;
  const raw = text.slice(from, to);
  if (raw.startsWith('- ') || (quote === '"' ? !closesNothing(raw) : !/["”.!?] *'$/.test(raw) || OPENS.test(raw)))
    return undefined;
  const isPushed = raw.charAt(1) === quote;
  const fix: Fix = isPushed
    ? { title: 'Put the marks right', edits: [{ from, to: from + 2, text: opening(raw) }] }
    : { title: 'Remove the mark', edits: [{ from: to - 1, to, text: '' }] };
  return {
    from: to - 1,
    to,
    message: `This mark closes the value of "${name}", but ${isPushed ? `"${raw.charAt(0)}" stands before the one that opens it` : 'none opens it'}.`,
    severity: 'warning',
    fix,
  };
}

/** Of `x'` the mark; of `T'he` both, the other way round. */
function opening(raw: string): string {
  const isSwapped = isCapital(raw.charCodeAt(0)) && isLetter(raw.charCodeAt(2)) && !isCapital(raw.charCodeAt(2));
  return isSwapped ? `${raw.charAt(1)}${raw.charAt(0)}` : raw.charAt(1);
}

/** Keys whose own rules see it. */
const SEEN: ReadonlySet<string> = new Set(['title', 'date', 'image']);

/** Whether the mark at its end is the only double quote, straight or curly; that of inches, `6'2"`, is none. */
function closesNothing(raw: string): boolean {
  return !/["“”]/.test(raw.slice(1, -1)) && !/\d"$/.test(raw);
}

/** A single quote that opens something. */
const OPENS = /(?:^|[\s("“])'(?=\S)/;
