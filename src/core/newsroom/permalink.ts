import type { Values } from './liquidValues.ts';

/**
 * The address of a page on a site that Jekyll builds, below `baseurl`: `/2031/01/30/day-11/`. `path` is that of its source below the root,
 * `page` its front matter and `site` the values of `_config.yml`. Undefined for a draft without a date.
 */
export function pageAddress(path: string, page: Values, site: Values): string | undefined {
  const [, collection, file = ''] = /^_([^/]+)\/(.+)$/.exec(path) ?? [];
  const isPost = collection === 'posts' || collection === 'drafts';
  const pattern = textOf(page['permalink']) ?? patternFor(path, isPost ? 'posts' : collection, site);
  if (pattern === undefined) return `/${path}`;
  const date = isPost ? datePartsOf(path, page) : undefined;
  if (isPost && date === undefined && /:(?:\w*(?:year|month|day)|hour|minute|second)\b/.test(pattern)) return undefined;
  const name = file === '' ? path : file;
  const isPage = /\.(?:markdown|mkdn?|mkdown|md|html?|textile)$/.test(path);
  const parts: Readonly<Record<string, string>> = {
    ...date,
    categories: categoriesOf(page).join('/').toLowerCase(),
    collection: collection ?? '',
    name: slugOf(name),
    output_ext: isPage ? '.html' : (/\.\w+$/.exec(path)?.[0] ?? ''),
    path: name.replace(/\.\w+$/, ''),
    slug: textOf(page['slug']) ?? slugOf(name),
    title: textOf(page['slug']) ?? slugOf(name),
  };
  const address = pattern.replace(/:([a-z_]+)/g, (placeholder, key: string) => partOf(parts, key) ?? placeholder);
  return `/${address}`.replace(/\/{2,}/g, '/').replace(/\/index(?:\.html)?$/, '/');
}

/** `:title:output_ext`, but also `:title_more`. */
function partOf(parts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(parts, key) ? parts[key] : undefined;
}

function patternFor(path: string, collection: string | undefined, site: Values): string | undefined {
  const permalink = textOf(site['permalink']) ?? 'date';
  const style = STYLES[permalink] ?? permalink;
  if (collection !== undefined) {
    const collections = mappingOf(site['collections']);
    const own = textOf(mappingOf(collections[collection])['permalink']);
    if (own !== undefined) return STYLES[own] ?? own;
    return collection === 'posts' ? style : '/:collection/:path:output_ext';
  }
  if (!/\.(?:markdown|mkdn?|mkdown|md|html?)$/.test(path)) return undefined;
  return style.endsWith('/') && !path.endsWith('index.html') ? '/:path/' : '/:path:output_ext';
}

const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  none: '/:categories/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
};

/** The date of a post, from its front matter or its name, in the forms that patterns ask for. */
function datePartsOf(path: string, { date }: Values): Readonly<Record<string, string>> | undefined {
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] =
    DATE.exec(textOf(date) ?? '') ?? DATE.exec(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  if (year === '') return undefined;
  const dayOfYear = Math.round((Date.UTC(+year, +month - 1, +day) - Date.UTC(+year, 0, 0)) / 86_400_000);
  return {
    year,
    short_year: year.slice(2),
    month: month.padStart(2, '0'),
    i_month: String(+month),
    day: day.padStart(2, '0'),
    i_day: String(+day),
    y_day: String(dayOfYear).padStart(3, '0'),
    hour: hour.padStart(2, '0'),
    minute,
    second,
  };
}

const DATE = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?)?/;

/** `day-11` for `2031-01-30-day-11.markdown` */
function slugOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/^\d{4}-\d\d?-\d\d?-/, '')
    .replace(/\.\w+$/, '');
}

/** A list, or a text that Jekyll splits at white space. */
function categoriesOf({ categories, category }: Values): string[] {
  const values = categories ?? category;
  const names = Array.isArray(values) ? values.map(String) : (textOf(values)?.split(/\s+/) ?? []);
  return names.filter((name) => name !== '');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function mappingOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}
