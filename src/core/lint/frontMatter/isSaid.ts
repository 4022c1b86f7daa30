/** Whether the quote stands somewhere but for case, marks and a few words: looked for around its longest words. */
export function isSaid(body: string, quote: string): boolean {
  const sought = plain(quote);
  if (sought === '') return true;
  const parts = quote.match(/[A-Za-z0-9\u00c0-\u024f]+/g) ?? [];
  const longest = [...new Set(parts)].sort((a, b) => b.length - a.length).slice(0, 2);
  const reach = quote.length + AROUND;
  for (const word of longest) {
    const lower = word.toLowerCase();
    for (const written of new Set([
      lower,
      lower.slice(0, 1).toUpperCase() + lower.slice(1),
      word,
      word.toUpperCase(),
    ])) {
      let at = body.indexOf(written);
      for (let count = 0; at >= 0 && count < MOST_PLACES; count++) {
        const said = plain(body.slice(Math.max(0, at - reach), at + reach));
        if (said.includes(sought) || holdsInOrder(said.split(' '), sought.split(' '))) return true;
        at = body.indexOf(written, at + 1);
      }
    }
  }
  return false;
}

/** So many letters of words left out are looked over. */
const AROUND = 60;

/** A word that comes more often is not what a quote is known by. */
const MOST_PLACES = 30;

/** In lower case, words and numbers alone, one space between two. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[\s"“”.,:;!?…()[\]*_–—/\\-]+/g, ' ')
    .trim();
}

/** Whether the words follow each other somewhere, with a few more in between or a few of them left out. */
function holdsInOrder(said: readonly string[], sought: readonly string[]): boolean {
  const most = sought.length + MOST_BETWEEN;
  const enough = Math.max(2, Math.ceil(sought.length * MOST_OF_THEM));
  for (let start = 0; start < said.length; start++) {
    if (said[start] !== sought[0] && said[start] !== sought[1]) continue;
    let next = 0;
    let found = 0;
    for (const word of said.slice(start, start + most)) {
      if (next === sought.length) break;
      const index = sought.indexOf(word, next);
      if (index < 0 || index > next + 1) continue;
      found++;
      next = index + 1;
    }
    if (found >= enough) return true;
  }
  return false;
}

const MOST_BETWEEN = 8;
const MOST_OF_THEM = 0.75;
