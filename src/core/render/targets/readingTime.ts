import { formatMinutes, readingTime } from '../../reports/stats.ts';

/**
 * How many words the site counts in rendered HTML: what white space parts when comments, scripts, styles and tags are
 * gone. The words of an entry are those of its blocks together.
 */
export function countShownWords(html: string): number {
  let words = 0;
  let inside = false;
  const missing = new Set<string>();
  for (let at = 0; at < html.length; ) {
    const code = html.charCodeAt(at);
    const end = code === LESS_THAN ? endOfMarkup(html, at, missing) : -1;
    if (end > 0) {
      at = end;
      continue;
    }
    const isSpace = code === 32 || code === 0 || (code >= 9 && code <= 13);
    if (!isSpace && !inside) words++;
    inside = !isSpace;
    at++;
  }
  return words;
}

/** `This edition is 1,300 words, a 6½-minute read.` */
export function readingLine(words: number): string {
  const minutes = formatMinutes(readingTime(words));
  // An eight, eleven, eighteen or eighty-minute read.
  const article = /^(?:8|11(?!\d)|18(?!\d))/.test(minutes) ? 'an' : 'a';
  const count = String(words).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `This edition is ${count} ${words === 1 ? 'word' : 'words'}, ${article} ${minutes}-minute read.`;
}

const LESS_THAN = 60;

/**
 * Behind the end of a tag, comment, script or style that starts there; 0 where nothing of the kind ends. What is found to stand
 * nowhere further on is `missing`, and not looked for again.
 */
function endOfMarkup(html: string, at: number, missing: Set<string>): number {
  const endOf = (closing: string): number => {
    const end = missing.has(closing) ? -1 : html.indexOf(closing, at);
    if (end < 0) missing.add(closing);
    return end < 0 ? 0 : end + closing.length;
  };
  for (const [opening, closing] of HIDDEN) {
    const end = html.startsWith(opening, at) ? endOf(closing) : 0;
    if (end > 0) return end;
  }
  return endOf('>');
}

const HIDDEN = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
] as const;
