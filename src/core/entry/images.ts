import type { Span } from '../text/text.ts';
import { unescapeBackslashes } from '../text/unescapeBackslashes.ts';
import type { Entry } from './entry.ts';
import { findKey, scalarValue } from './keys.ts';

/** The address of an image, as written: that of the front matter, or of `![…](…)` in the body. */
export interface EntryImage extends Span {
  /** `/uploads/day-12-mayor.jpg` */
  readonly address: string;
  readonly isInFrontMatter: boolean;
}

/** The images of an entry in the order of the text; those in HTML or by reference are left out. `text` is the one as written. */
export function imagesOf(
  text: string,
  { frontMatter, literals }: Pick<Entry, 'frontMatter' | 'literals'>,
): EntryImage[] {
  const images: EntryImage[] = [];
  const key = findKey(frontMatter, 'image');
  const value = key && scalarValue(text, key);
  if (key && value) {
    const offset = text.slice(key.value.from, key.value.to).indexOf(value);
    const from = key.value.from + Math.max(0, offset);
    const to = offset < 0 ? key.value.to : from + value.length;
    images.push({ from, to, address: value, isInFrontMatter: true });
  }
  for (const { kind, from, to } of literals) {
    if (kind !== 'image') continue;
    const [, space = '', pointy, bare] = IMAGE_ADDRESS.exec(text.slice(from, to)) ?? [];
    const address = pointy ?? bare ?? '';
    const start = from + 1 + space.length + (pointy === undefined ? 0 : 1);
    if (address !== '') {
      images.push({
        from: start,
        to: start + address.length,
        address: unescapeBackslashes(address),
        isInFrontMatter: false,
      });
    }
  }
  return images;
}

/** The address in `(/uploads/a.jpg "Title")`, with or without angle brackets. */
const IMAGE_ADDRESS = /^\((\s*)(?:<([^<>\n]*)>|((?:\\.|[^\s\\])*(?=\s|\)$)))/;

/** Whether the address ends at a folder, so that the name of the file is still to come: `/uploads/`. */
export function isUnfinishedPath({ address }: EntryImage): boolean {
  return address.trimEnd().endsWith('/') && /^(?:\.{0,2}\/)?(?:[^\s:/?#{}]+\/)*$/.test(address.trim());
}

/**
 * The path below the site's root that an image's file must have; undefined if the image is on another site, computed by Liquid, below the
 * page, or not finished.
 */
export function localImagePath(image: EntryImage): string | undefined {
  const address = image.address.trim().replace(/[?#].*$/s, '');
  if (address === '' || ELSEWHERE.test(address) || isUnfinishedPath(image) || /\bTK\b/.test(address)) return undefined;
  // The theme may put a name alone into a folder, and the body's relative addresses are below the page.
  const isOfSite = address.startsWith('/') || (image.isInFrontMatter && /^(?:\.\/)?[^/]+\//.test(address));
  return isOfSite ? decodePath(address.replace(/^(?:\.?\/)+/, '')) : undefined;
}

/** An address on any site, a Liquid expression, a path that leaves the folder, or a value on several lines. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\/|(?:^|\/)\.\.\/|\{[{%]|[\r\n]/i;

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray per cent sign
  }
}
