import type { Day } from '../../entry/day.ts';
import { fileNameOf } from '../../files/paths.ts';
import { slugOf } from '../../newsroom/profile/fileNameParts.ts';

/**
 * The name of an entry's images, without number and extension: `day-12`, or with the date if the name of the entry does not tell its day.
 */
export function imageBaseName({ path, date, number }: Pick<Day, 'path' | 'date' | 'number'>): string {
  // In a page bundle the folder has the name.
  const name = fileNameOf(path.replace(/\/_?index(?=\.[^./]*$)/, '')).replace(/\.[^.]*$/, '');
  const dated = /^(\d{4}-\d{2}-\d{2})(?:[-_. ]+(.*))?$/s.exec(name);
  const slug = slugOf(dated ? (dated[2] ?? '') : name);
  const tellsDay = number !== undefined && slug.split(/\D+/).includes(String(number));
  const prefix = tellsDay ? undefined : (dated?.[1] ?? date);
  return [prefix, slug].filter((part) => part !== undefined && part !== '').join('-') || 'image';
}

/**
 * A file name that no other image of the folder has, with whatever extension: `day-12.png`, or else `day-12-2.png`. Some file systems do
 * not distinguish capitals.
 */
export function freeImageName(baseName: string, extension: string, taken: readonly string[]): string {
  const stems = new Set(taken.map((name) => name.replace(/\.[^.]*$/, '').toLowerCase()));
  let stem = baseName;
  for (let count = 2; stems.has(stem.toLowerCase()); count++) stem = `${baseName}-${count}`;
  return `${stem}.${extension}`;
}
