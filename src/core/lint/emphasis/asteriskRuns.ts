import type { Block, Link } from '../../entry/entry.ts';
import { isDigit, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { ASTERISK, BACKSLASH, SPACE } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';

/** One or more asterisks in a row, and what Markdown makes of them. */
export interface AsteriskRun extends Span {
  /** The number of asterisks without a partner. The page shows them. */
  readonly unpairedCount: number;
  /** Whether the characters on both sides allow the run to open, or to close, emphasis. */
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Whether the run actually closes emphasis. */
  readonly closesEmphasis: boolean;
  /** Whether there is white space, or an end of the text, before and after the run. */
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
}

/**
 * Returns the asterisk runs in the content of a block, paired as the site pairs them. Escaped asterisks and those in link
 * addresses do not count. Returns none if there are more than `MAX_RUNS`.
 */
export function asteriskRunsIn(text: string, { content, links }: Block): AsteriskRun[] {
  const runs: MutableRun[] = [];
  const runsOutsideLinks: MutableRun[] = [];
  let runsInLink: MutableRun[] = [];
  let linkIndex = 0;
  for (let at = text.indexOf('*', content.from); at >= 0 && at < content.to; at = text.indexOf('*', at)) {
    let link = links[linkIndex];
    while (link && link.to <= at) {
      pairRuns(runsInLink);
      runsInLink = [];
      link = links[++linkIndex];
    }
    const enclosingLink = link && link.from <= at ? link : undefined;
    if (enclosingLink && !isInName(enclosingLink, at)) {
      at = enclosingLink.address.to > at ? enclosingLink.address.to : at + 1;
    } else if (isEscaped(text, at, content.from)) {
      at++;
    } else {
      let to = at + 1;
      while (to < content.to && text.charCodeAt(to) === ASTERISK) to++;
      if (to - at > MAX_RUNS || runs.length === MAX_RUNS) return [];
      const run = readRun(text, at, to);
      runs.push(run);
      (enclosingLink ? runsInLink : runsOutsideLinks).push(run);
      at = to;
    }
  }
  pairRuns(runsInLink);
  pairRuns(runsOutsideLinks);
  return runs;
}

/** Upper bound on the runs of a block and on the asterisks of a run; no real block has a tenth of it. */
const MAX_RUNS = 500;

function isInName({ form, name }: Link, at: number): boolean {
  return form === 'whole' && name.from <= at && at < name.to;
}

function isEscaped(text: string, at: number, limit: number): boolean {
  let from = at;
  while (from > limit && text.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

interface MutableRun extends AsteriskRun {
  unpairedCount: number;
  closesEmphasis: boolean;
}

/** Applies CommonMark's rules for left-flanking and right-flanking delimiter runs. */
function readRun(text: string, from: number, to: number): MutableRun {
  const spaceBefore = isWhitespaceOrEdge(text, from - 1);
  const spaceAfter = isWhitespaceOrEdge(text, to);
  const punctuationBefore = !spaceBefore && isProsePunctuation(text.charCodeAt(from - 1));
  const punctuationAfter = !spaceAfter && isProsePunctuation(text.charCodeAt(to));
  const canOpen = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
  const canClose = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
  return { from, to, unpairedCount: to - from, canOpen, canClose, closesEmphasis: false, spaceBefore, spaceAfter };
}

/**
 * CommonMark's “process emphasis” procedure, for asterisks only and without output. `floors` holds, for each closer length
 * modulo three, the offset below which no opener matches; so each opener is visited at most three times.
 */
function pairRuns(runs: readonly MutableRun[]): void {
  const openers: MutableRun[] = [];
  const floors = [0, 0, 0];
  for (const run of runs) {
    const lengthModulo3 = (run.to - run.from) % 3;
    const floor = floors[lengthModulo3] ?? 0;
    while (run.canClose && run.unpairedCount > 0) {
      const index = openers.findLastIndex((opener) => opener.from < floor || canPair(opener, run));
      const opener = openers[index];
      if (!opener || opener.from < floor) {
        floors[lengthModulo3] = run.from;
        break;
      }
      const used = opener.unpairedCount >= 2 && run.unpairedCount >= 2 ? 2 : 1;
      opener.unpairedCount -= used;
      run.unpairedCount -= used;
      run.closesEmphasis = true;
      openers.length = opener.unpairedCount === 0 ? index : index + 1; // openers between the two can no longer pair
    }
    if (run.canOpen && run.unpairedCount > 0) openers.push(run);
  }
}

/** CommonMark's “multiple of 3” rule for runs that can both open and close. */
function canPair(opener: MutableRun, closer: MutableRun): boolean {
  if (!closer.canOpen && !opener.canClose) return true;
  const closerLength = closer.to - closer.from;
  return closerLength % 3 === 0 || (opener.to - opener.from + closerLength) % 3 !== 0;
}

function isWhitespaceOrEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isWhitespaceOrThinSpace(text.charCodeAt(at));
}

/**
 * ASCII punctuation, and the quotation marks, dashes and dots of prose. That covers everything found next to asterisks without
 * a slow Unicode class.
 */
function isProsePunctuation(code: number): boolean {
  if (code < 128) return code > SPACE && !isLetter(code) && !isDigit(code);
  return (code >= 0x2010 && code <= 0x2027) || code === 0xa1 || code === 0xab || code === 0xbb || code === 0xbf;
}
