import type { Block, Entry, Link } from '../../entry/entry.ts';
import { parseEntry } from '../../entry/parse.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { endOfLine, lineBreakOf } from '../../text/lineBounds.ts';
import { applyEdits, contains, type Edit, type Span, textOf } from '../../text/text.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { keepsLiterals } from '../literalPlaces.ts';
import { skipSpaces, skipSpacesBefore } from '../skipSpaces.ts';
import { isCitationPlace } from './citationPlaces.ts';
import { citedPage, citedPagesOf } from './citedPages.ts';
import { type ClipboardContent, keepOutletName, parseClipboardLinks } from './clipboardLinks.ts';
import {
  CITATION_SEPARATOR,
  escapeLinkAddress,
  escapeLinkName,
  formatCitations,
  type LinkToCite,
  parseWebAddress,
} from './formatCitations.ts';
import { LITERAL_BLOCKS } from './literalBlocks.ts';
import { type Paste, replaceSpan } from './paste.ts';
import { pasteAtCaret } from './pasteAtCaret.ts';

/**
 * Pastes web addresses over a selection (empty: at the caret): as citations in a nearby group, as a new group at the end of an item
 * or sentence, or as a link around the selected words. Addresses that a group has already are not added again. Returns undefined when
 * a plain paste is right: the clipboard holds anything but addresses, or the caret is in an address, in code, HTML or an image, in the
 * front matter, or anywhere else a citation cannot be.
 */
export function pasteCitations(
  entry: Entry,
  selection: Span,
  clipboard: ClipboardContent,
  outlets: Outlets,
  tracking?: TrackingParameters,
): Paste | undefined {
  if (!isCitationPlace(entry, selection.from) || !isCitationPlace(entry, selection.to)) return undefined;
  const paste = pasteInProse(entry, selection, clipboard, outlets, tracking);
  if (!paste || paste.kind === 'cited') return paste;
  // What is pasted below an HTML block, for example, would become part of it.
  return keepsLiterals(entry, parseEntry(applyEdits(entry.text, paste.edits)), selection) ? paste : undefined;
}

function pasteInProse(
  entry: Entry,
  selection: Span,
  clipboard: ClipboardContent,
  outlets: Outlets,
  tracking: TrackingParameters,
): Paste | undefined {
  const links = parseClipboardLinks(clipboard)?.map((link) => keepOutletName(link, outlets));
  const [firstLink, ...moreLinks] = links ?? [];
  if (!links || !firstLink) return undefined;
  const { text } = entry;
  const citations = formatCitations([firstLink, ...moreLinks], outlets, tracking);
  const block = entry.blocks.find(({ from, to }) => from <= selection.to && selection.from <= endOfLine(text, to));
  if (!block) return pasteOnBlankLine(text, selection, citations);
  const start = block.label?.to ?? block.marker?.to ?? block.from;
  if (LITERAL_BLOCKS.has(block.kind) || block.kind === 'divider' || selection.from < start) return undefined;
  const existingLink = block.links.find(({ from, to }) => from < selection.to && selection.from < to);
  if (existingLink) {
    if (isSameSpan(selection, existingLink)) return replaceSpan(selection, citations.join(CITATION_SEPARATOR));
    return moreLinks.length === 0
      ? pasteIntoLink(text, existingLink, selection, firstLink, outlets, tracking)
      : undefined;
  }
  if (selection.from < selection.to) {
    return moreLinks.length === 0 ? pasteOverWords(text, block, selection, firstLink, outlets, tracking) : undefined;
  }
  if (block.kind === 'heading') return undefined;
  return pasteAtCaret(entry, block, selection.from, (group) => {
    const cited = group ? citedPagesOf(text, group, tracking) : undefined;
    const added = cited ? links.filter(({ address }) => !cited.has(citedPage(address, tracking))) : links;
    return formatCitations(added, outlets, tracking);
  });
}

/** The newsroom's own additions to the list of tracking parameters. */
type TrackingParameters = readonly string[] | undefined;

function isSameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

function pasteOnBlankLine(text: string, selection: Span, citations: readonly string[]): Paste | undefined {
  if (textOf(text, selection).trim() !== '') return undefined;
  const group = `(${citations.join(CITATION_SEPARATOR)})`;
  const paste = replaceSpan(selection, group);
  // Right above a divider, text would become a heading.
  if (!DIVIDER_BELOW.test(text.slice(selection.to, selection.to + MAX_DIVIDER_CHARS))) return paste;
  return { ...paste, edits: [{ ...selection, text: group + lineBreakOf(text) }] };
}

const DIVIDER_BELOW = /^[ \t]*\r?\n {0,3}(?:-[ \t]*)+(?:\r?\n|$)/;
const MAX_DIVIDER_CHARS = 100;

/** Fills `[…]( |)` with the address, and with the name if that is empty too. Never overwrites part of an existing address. */
function pasteIntoLink(
  text: string,
  { name, address, to }: Link,
  selection: Span,
  link: LinkToCite,
  outlets: Outlets,
  tracking: TrackingParameters,
): Paste | undefined {
  const isEmpty = textOf(text, address).trim() === '';
  const isUnnamed = textOf(text, name).trim() === '';
  const isInside = contains(address, selection) || (isEmpty && isUnnamed && contains(name, selection));
  if (!isInside || !(isEmpty || isSameSpan(selection, address))) return undefined;
  const span = { from: skipSpacesBefore(text, address.from, name.to), to: skipSpaces(text, address.to, to) };
  const url = canonicalUrl(link.address, tracking);
  const edits: Edit[] = [{ ...span, text: escapeLinkAddress(url) }];
  if (isUnnamed) edits.unshift({ ...name, text: escapeLinkName(link.name ?? outlets.suggestName(url) ?? '') });
  return { kind: 'address', edits, caret: applyEdits(text.slice(0, to), edits).length };
}

/** Turns `⟦resigned⟧` into `[resigned](https://…)`, and a selected bare address into a citation. */
function pasteOverWords(
  text: string,
  { content }: Block,
  selection: Span,
  link: LinkToCite,
  outlets: Outlets,
  tracking: TrackingParameters,
): Paste | undefined {
  const selected = textOf(text, selection);
  const words = selected.trim();
  const from = selection.from + selected.indexOf(words);
  const span = { from, to: from + words.length };
  if (parseWebAddress(words) !== undefined) {
    return replaceSpan(span, formatCitations([link], outlets, tracking).join(CITATION_SEPARATOR));
  }
  const isProse = words !== '' && contains(content, span) && !/[\n\r[\]]/.test(words);
  const splitsBold = words.split('**').length % 2 === 0;
  if (!isProse || splitsBold) return undefined;
  return replaceSpan(span, `[${words}](${escapeLinkAddress(canonicalUrl(link.address, tracking))})`, 'link');
}
