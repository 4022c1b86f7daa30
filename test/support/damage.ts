import { CITATION_PIECES, PIECES } from './texts.ts';

// Random damage to texts, the same for the same seed.

/** What breaks a line, a link or a character, more often than the rest. */
// biome-ignore format: a list of strings
const HARD: readonly string[] = [
  '[', ']', '(', ')', '*', '**', '\\', '`', '/', ' / ', 'TK', 'TK/ ', '"', "'", '“', '’', '\r\n', '\r', '\n', '\n\n', '\ud83d', '\ude00', '\0', '\ufeff', '\u2003', '\u202f', '\u3000', 'https://', 'www.',
  ...PIECES,
  ...CITATION_PIECES,
];

/** Now and then with the front matter; else from anywhere. */
export function stretchOf(text: string, random: Random): string {
  const from = random(4) === 0 ? 0 : random(text.length);
  return text.slice(from, from + 50 + random(700));
}

/** One edit: something hard comes in, or a fragment goes, comes twice, or changes places with another. */
export function damaged(text: string, random: Random): string {
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + 1 + random(12));
  switch (random(5)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1: {
      const place = random(text.length + 1);
      return text.slice(0, place) + text.slice(at, to) + text.slice(place);
    }
    case 2: {
      const middle = Math.min(text.length, to + random(30));
      const end = Math.min(text.length, middle + 1 + random(12));
      return (
        text.slice(0, at) + text.slice(middle, end) + text.slice(to, middle) + text.slice(at, to) + text.slice(end)
      );
    }
    default:
      return text.slice(0, at) + HARD[random(HARD.length)] + text.slice(at);
  }
}

/** A whole number below the limit. */
export type Random = (limit: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
