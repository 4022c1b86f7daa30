import type { Day } from '../entry/day.ts';
import { daysByPath } from '../entry/daysByPath.ts';
import { oncePer } from '../text/oncePer.ts';

/** Whether several other entries have a date of the same digits and signs, such as `01/31/2031`, which their site reads then. */
export function isOwnDateForm(value: string, days: readonly Day[], path: string): boolean {
  const shape = shapeOf(value);
  const own = daysByPath(days).get(path)?.dateText;
  const others = (dateShapes(days).get(shape) ?? 0) - (own !== undefined && shapeOf(own) === shape ? 1 : 0);
  return others >= MIN_OWN_FORM && others >= days.length * OWN_FORM_SHARE;
}

const MIN_OWN_FORM = 3;
const OWN_FORM_SHARE = 0.1;

/** The text with one sign for each digit and each word. */
function shapeOf(dateText: string): string {
  return dateText.replace(/\d/g, '0').replace(/\p{L}+/gu, 'a');
}

/** How many entries have a date of each shape. Cached per array of days. */
const dateShapes = oncePer((days: readonly Day[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { dateText } of days) {
    if (dateText === undefined) continue;
    const shape = shapeOf(dateText);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return counts;
});
