import { escapeRegExp } from '../text/escapeRegExp.ts';
import type { Span } from '../text/text.ts';

/** The form of the titles of numbered entries: `Day 12 - The flood`. */
export interface TitleForm {
  /** `Day ` */
  readonly prefix: string;
  /** The number of digits that numbers are filled up to with zeros: 3 for `007`; 1 if they are not. */
  readonly digits: number;
  /** What always follows the number, as in `第12号`. */
  readonly suffix: string;
  /** ` - `; null if titles have no subtitle. */
  readonly separator: string | null;
  readonly subtitle: 'always' | 'often' | 'sometimes' | 'never';
  readonly quotes: Quotes;
}

/** How a value in the front matter is quoted. */
export type Quotes = 'none' | 'single' | 'double';

/** `Day 12`: the form of a log that has not shown another one. */
export const DAY_TITLE: TitleForm = {
  prefix: 'Day ',
  digits: 1,
  suffix: '',
  separator: null,
  subtitle: 'never',
  quotes: 'none',
};

/** `Issue {number}` or `Issue {number}: {subtitle}`; also the `pattern` of the setting's schema. */
export const TITLE_PATTERN = /^([^{}]*)\{number\}([^{}]*)(\{subtitle\})?$/;

/** Whether the titles are `Day 12`, perhaps with a subtitle. */
export function isDayTitle({ prefix, digits, suffix }: TitleForm): boolean {
  return prefix === 'Day ' && digits === 1 && suffix === '';
}

/**
 * The digits of the number in a title of the form, `Day 12` or with a subtitle `Day 12: The flood`, in upper or lower case; undefined if it
 * is not a numbered title.
 */
export function numberInTitle(title: string, form: TitleForm = DAY_TITLE): string | undefined {
  return expressionOf(form).exec(title)?.[2];
}

/** The same, as offsets in the title. */
export function numberSpanInTitle(title: string, form: TitleForm): Span | undefined {
  const { 1: before, 2: digits } = expressionOf(form).exec(title) ?? NO_PARTS;
  if (before === undefined || digits === undefined) return undefined;
  return { from: before.length, to: before.length + digits.length };
}

const NO_PARTS: readonly string[] = [];

/** What an entry with that number is called: `Day 12`. */
export function nameOfNumber(number: number, { prefix, digits, suffix }: TitleForm = DAY_TITLE): string {
  return `${prefix}${String(number).padStart(digits, '0')}${suffix}`.trim();
}

function expressionOf(form: TitleForm): RegExp {
  let expression = expressions.get(form);
  if (!expression) {
    const number = `(\\s*${flexible(form.prefix)})(\\d+)${flexible(form.suffix)}`;
    expression = new RegExp(`^${number}(?:\\s*$|${SUBTITLE})`, 'iu');
    expressions.set(form, expression);
  }
  return expression;
}

const expressions = new WeakMap<TitleForm, RegExp>();

/** A subtitle comes after a sign and contains a letter. */
const SUBTITLE = '\\s*[:;,.|/(–—：、・-][^\\n]*\\p{L}';

/** Matches the text with any spaces where it has some. */
function flexible(text: string): string {
  return text.split(/\s+/).map(escapeRegExp).join('\\s+');
}
