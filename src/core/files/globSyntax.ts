// The globs of VS Code: `*`, `?`, `**`, `[a-z]`, `[!a-z]` and `{a,b}`. Globs come from folders of strangers, and libraries turn them into
// regular expressions, some of which take years to match. Here, the time is at most the length of the glob times that of the path.

/** What one name of a path must match. */
export type GlobSegment =
  /** Any number of names. */
  { readonly kind: 'folders' } | { readonly kind: 'name'; readonly tokens: readonly Token[] };

/** `any` is `*`. */
type Token =
  | { readonly kind: 'any' }
  | { readonly kind: 'character'; readonly matches: (character: string) => boolean };

/** Parses a glob. Returns one list of segments for each combination of the alternatives in its braces; none if there are too many. */
export function parseGlob(glob: string): readonly (readonly GlobSegment[])[] {
  if (glob.length > MAX_GLOB_CHARS) return [];
  const alternatives = expandBraces(glob);
  return (alternatives ?? []).map((alternative) => alternative.split('/').map(parseSegment));
}

/** Also the `maxLength` of the setting's schema. */
export const MAX_GLOB_CHARS = 200;

/** Whether the names of a path match. Like in most shells, a wildcard does not match a period at the start of a name. */
export function matchesSegments(names: readonly string[], segments: readonly GlobSegment[]): boolean {
  // It suffices to return to the last `**`: an earlier one could only match more of the path.
  let name = 0;
  let segment = 0;
  let lastFolders = -1;
  let lastName = 0;
  while (name < names.length) {
    const current = segments[segment];
    const text = names[name] ?? '';
    if (current?.kind === 'folders') {
      lastFolders = segment++;
      lastName = name;
    } else if (current && matchesName(text, current.tokens)) {
      segment++;
      name++;
    } else if (lastFolders >= 0 && !names[lastName]?.startsWith('.')) {
      segment = lastFolders + 1;
      name = ++lastName;
    } else return false;
  }
  while (segments[segment]?.kind === 'folders') segment++;
  return segment === segments.length;
}

function matchesName(text: string, tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (text.startsWith('.') && !(first?.kind === 'character' && first.matches === IS_PERIOD)) return false;
  let at = 0;
  let token = 0;
  let lastAny = -1;
  let lastAt = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current?.kind === 'any') {
      lastAny = token++;
      lastAt = at;
    } else if (current?.matches(text.charAt(at))) {
      token++;
      at++;
    } else if (lastAny >= 0) {
      token = lastAny + 1;
      at = ++lastAt;
    } else return false;
  }
  while (tokens[token]?.kind === 'any') token++;
  return token === tokens.length;
}

const IS_PERIOD = (character: string) => character === '.';

function parseSegment(text: string): GlobSegment {
  if (text === '**') return { kind: 'folders' };
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const set = character === '[' ? CHARACTER_SET.exec(text.slice(at)) : null;
    if (set) {
      tokens.push({ kind: 'character', matches: characterSet(set[2] ?? '', set[1] !== '') });
      at += set[0].length - 1;
    } else if (character === '*') {
      if (tokens.at(-1)?.kind !== 'any') tokens.push({ kind: 'any' });
    } else if (character === '?') {
      tokens.push({ kind: 'character', matches: () => true });
    } else {
      tokens.push({ kind: 'character', matches: character === '.' ? IS_PERIOD : (other) => other === character });
    }
  }
  return { kind: 'name', tokens };
}

/** `[abc]`, `[a-z]`, `[!abc]`. A bracket that is not closed stands for itself, and so does one at the start of a set. */
const CHARACTER_SET = /^\[([!^]?)(\]?[^\]]*)\]/;

function characterSet(content: string, isNegated: boolean): (character: string) => boolean {
  const ranges = Array.from(content.matchAll(/(?<from>.)-(?<to>.)|./gs), ({ 0: single, groups }) => ({
    from: groups?.['from'] ?? single,
    to: groups?.['to'] ?? single,
  }));
  return (character) => ranges.some(({ from, to }) => from <= character && character <= to) !== isNegated;
}

/** `day.{md,markdown}` as `day.md` and `day.markdown`; undefined if there are too many. Braces may be nested, and stand for themselves
 * if they are not closed. */
function expandBraces(glob: string): readonly string[] | undefined {
  const queue = [glob];
  const expanded: string[] = [];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const braces = firstBraces(next);
    if (!braces) expanded.push(next);
    else {
      const { from, to, commas } = braces;
      const ends = [...commas, to];
      const starts = [from, ...commas];
      for (const [index, start] of starts.entries()) {
        queue.push(next.slice(0, from) + next.slice(start + 1, ends[index]) + next.slice(to + 1));
      }
    }
    if (queue.length + expanded.length > MAX_EXPANSIONS) return undefined;
  }
  return expanded;
}

const MAX_EXPANSIONS = 100;

interface Braces {
  readonly from: number;
  readonly to: number;
  readonly commas: readonly number[];
}

/** The first outermost pair of braces that is closed. */
function firstBraces(glob: string): Braces | undefined {
  for (let from = glob.indexOf('{'); from >= 0; from = glob.indexOf('{', from + 1)) {
    const commas: number[] = [];
    let depth = 0;
    for (let at = from; at < glob.length; at++) {
      const character = glob.charAt(at);
      if (character === '{') depth++;
      else if (character === ',' && depth === 1) commas.push(at);
      else if (character === '}' && --depth === 0) return { from, to: at, commas };
    }
  }
  return undefined;
}
