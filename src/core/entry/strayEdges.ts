/** The brackets, separators and white space that slipped into the start and the end of a link's name. */
export interface StrayEdges {
  /** `(` in `[(CNN](…)`, ` / ` in `[ / The Hill](…)`; usually empty. */
  readonly lead: string;
  /** `)` in `[CNN)](…)`, ` /` in `[The Hill /](…)`; usually empty. */
  readonly trail: string;
}

/**
 * What slipped into a name. Brackets that balance belong to it (`(Re)building the pier`, `KXYZ (Portland)`), unless they enclose all of it
 * (`(CNN)`); so do the slashes of a path (`/r/haskell`, `src/`).
 */
export function strayEdges(name: string): StrayEdges {
  const lead = strayAtStart(name);
  return { lead, trail: strayAtEnd(name.slice(lead.length)) };
}

function strayAtStart(name: string): string {
  const lead = LEAD.exec(name)?.[0] ?? '';
  if (lead === '') return lead;
  const rest = name.slice(lead.length);
  if (!lead.includes('(')) return isSpaced(lead) || isSingleName(rest) ? lead : '';
  const close = closeOfFirst(rest);
  return close < 0 || rest.slice(close + 1).trim() === '' ? lead : '';
}

const LEAD = /^[\s.,]*[(/][\s/]*/;

function strayAtEnd(name: string): string {
  const beforeLast = name.trimEnd().slice(0, -1);
  const last = name[beforeLast.length];
  const words = beforeLast.trimEnd();
  const stray = name.slice(words.length);
  if (last === '/') return words !== beforeLast || isSingleName(words) ? stray : '';
  return last === '(' || (last === ')' && closeOfFirst(name) === beforeLast.length) ? stray : '';
}

/** The offset of the bracket that closes more than the text opens; negative if there is none. */
function closeOfFirst(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return at;
  }
  return -1;
}

function isSpaced(lead: string): boolean {
  return /\s$/.test(lead);
}

/** Whether a slash beside the words can only be a separator: they are capitalized, and no path. */
function isSingleName(words: string): boolean {
  return /^[^\p{Ll}/][^/]*$/u.test(words);
}
