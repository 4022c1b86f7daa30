import type { Entry } from '../../entry/entry.ts';
import { imagesOf } from '../../entry/images.ts';

/** Where the images of an archive are, and how its entries write their addresses. */
export interface ImagePlace {
  /** Below the root of the site, as addresses have it: `uploads`, `img/2031/01`. */
  readonly folder: string;
  /** What comes before the name of a file in `![…](…)`: `/uploads/`. */
  readonly bodyPrefix: string;
  /** What comes before the name of a file in the front matter: `/uploads/`. */
  readonly frontMatterPrefix: string;
  /** The quotation mark around an address in the front matter; empty if there is none. */
  readonly quote: '"' | "'" | '';
}

/** An image as an entry of a date refers to it. */
interface UsedImage {
  /** `/uploads/` */
  readonly prefix: string;
  /** `uploads`, with `{year}`, `{month}` and `{day}` in place of the entry's own. */
  readonly folder: string;
  readonly isInFrontMatter: boolean;
  readonly quote: ImagePlace['quote'];
}

/** The images of an entry that are in a folder of the site. `siteUrl`: how addresses on the site begin if they are written in full. */
export function usedImages(entry: Entry, date: string | undefined, siteUrl: string | undefined): UsedImage[] {
  return imagesOf(entry.text, entry).flatMap(({ address, isInFrontMatter, from }) => {
    const end = address.lastIndexOf('/') + 1;
    const prefix = address.slice(0, end).trimStart();
    const ownPrefix = siteUrl !== undefined && prefix.startsWith(`${siteUrl}/`) ? prefix.slice(siteUrl.length) : prefix;
    const path = ownPrefix.replace(/^\{\{\s*site\.(?:baseurl|url)\s*\}\}/, '').replace(/^(?:\.?\/)+/, '');
    if (
      path === '' ||
      end === address.length ||
      /^[a-z]+:|\{[{%]|(?:^|\/)\.\.\//i.test(path) ||
      ownPrefix.startsWith('//')
    )
      return [];
    // Below the page, and not below the root.
    if (!isInFrontMatter && !/^(?:\/|\{\{)/.test(ownPrefix)) return [];
    const mark = entry.text[from - 1];
    const quote = mark === '"' || mark === "'" ? mark : '';
    return [
      {
        prefix: withDateParts(prefix, date),
        folder: withDateParts(path.slice(0, -1), date),
        isInFrontMatter,
        quote: isInFrontMatter ? quote : '"',
      },
    ];
  });
}

/** The place for new images of an entry of a date, from images of the latest entries. `baseUrl`: the folder that the site is in, `/blog`. */
export function imagePlace(
  images: readonly UsedImage[],
  date: string,
  baseUrl = '',
  defaultFolder = 'uploads',
): ImagePlace {
  const base = baseUrl.replace(/^(?=[^/])/, '/').replace(/\/+$/, '');
  const folderOf = ({ folder }: UsedImage) => withoutBase(folder, base);
  const folder = mostUsed(images.map(folderOf)) ?? defaultFolder;
  const inFolder = images.filter((image) => folderOf(image) === folder);
  const inBody = inFolder.filter(({ isInFrontMatter }) => !isInFrontMatter);
  const inFrontMatter = inFolder.filter(({ isInFrontMatter }) => isInFrontMatter);
  const prefixOf = (used: readonly UsedImage[]) => mostUsed(used.map(({ prefix }) => prefix));
  return {
    folder: dated(folder, date),
    bodyPrefix: dated(prefixOf(inBody) ?? `${base}/${folder}/`, date),
    frontMatterPrefix: dated(prefixOf(inFrontMatter) ?? `/${folder}/`, date),
    quote: mostUsed(inFrontMatter.map(({ quote }) => quote)) ?? '"',
  };
}

/** The most frequent value, the first one of several. */
function mostUsed<T extends string>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The folder on disk: addresses on a site that is in a folder itself may start with that. */
function withoutBase(folder: string, base: string): string {
  return base !== '' && `/${folder}/`.startsWith(`${base}/`) ? folder.slice(base.length) : folder;
}

/** The path with the parts of a date as placeholders: `/img/{year}/{month}/` for `/img/2031/01/` in an entry of that month. */
function withDateParts(path: string, date: string | undefined): string {
  const [year, month, day] = date?.split('-') ?? [];
  if (year === undefined || month === undefined || day === undefined) return path;
  return path
    .replace(new RegExp(`(^|[/-])${year}(?=[/-]|$)`), '$1{year}')
    .replace(new RegExp(`(\\{year\\}[/-])${month}(?=[/-]|$)`), '$1{month}')
    .replace(new RegExp(`(\\{month\\}[/-])${day}(?=[/-]|$)`), '$1{day}');
}

function dated(path: string, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return path.replaceAll('{year}', year).replaceAll('{month}', month).replaceAll('{day}', day);
}
