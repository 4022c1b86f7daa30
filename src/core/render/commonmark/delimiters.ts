import { characterAt, characterBefore, isPunctuation, isSpace } from './characters.ts';

/** What a pair of delimiters or brackets puts around the text between them. */
export interface Element {
  readonly open: string;
  readonly close: string;
}

const EMPHASIS: Element = { open: '<em>', close: '</em>' };
export const STRONG: Element = { open: '<strong>', close: '</strong>' };
const DELETED: Element = { open: '<del>', close: '</del>' };

/**
 * A run of one delimiter, standing in the text as the elements it closes, the characters that found no partner, and the
 * elements it opens. `***a* b**`: the first run opens a strong and in it an emphasis; no character is left.
 */
export interface Run {
  /** What is written for each character that is left. */
  shown: string;
  left: number;
  readonly character: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly closes: Element[];
  readonly opens: Element[];
}

/** Text that takes part in no pairing, such as a bracket before it has become a link. */
export function inertRun(character: string, left = 1): Run {
  return { shown: character, left, character, length: left, canOpen: false, canClose: false, closes: [], opens: [] };
}

/** The run of delimiters (one of `*`, `_`, `~`, `'`) that starts at the offset; a quote is always alone. */
export function scanRun(text: string, from: number): Run {
  const character = text.charAt(from);
  let to = from + 1;
  if (character !== "'") while (to < text.length && text[to] === character) to++;
  const { left, right, before, after } = flanks(text, from, to, character === '~');
  let canOpen = left;
  let canClose = right;
  if (character === '_') {
    canOpen = left && (!right || isPunctuation(before));
    canClose = right && (!left || isPunctuation(after));
  } else if (character === "'") {
    canOpen = quoteOpens(left, right, before);
  } else if (character === '~' && to - from > 2) {
    canOpen = false;
    canClose = false;
  }
  const length = to - from;
  const shown = character === "'" ? '’' : character;
  return { shown, left: length, character, length, canOpen, canClose, closes: [], opens: [] };
}

/** A double quote's curl needs no partner: it is decided by what stands on its two sides. */
export function curlOf(text: string, from: number): string {
  return flanks(text, from, from + 1, false).right ? '”' : '“';
}

/**
 * Pairs the runs from `bottom` up, and takes them off: CommonMark's “process emphasis”, with quotes and strikethrough
 * in the same pass. Brackets call it for what stands inside them, the end of the text for the rest.
 */
export function pairRuns(runs: Run[], bottom: number): void {
  if (runs.length - bottom > 1) {
    const floors = new Map<string, number>();
    const openers: Opener[] = [];
    for (let index = bottom; index < runs.length; index++) {
      const run = runs[index];
      if (run !== undefined) pairRun(run, index, openers, floors);
    }
  }
  runs.length = bottom;
}

interface Opener {
  readonly run: Run;
  /** Where it stands among all runs; openers before a closer's floor have been searched in vain. */
  readonly index: number;
}

function pairRun(run: Run, index: number, openers: Opener[], floors: Map<string, number>): void {
  while (run.canClose && run.left > 0) {
    const key = `${run.character}${run.length % 3}`;
    const at = findOpener(run, openers, floors.get(key) ?? 0);
    const opener = openers[at]?.run;
    if (opener === undefined) {
      floors.set(key, index);
      break;
    }
    if (run.character === "'") {
      opener.shown = '‘';
      openers.splice(at, 1);
      return;
    }
    // What stands open between the two is enclosed now and can pair no more.
    openers.length = at + 1;
    if (run.character === '~') {
      openers.length = at;
      if (opener.length === run.length) enclose(opener, run, DELETED, run.length);
      return;
    }
    if (opener.left >= 2 && run.left >= 2) enclose(opener, run, STRONG, 2);
    else enclose(opener, run, EMPHASIS, 1);
    if (opener.left === 0) openers.length = at;
  }
  if (run.canOpen && run.left > 0) openers.push({ run, index });
}

function findOpener(closer: Run, openers: readonly Opener[], floor: number): number {
  for (let at = openers.length - 1; at >= 0; at--) {
    const opener = openers[at];
    if (opener === undefined || opener.index < floor) return -1;
    const { run } = opener;
    if (run.character !== closer.character) continue;
    const oneWay = !closer.canOpen && !run.canClose;
    if (oneWay || closer.length % 3 === 0 || (run.length + closer.length) % 3 !== 0) return at;
  }
  return -1;
}

function enclose(opener: Run, closer: Run, element: Element, used: number): void {
  opener.left -= used;
  closer.left -= used;
  opener.opens.unshift(element);
  closer.closes.push(element);
}

function quoteOpens(left: boolean, right: boolean, before: number): boolean {
  return left && !right && before !== 0x5d && before !== 0x29;
}

interface Flanks {
  readonly left: boolean;
  readonly right: boolean;
  readonly before: number;
  readonly after: number;
}

/** Which sides of a run lean on text. Other runs look through tildes, as cmark does for the marks of an extension. */
function flanks(text: string, from: number, to: number, isTilde: boolean): Flanks {
  let start = from;
  let end = to;
  if (!isTilde) {
    while (start > 0 && text[start - 1] === '~') start--;
    while (end < text.length && text[end] === '~') end++;
  }
  const before = characterBefore(text, start);
  const after = characterAt(text, end);
  const spaceBefore = isSpace(before);
  const spaceAfter = isSpace(after);
  const markBefore = isPunctuation(before);
  const markAfter = isPunctuation(after);
  return {
    left: !spaceAfter && (!markAfter || spaceBefore || markBefore),
    right: !spaceBefore && (!markBefore || spaceAfter || markAfter),
    before,
    after,
  };
}
