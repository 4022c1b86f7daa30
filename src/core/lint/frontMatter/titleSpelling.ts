import type { Day } from '../../entry/day.ts';
import { daysByPath } from '../../entry/daysByPath.ts';
import type { Key } from '../../entry/entry.ts';
import { findKey } from '../../entry/keys.ts';
import { nameOfNumber, numberInTitle, type TitleForm } from '../../entry/titleForm.ts';
import { oncePer } from '../../text/oncePer.ts';
import type { Finding, RuleContext, RuleEntry } from '../rule.ts';
import { withoutRiskyFixes } from './keepsOtherValues.ts';

/**
 * Reports a title that is almost of the log's form, `issue #12` for `Issue 12`: the same letters around the number, but other signs or
 * another case than nearly all entries have. Entries from before the log took its present form are left alone.
 */
export function titleSpelling(
  entry: RuleEntry,
  key: Key,
  value: string,
  form: TitleForm,
  { path, days }: Pick<RuleContext, 'path' | 'days'>,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (findKey(entry.frontMatter, 'post_type')) return findings;
  const digits = nearMiss(value, form);
  if (digits === undefined) return findings;
  const own = daysByPath(days).get(path);
  const isOfOldForm = own !== undefined && !own.draft && own.number === undefined;
  if (numberedEntries(days).count < ENOUGH_ENTRIES || isOfOldForm) return findings;
  const expected = nameOfNumber(Number(digits), form);
  const rest = value.slice(value.indexOf(digits) + digits.length + form.suffix.length);
  const newTitle = `${expected}${rest}`;
  const isPlain = entry.text.slice(key.value.from, key.value.to) === value;
  const fix = { title: `Change the title to ${newTitle}`, edits: [{ ...key.value, text: newTitle }] };
  findings.push({
    from: key.value.from,
    to: key.value.to,
    message: `The title is "${value}": expected "${newTitle}".`,
    ...(isPlain && { suggestions: [fix] }),
  });
  return withoutRiskyFixes(entry, findings);
}

/** Cached per array of days. */
const numberedEntries = oncePer((days: readonly Day[]) => ({
  count: days.filter(({ draft, number }) => !draft && number !== undefined).length,
}));

/** Fewer may still try several forms. */
const ENOUGH_ENTRIES = 5;

/** The number in a title whose letters are those of the form, but not its signs and spaces. */
function nearMiss(value: string, form: TitleForm): string | undefined {
  if (!/\p{L}/u.test(form.prefix)) return undefined;
  const match = /^([^\d]*?)(\d+)([^\d]*?)$/u.exec(value.split(/\s*[:;|(–—：]\s*(?=\p{L})|\s-\s/u)[0] ?? '');
  if (!match) return undefined;
  const [written = '', prefix = '', digits = '', suffix = ''] = match;
  const isSame = lettersOf(prefix) === lettersOf(form.prefix) && lettersOf(suffix) === lettersOf(form.suffix);
  const isSpelledSo = numberInTitle(written, form) !== undefined && prefix.trim() === form.prefix.trim();
  return isSame && !isSpelledSo ? digits : undefined;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}]+/gu, '');
}
