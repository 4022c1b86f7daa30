import { isDigit, isLetter } from '../characters.ts';
import type { Block, Link } from '../entry/entry.ts';
import { isSpace } from '../entry/marks.ts';
import { pairRuns, type Run } from '../render/delimiters.ts';
import type { Span } from '../text.ts';

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

/** The asterisks of a story, paired as the site pairs them; those of addresses and escaped ones are none. */
export function asterisksOf(text: string, { story, links }: Block): Asterisks[] {
  const found: { span: Span; run: Run }[] = [];
  const outer: Run[] = [];
  let named: Run[] = [];
  let index = 0;
  for (let at = text.indexOf('*', story.from); at >= 0 && at < story.to; at = text.indexOf('*', at)) {
    let link = links[index];
    while (link && link.to <= at) {
      pairRuns(named, 0);
      named = [];
      link = links[++index];
    }
    const isInLink = link !== undefined && link.from <= at;
    if (isInLink && !isInName(link as Link, at)) {
      at = (link as Link).address.to > at ? (link as Link).address.to : at + 1;
    } else if (isEscaped(text, at, story.from)) {
      at++;
    } else {
      let to = at + 1;
      while (to < story.to && text.charCodeAt(to) === ASTERISK) to++;
      const run = runAt(text, at, to);
      found.push({ span: { from: at, to }, run });
      (isInLink ? named : outer).push(run);
      at = to;
    }
  }
  pairRuns(named, 0);
  pairRuns(outer, 0);
  return found.map(({ span, run }) => ({
    ...span,
    left: run.left,
    canOpen: run.canOpen,
    canClose: run.canClose,
    ends: run.closes.length > 0,
    spaceBefore: isSpaceAt(text, span.from - 1),
    spaceBehind: isSpaceAt(text, span.to),
  }));
}

function isInName({ form, name }: Link, at: number): boolean {
  return form === 'whole' && name.from <= at && at < name.to;
}

const ASTERISK = 42;

function isEscaped(text: string, at: number, limit: number): boolean {
  let from = at;
  while (from > limit && text.charCodeAt(from - 1) === 92) from--;
  return (at - from) % 2 === 1;
}

/** CommonMark's left- and right-flanking. */
function runAt(text: string, from: number, to: number): Run {
  const length = to - from;
  const spaceBefore = isSpaceAt(text, from - 1);
  const spaceBehind = isSpaceAt(text, to);
  const signBefore = !spaceBefore && isPunctuation(text.charCodeAt(from - 1));
  const signBehind = !spaceBehind && isPunctuation(text.charCodeAt(to));
  const canOpen = !spaceBehind && (!signBehind || spaceBefore || signBefore);
  const canClose = !spaceBefore && (!signBefore || spaceBehind || signBehind);
  return { shown: '*', left: length, character: '*', length, canOpen, canClose, closes: [], opens: [] };
}

function isSpaceAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isSpace(text.charCodeAt(at));
}

/** ASCII's, and the quotation marks, dashes and dots of prose: all that stands beside asterisks, without a Unicode class. */
function isPunctuation(code: number): boolean {
  if (code < 128) return code > 32 && !isLetter(code) && !isDigit(code);
  return (code >= 0x2010 && code <= 0x2027) || code === 0xa1 || code === 0xab || code === 0xbb || code === 0xbf;
}
