import type { Key } from '../../entry/entry.ts';
import { isCapital, isLetter } from '../../text/characters.ts';
import type { Finding, Fix } from '../rule.ts';
import { isQuote } from './yamlScalar.ts';

/**
 * Reports a value that ends with a quotation mark but does not start with one: `/uploads/12.jpg"`, `x'"A long noon."'`. It is
 * valid YAML, but the page shows the quotation mark.
 */
export function unopenedQuote(text: string, { name, value: { from, to } }: Key): Finding | undefined {
  const quote = text.charAt(to - 1);
  if (!isQuote(quote) || isQuote(text.charAt(from)) || to - from < 2) return undefined;
  if (KEYS_WITH_OWN_RULE.has(name) || (name === 'description' && quote === '"')) return undefined;
  const raw = text.slice(from, to);
  if (raw.startsWith('- ') || !(quote === '"' ? isUnopenedDoubleQuote(raw) : isUnopenedSingleQuote(raw))) {
    return undefined;
  }
  const isSecondCharacterQuote = raw.charAt(1) === quote;
  const cause = isSecondCharacterQuote
    ? `"${raw.charAt(0)}" comes before the one that opens it`
    : 'there is none that opens it';
  const fix: Fix = isSecondCharacterQuote
    ? { title: 'Correct the quotation marks', edits: [{ from, to: from + 2, text: openingQuote(raw) }] }
    : { title: 'Remove the quotation mark', edits: [{ from: to - 1, to, text: '' }] };
  return {
    from: to - 1,
    to,
    message: `This quotation mark closes the value of "${name}", but ${cause}.`,
    severity: 'warning',
    // In a sentence, it may be the opening one that is missing.
    ...(quote === '"' && /\s/.test(raw) && !isSecondCharacterQuote ? { suggestions: [fix] } : { fix }),
  };
}

/** Replaces the first two characters: `x'` by the quotation mark alone, and `T'` in `T'he` by both in the right order. */
function openingQuote(raw: string): string {
  const isSwapped = isCapital(raw.charCodeAt(0)) && isLetter(raw.charCodeAt(2)) && !isCapital(raw.charCodeAt(2));
  return isSwapped ? `${raw.charAt(1)}${raw.charAt(0)}` : raw.charAt(1);
}

/** Keys whose own rules report this. */
const KEYS_WITH_OWN_RULE: ReadonlySet<string> = new Set(['title', 'date', 'image']);

/** Whether the last character is the only double quote, straight or curly, and not a sign for inches (`6'2"`). */
function isUnopenedDoubleQuote(raw: string): boolean {
  return !/["“”]/.test(raw.slice(1, -1)) && !/\d"$/.test(raw);
}

/** Whether the value ends like a quotation, and no single quote in it opens one. */
function isUnopenedSingleQuote(raw: string): boolean {
  return /["”.!?] *'$/.test(raw) && !/(?:^|[\s("“])'(?=\S)/.test(raw);
}
