import type { Block, CitationGroup, Entry, Piece } from '../../entry/entry.ts';
import { lineEndsWithin, tokenName } from '../../entry/groupTokens.ts';
import { strayEdges } from '../../entry/strayEdges.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { lazy } from '../../text/lazy.ts';
import { hostAt, hostOf } from '../../urls/url.ts';
import type { GroupFault } from './groupFault.ts';

/** Tells faults from ordinary text. The evidence is only looked for if a fault needs it. */
export function evidenceFilter(
  entry: Entry,
  block: Block,
  group: CitationGroup,
  outlets: Outlets,
): (fault: GroupFault) => boolean {
  const isCertain = lazy(() => isCitationGroup(entry, block, group, outlets));
  return ({ kind, isTextElsewhere }) => {
    if (!isTextElsewhere) return true;
    // Any words may follow a slash: `([Docs](…) / CC BY)`.
    return isCertain() && (kind !== 'unlinked' || isOfOurForm(entry, group.pieces, outlets));
  };
}

/** Whether a group certainly cites sources. A name alone, as in `(Paywall)`, does so only if it is that of an outlet. */
function isCitationGroup(entry: Entry, block: Block, group: CitationGroup, outlets: Outlets): boolean {
  const { pieces } = group;
  const hasAddress = pieces.some(({ kind }) => kind === 'citation' || kind === 'address' || kind === 'literal');
  return certainlyCites(entry, block, group, outlets) && (hasAddress || citesKnownOutlet(entry.text, pieces, outlets));
}

/**
 * Whether a group certainly cites sources. Brackets and slashes around links are also ordinary text, as in `three ([a](…), [b](…)) came`
 * and `a [proxy](…)/[interceptor](…)`, in which commas and words are no mistakes. A group cites if its links are named like outlets and
 * it is a chain with ` / ` or ends its line, in an entry of that form or with an outlet that is known.
 */
function certainlyCites(entry: Entry, block: Block, group: CitationGroup, outlets: Outlets): boolean {
  const { text } = entry;
  const { pieces, to } = group;
  if (!hasOutletNames(text, pieces)) return false;
  const isOpened = pieces[0]?.kind === 'open';
  const isOurs = isOfOurForm(entry, pieces, outlets);
  return (
    (hasSpacedSlash(text, pieces) && (isOpened || isOurs)) || (isOurs && lineEndsWithin(text, to, block.content.to, 2))
  );
}

/** Whether a group is one of an entry in which such groups end the items, or cites an outlet that is known. */
export function isOfOurForm(entry: Entry, pieces: readonly Piece[], outlets: Outlets): boolean {
  return entry.blocks.some(isItemOfOurForm) || citesKnownOutlet(entry.text, pieces, outlets);
}

/** Whether a block is an item with a label, or has a headline and ends with several sources as they should be. */
function isItemOfOurForm({ label, wellFormed, links }: Block): boolean {
  return label !== undefined || (wellFormed && links.length > 1);
}

/** Whether at least half of the links in a group have names that an outlet could have. */
export function hasOutletNames(text: string, pieces: readonly Piece[]): boolean {
  let balance = 0;
  for (const piece of pieces) {
    if (piece.kind === 'citation')
      balance += isOutletName(text.slice(piece.link.name.from, piece.link.name.to)) ? 1 : -1;
  }
  return balance >= 0;
}

function isOutletName(name: string): boolean {
  const { lead, trail } = strayEdges(name);
  const words = name.slice(lead.length, name.length - trail.length).trim();
  if (words === '') return true; // still to be named
  return words.length <= MAX_OUTLET_CHARS && OUTLET_NAME.test(words) && !/^#?\d+$/.test(words);
}

/** Starts with a capital letter, a digit or an `@`, and is no sentence. */
const OUTLET_NAME = /^[\p{Lu}\p{Lo}\d@][^!?;:“”"]*$/u;
const MAX_OUTLET_CHARS = 45;

/** Whether a link or an address of the group belongs to an outlet that the archive or the built-in list knows, under its name. */
export function citesKnownOutlet(text: string, pieces: readonly Piece[], outlets: Outlets): boolean {
  return pieces.some((piece) => {
    if (piece.kind === 'name') return isKnownOutlet(tokenName(text, piece), outlets);
    if (piece.kind === 'address') return outlets.forHost(hostOf(text.slice(piece.from, piece.to)) ?? '') !== undefined;
    if (piece.kind !== 'citation') return false;
    const { name, address } = piece.link;
    const outlet = outlets.forHost(hostAt(text, address) ?? '');
    return outlet?.names.includes(text.slice(name.from, name.to).trim()) ?? false;
  });
}

/** Whether the archive or the built-in list has an outlet of that name. */
function isKnownOutlet(name: string, outlets: Outlets): boolean {
  return outlets.hostsOf(name.trim()).length > 0;
}

function hasSpacedSlash(text: string, pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ kind, from, to }) =>
      kind === 'separator' &&
      isWhitespaceOrThinSpace(text.charCodeAt(from - 1)) &&
      isWhitespaceOrThinSpace(text.charCodeAt(to)),
  );
}
