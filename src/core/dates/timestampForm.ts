import type { TimestampForm } from './timestamp.ts';

/** `YYYY-MM-DD HH:MM:SS ±HH:MM` */
export function patternOf({ separator, time, offset }: TimestampForm): string {
  if (time === 'none') return 'YYYY-MM-DD';
  const gap = separator === ' ' ? ' ' : '';
  const offsetPattern = offset === 'none' ? '' : `${gap}±HH${offset === 'compact' ? '' : ':'}MM`;
  return `YYYY-MM-DD${separator}HH:MM${time === 'minutes' ? '' : ':SS'}${offsetPattern}`;
}

/** The moment in a form. Keeps an offset, seconds and a time that the form leaves out. */
export function formatted(
  { date: day, time, offset }: { readonly date: string; readonly time: string; readonly offset: string | undefined },
  { separator, time: timeForm, offset: offsetForm }: TimestampForm,
): string {
  if (offset === undefined && timeForm === 'none' && time === '00:00:00') return day;
  const clock = timeForm === 'minutes' && time.endsWith(':00') ? time.slice(0, 5) : time;
  const written = offset && (offsetForm === 'compact' ? offset.replace(':', '') : offset);
  return `${day}${separator}${clock}${written ? (separator === ' ' ? ` ${written}` : written) : ''}`;
}
