import { CLOSING_CURLY_QUOTE, DOUBLE_QUOTE, FULL_STOP, OPEN_PAREN, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { Block, Link, Piece } from './entry.ts';
import { PLAIN_LINK } from './scanLinks.ts';

/** What the content of a block consists of. */
export type BlockParts = Pick<Block, 'headline' | 'links' | 'citationGroups' | 'wellFormed'>;

/**
 * A fast path for nearly every item: a headline and, at the end after a space, a citation group of plain links in the standard form, with
 * no bracket before it. Undefined for any other content.
 */
export function usualPartsIn(text: string, { from, to }: Span): BlockParts | undefined {
  const part = text.slice(from, to); // so that searches do not continue to the end of the text
  const bracket = part.indexOf('[');
  const open = from + bracket - 1;
  if (bracket < 1 || text.charCodeAt(open) !== OPEN_PAREN) return undefined;
  const headlineEnd = text.startsWith('**', from) ? part.indexOf('**', 2) + 2 : 0;
  if (headlineEnd < 4 || headlineEnd >= bracket || part.indexOf(']') < bracket) return undefined;
  if (text.charCodeAt(open - 1) !== SPACE || text.charCodeAt(open - 2) === OPEN_PAREN) return undefined;
  GROUP.lastIndex = open;
  if (!GROUP.test(text) || GROUP.lastIndex !== to) return undefined;

  const links: Link[] = [];
  const pieces: Piece[] = [{ kind: 'open', from: open, to: open + 1 }];
  for (let at = open + 1; at < to; ) {
    const nameEnd = text.indexOf(']', at);
    const addressEnd = text.indexOf(')', nameEnd);
    const end = addressEnd + 1;
    const name = { from: at + 1, to: nameEnd };
    const address = { from: nameEnd + 2, to: addressEnd };
    const link: Link = { form: 'whole', from: at, to: end, name, address, plain: true };
    links.push(link);
    const isLast = end + 1 === to;
    const next = end + (isLast ? 0 : 1);
    const token: Piece = { kind: isLast ? 'close' : 'separator', from: next, to: next + 1 };
    pieces.push({ kind: 'citation', from: at, to: end, link }, token);
    at = next + 2;
  }
  const words = { from: from + 2, to: from + headlineEnd - 2 };
  const close = { from: words.to, to: from + headlineEnd };
  const headline = { from, to: close.to, words, close };
  const citationGroups = [{ from: open, to, pieces, wellFormed: true }];
  return { headline, links, citationGroups, wellFormed: endsSentence(text, from, open) };
}

/** `([Herald](…) / [KXYZ](…))` */
const GROUP = new RegExp(`\\((?:${PLAIN_LINK.source}(?: / (?=\\[)|(?=\\))))+\\)`, 'y');

/** Whether the range ends with a full stop, perhaps a quotation mark, and one space. */
export function endsSentence(text: string, from: number, to: number): boolean {
  if (to - 3 <= from || text.charCodeAt(to - 1) !== SPACE) return false;
  const last = text.charCodeAt(to - 2);
  return (last === DOUBLE_QUOTE || last === CLOSING_CURLY_QUOTE ? text.charCodeAt(to - 3) : last) === FULL_STOP;
}
