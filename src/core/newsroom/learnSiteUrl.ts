import { fileNameOf } from '../files/paths.ts';

/** A published entry. */
interface PublishedEntry {
  readonly path: string;
  readonly readText: () => string;
}

/**
 * The address of the site as the links between its entries show it: `https://log.example` if they link to
 * `https://log.example/2031/01/30/day-11/`, and `2031-01-30-day-11.markdown` is one of them. Undefined unless many links agree. A link of
 * an entry to its own page does not count: it may lead to a copy on another site.
 */
export function learnSiteUrl(entries: readonly PublishedEntry[]): string | undefined {
  const pages = new Set(entries.map(({ path }) => pageOf(path)));
  const counts = new Map<string, number>();
  let total = 0;
  for (const { path, readText } of entries) {
    const ownPage = pageOf(path);
    for (const [, url = '', year, month, day, name = ''] of readText().matchAll(PAGE_ADDRESS)) {
      const page = `${year}-${month}-${day}-${name.toLowerCase()}`;
      if (page === ownPage || !pages.has(page)) continue;
      counts.set(url, (counts.get(url) ?? 0) + 1);
      total++;
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] >= MIN_LINKS && best[1] >= total * MIN_SHARE ? best[0] : undefined;
}

/** `2031-01-30-day-11` */
function pageOf(path: string): string {
  return fileNameOf(path)
    .replace(/\.\w+$/, '')
    .toLowerCase();
}

const PAGE_ADDRESS = /(https?:\/\/[\w.:-]+)\/(\d{4})\/(\d\d)\/(\d\d)\/([^\s/?#()[\]<>"'\\]+)/g;

const MIN_LINKS = 10;
const MIN_SHARE = 0.9;
