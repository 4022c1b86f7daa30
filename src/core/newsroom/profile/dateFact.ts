import type { DateForm } from '../../dates/dateForm.ts';
import type { DatedEntry } from './archive.ts';
import { type Fact, factOf, unknownFact } from './fact.ts';
import { newestRunOf } from './newestRun.ts';

/** The form of the dates; null if the log has none. */
export function dateFact(entries: readonly DatedEntry[]): Fact<DateForm | null> {
  const undated = entries.filter((entry) => labelOf(entry) === undefined);
  if (undated.length >= 2 && undated.length * 2 > entries.length)
    return factOf<DateForm | null, DatedEntry>({ place: 'none' }, entries, (entry) => labelOf(entry) === undefined);
  const run = newestRunOf(entries, labelOf);
  const model = run?.items.findLast((entry) => labelOf(entry) === run.form);
  if (!run || !model) return unknownFact(null);
  const form = model.timestamp?.form;
  const value: DateForm = form
    ? { place: 'frontMatter', separator: form.separator, time: form.time, offset: form.offset }
    : { place: 'fileName' };
  return factOf(
    value,
    run.items,
    (entry) => labelOf(entry) === run.form,
    run.isChanged ? run.items[0]?.day : undefined,
  );
}

/** The same for dates of the same form. A date that cannot be read, or has an unusual form, has one of its own and is an exception. */
function labelOf({ date, timestamp, file, path }: DatedEntry): string | undefined {
  if (date === undefined) return file.date === undefined ? undefined : 'fileName';
  if (!timestamp?.form.isRegular) return path;
  const { separator, time, offset } = timestamp.form;
  return `${separator} ${time} ${offset}`;
}

/** What a profile says of logs whose front matter has no dates. */
export const DATE_IN_FILE_NAME = 'only in the name of the file';

/** `YYYY-MM-DD HH:MM:SS ±HH:MM` */
export function dateFormText({ separator, time, offset }: Extract<DateForm, { place: 'frontMatter' }>): string {
  if (time === 'none') return 'YYYY-MM-DD';
  const offsets = { colon: ' ±HH:MM', compact: ' ±HHMM', Z: separator === 'T' ? 'Z' : ' Z', none: '' };
  return `YYYY-MM-DD${separator}${time === 'seconds' ? 'HH:MM:SS' : 'HH:MM'}${offsets[offset]}`;
}
