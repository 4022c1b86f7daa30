import type { Block, Entry } from './entry/entry.ts';

/** Words a minute, as the site counts. */
const PACE = 200;

/** How many words readers see: what white space parts, without Markdown's markers and without addresses. */
export function countWords({ text, blocks }: Entry): number {
  let words = 0;
  for (const block of blocks) {
    if (!HIDDEN.has(block.kind)) words += wordsIn(text, block.label?.from ?? block.story.from, block.to);
  }
  return words;
}

/** Reading time in minutes to the half, as the site gives it: 1, 1.5, 2 …; never under 1. */
export function readingTime(words: number): number {
  const minutes = words / PACE;
  const whole = Math.floor(minutes);
  const rest = minutes - whole;
  const rounded = rest < 0.25 ? whole : rest < 0.75 ? whole + 0.5 : whole + 1;
  return minutes < 0.5 ? 1 : rounded;
}

/** `6½`, as the site writes half minutes. */
export function formatMinutes(minutes: number): string {
  const whole = Math.floor(minutes);
  return minutes > whole ? `${whole === 0 ? '' : whole}½` : String(whole);
}

const HIDDEN: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['divider', 'tweet', 'marker']);

function wordsIn(text: string, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let at = from; at < to; at++) {
    const space = text.charCodeAt(at) <= 32;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}
