import { type OffsetDateTime, toUtc } from './localTimestamp.ts';
import type { OffsetForm, TimeForm } from './timestamp.ts';

/** The form of dates in the front matter. `fileName`: only the file names have dates; `none`: nothing has. */
export type DateForm =
  | {
      readonly place: 'frontMatter';
      readonly separator: ' ' | 'T';
      readonly time: TimeForm;
      readonly offset: OffsetForm;
    }
  | { readonly place: 'fileName' }
  | { readonly place: 'none' };

/** `2031-01-31 09:30:00 -08:00` */
export const STANDARD_DATE: DateForm = { place: 'frontMatter', separator: ' ', time: 'seconds', offset: 'colon' };

/** A local date and time as the front matter has it; undefined if it has none. `inUtc`: the date is written in UTC. */
export function dateText(local: OffsetDateTime, form: DateForm, inUtc: boolean): string | undefined {
  if (form.place !== 'frontMatter') return undefined;
  const { separator, time, offset } = form;
  if (time === 'none') return local.date;
  const written = inUtc ? toUtc(local) : local;
  const clock = written.time.slice(0, time === 'minutes' ? 5 : 8);
  const offsets = {
    colon: written.offset,
    compact: written.offset.replace(':', ''),
    Z: written.offset === '+00:00' ? 'Z' : written.offset,
    none: '',
  };
  const zone = offsets[offset];
  return `${written.date}${separator}${clock}${zone === '' || separator === 'T' ? zone : ` ${zone}`}`;
}
