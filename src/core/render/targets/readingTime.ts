import { pluralNoun } from '../../text/plural.ts';

/** The reading speed that the site assumes. */
const WORDS_PER_MINUTE = 200;

/** The reading time in minutes, rounded to halves as on the site: 1, 1.5, 2 …; never less than 1. */
export function readingTime(words: number): number {
  const minutes = words / WORDS_PER_MINUTE;
  const whole = Math.floor(minutes);
  const fraction = minutes - whole;
  const rounded = fraction < 0.25 ? whole : fraction < 0.75 ? whole + 0.5 : whole + 1;
  return minutes < 0.5 ? 1 : rounded;
}

/**
 * The reading time in minutes for a writer at work, rounded to halves: 0.5, 1, 1.5 …; 0 without words. Unlike the site's, it never falls as
 * the text grows.
 */
export function steadyReadingTime(words: number): number {
  return words === 0 ? 0 : Math.max(0.5, Math.round((2 * words) / WORDS_PER_MINUTE) / 2);
}

/** Minutes as the site writes them: `6`, `6½`. */
export function formatMinutes(minutes: number): string {
  const whole = Math.floor(minutes);
  return minutes > whole ? `${whole === 0 ? '' : whole}½` : String(whole);
}

/** `This edition is 1,300 words, a 6½-minute read.` */
export function readingTimeLine(words: number): string {
  const minutes = formatMinutes(readingTime(words));
  // An eight, eleven, eighteen or eighty-minute read.
  const article = /^(?:8|11(?!\d)|18(?!\d))/.test(minutes) ? 'an' : 'a';
  const count = String(words).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `This edition is ${count} ${pluralNoun(words, 'word')}, ${article} ${minutes}-minute read.`;
}
