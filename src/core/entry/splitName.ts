import type { Span } from '../text/text.ts';
import type { Link } from './entry.ts';

/**
 * Whether the words before a link are a part of its name: together they name the host of its address, in full or by their initials, as in
 * `NBC [News](https://www.nbcnews.com/…)` and `New York [Times](https://www.nytimes.com/…)`. Most words before a link are not:
 * `Photo by [Ada Moss](…)`, `Bill [H.R. 12](…)`.
 */
export function completesName(text: string, words: Span, { name, address }: Link): boolean {
  const host = HOST.exec(text.slice(address.from, Math.min(address.to, address.from + MAX_HOST_CHARS)))?.[1];
  if (host === undefined) return false;
  const fullName = text.slice(words.from, name.to);
  const hostLetters = lettersOf(host);
  const nameLetters = lettersOf(fullName);
  if (hostLetters.includes(nameLetters) || hostLetters.includes(nameLetters.replace(/^the/, ''))) return true;
  const initials = fullName.match(/[a-z\d]+/gi)?.map((word) => word.charAt(0).toLowerCase()) ?? [];
  return initials.length > 1 && hostLetters.startsWith(initials.join(''));
}

const HOST = /^https?:\/\/(?:www\.)?([^/?#]+)/i;
const MAX_HOST_CHARS = 300;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, '');
}
