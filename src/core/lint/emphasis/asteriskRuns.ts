import type { Block, Link } from '../../entry/entry.ts';
import { MASK } from '../../entry/literals.ts';
import { isDigit, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { ASTERISK, BACKSLASH, SPACE } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import type { RuleEntry } from '../rule.ts';

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
export function asteriskRunsIn(entry: Pick<RuleEntry, 'text' | 'source'>, { content, links }: Block): AsteriskRun[] {
  const { text } = entry;
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
      const run = readRun(entry, at, to);
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
function readRun(entry: Pick<RuleEntry, 'text' | 'source'>, from: number, to: number): MutableRun {
  const before = charCodeAt(entry, from - 1);
  const after = charCodeAt(entry, to);
  const spaceBefore = isSpaceOrEdge(before);
  const spaceAfter = isSpaceOrEdge(after);
  const punctuationBefore = !spaceBefore && isPunctuation(before);
  const punctuationAfter = !spaceAfter && isPunctuation(after);
  const canOpen = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
  const canClose = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
  return { from, to, unpairedCount: to - from, canOpen, canClose, closesEmphasis: false, spaceBefore, spaceAfter };
}

/** The character at the offset, even of code or HTML, but not of Liquid, which the site replaces. NaN at the edges of the text. */
function charCodeAt({ text, source }: Pick<RuleEntry, 'text' | 'source'>, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== MASK_CODE) return code;
  return '{}'.includes(source.charAt(at)) ? code : source.charCodeAt(at);
}

const MASK_CODE = MASK.charCodeAt(0);

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
      let index = openers.length - 1;
      let opener = openers[index];
      while (opener && opener.from >= floor && !canPair(opener, run)) opener = openers[--index];
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

/** Whitespace, as in CommonMark, or an edge of the text. */
function isSpaceOrEdge(code: number): boolean {
  if (code < 0x1680) return isWhitespaceOrThinSpace(code);
  return Number.isNaN(code) || SPACES.includes(code) || (code >= 0x2000 && code <= 0x200a);
}

/** The Ogham, the narrow no-break, the mathematical and the ideographic space. */
const SPACES = [0x1680, 0x202f, 0x205f, 0x3000];

/** ASCII punctuation and Unicode's category P. The regular expression is slow, and hardly ever needed. */
function isPunctuation(code: number): boolean {
  if (code < 128) return code > SPACE && !isLetter(code) && !isDigit(code);
  if (code >= 0x2010 && code <= 0x2027) return true;
  return !isLetter(code) && PUNCTUATION.test(String.fromCharCode(code));
}

const PUNCTUATION = /\p{P}/u;
