import type { Block, Link } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';

/** One or more asterisks in a row, and what Markdown makes of them: those that find no partner are `left`, and show. */
export interface Asterisks extends Span {
  readonly left: number;
  /** Whether they may open, or close, by what stands on their two sides. */
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Whether they do close something. */
  readonly ends: boolean;
  /** Whether white space (or an end of the text) stands before them, and behind them. */
  readonly spaceBefore: boolean;
  readonly spaceBehind: boolean;
}

/**
 * The asterisks of a story, paired as the site pairs them; those of addresses and escaped ones are none. A story of
 * more than anybody means is not looked into.
 */
export function asterisksOf(text: string, { story, links }: Block): Asterisks[] {
  const all: Run[] = [];
  const outer: Run[] = [];
  let named: Run[] = [];
  let index = 0;
  for (let at = text.indexOf('*', story.from); at >= 0 && at < story.to; at = text.indexOf('*', at)) {
    let link = links[index];
    while (link && link.to <= at) {
      pair(named);
      named = [];
      link = links[++index];
    }
    const around = link && link.from <= at ? link : undefined;
    if (around && !isInName(around, at)) {
      at = around.address.to > at ? around.address.to : at + 1;
    } else if (isEscaped(text, at, story.from)) {
      at++;
    } else {
      let to = at + 1;
      while (to < story.to && text.charCodeAt(to) === ASTERISK) to++;
      if (to - at > MOST || all.length === MOST) return [];
      const run = runAt(text, at, to);
      all.push(run);
      (around ? named : outer).push(run);
      at = to;
    }
  }
  pair(named);
  pair(outer);
  return all;
}

/** No story has a tenth of it. */
const MOST = 500;

function isInName({ form, name }: Link, at: number): boolean {
  return form === 'whole' && name.from <= at && at < name.to;
}

const ASTERISK = 42;

function isEscaped(text: string, at: number, limit: number): boolean {
  let from = at;
  while (from > limit && text.charCodeAt(from - 1) === 92) from--;
  return (at - from) % 2 === 1;
}

interface Run extends Asterisks {
  left: number;
  ends: boolean;
}

/** CommonMark's left- and right-flanking. */
function runAt(text: string, from: number, to: number): Run {
  const spaceBefore = isSpaceAt(text, from - 1);
  const spaceBehind = isSpaceAt(text, to);
  const signBefore = !spaceBefore && isPunctuation(text.charCodeAt(from - 1));
  const signBehind = !spaceBehind && isPunctuation(text.charCodeAt(to));
  const canOpen = !spaceBehind && (!signBehind || spaceBefore || signBefore);
  const canClose = !spaceBefore && (!signBefore || spaceBehind || signBehind);
  return { from, to, left: to - from, canOpen, canClose, ends: false, spaceBefore, spaceBehind };
}

/**
 * CommonMark's “process emphasis” for asterisks alone, and without a page to write. Openers below a floor have been
 * searched in vain by a closer of that length, modulo three, so that each is looked at three times at most.
 */
function pair(runs: readonly Run[]): void {
  const openers: Run[] = [];
  const floors = [0, 0, 0];
  for (const run of runs) {
    const third = (run.to - run.from) % 3;
    const floor = floors[third] ?? 0;
    while (run.canClose && run.left > 0) {
      const at = openers.findLastIndex((opener) => opener.from < floor || fits(opener, run));
      const opener = openers[at];
      if (!opener || opener.from < floor) {
        floors[third] = run.from;
        break;
      }
      const used = opener.left >= 2 && run.left >= 2 ? 2 : 1;
      opener.left -= used;
      run.left -= used;
      run.ends = true;
      openers.length = opener.left === 0 ? at : at + 1; // what stands open between the two can pair no more
    }
    if (run.canOpen && run.left > 0) openers.push(run);
  }
}

/** CommonMark's rule of three: what may both open and close pairs only with a length that does not add up to one. */
function fits(opener: Run, closer: Run): boolean {
  if (!closer.canOpen && !opener.canClose) return true;
  const length = closer.to - closer.from;
  return length % 3 === 0 || (opener.to - opener.from + length) % 3 !== 0;
}

function isSpaceAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isSpace(text.charCodeAt(at));
}

/** ASCII's, and the quotation marks, dashes and dots of prose: all that stands beside asterisks, without a Unicode class. */
function isPunctuation(code: number): boolean {
  if (code < 128) return code > 32 && !isLetter(code) && !isDigit(code);
  return (code >= 0x2010 && code <= 0x2027) || code === 0xa1 || code === 0xab || code === 0xbb || code === 0xbf;
}
