import { CITATION_PIECES, PIECES } from './arbitraryTexts.ts';

// Random damage to texts, reproducible by its seed.

/** Texts that often break a line, a link or a character. */
// biome-ignore format: a list of strings
const DISRUPTIVE: readonly string[] = [
  '[', ']', '(', ')', '*', '**', '\\', '`', '/', ' / ', 'TK', 'TK/ ', '"', "'", '“', '’', '\r\n', '\r', '\n', '\n\n', '\ud83d', '\ude00', '\0', '\ufeff', '\u2003', '\u202f', '\u3000', 'https://', 'www.',
  ...PIECES,
  ...CITATION_PIECES,
];

/** An excerpt from anywhere; one in four starts with the front matter. */
export function randomExcerpt(text: string, random: Random): string {
  const from = random(4) === 0 ? 0 : random(text.length);
  return text.slice(from, from + 50 + random(700));
}

/** Applies one random edit: inserts a disruptive text, or deletes, duplicates or swaps fragments. */
export function damageOnce(text: string, random: Random): string {
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + 1 + random(12));
  switch (random(5)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1: {
      const target = random(text.length + 1);
      return text.slice(0, target) + text.slice(at, to) + text.slice(target);
    }
    case 2: {
      const middle = Math.min(text.length, to + random(30));
      const end = Math.min(text.length, middle + 1 + random(12));
      return (
        text.slice(0, at) + text.slice(middle, end) + text.slice(to, middle) + text.slice(at, to) + text.slice(end)
      );
    }
    default:
      return text.slice(0, at) + DISRUPTIVE[random(DISRUPTIVE.length)] + text.slice(at);
  }
}

/** Returns an integer from 0 to below the limit. */
export type Random = (limit: number) => number;

/** A generator of random numbers with a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
