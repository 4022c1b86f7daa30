import type { CitationGroup, Piece } from '../../entry/entry.ts';
import { textOf } from '../../text/text.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { fragmentOf, pageKeyOf } from '../../urls/url.ts';

/** A key that is the same for every spelling of an address. `tracking` lists the newsroom's own tracking parameters. */
export function citedPage(address: string, tracking?: readonly string[]): string {
  const url = canonicalUrl(address, tracking);
  return `${pageKeyOf(url) ?? url}#${fragmentOf(url)}`;
}

/** The keys of all addresses of a group, those that are not links yet included. */
export function citedPagesOf(text: string, { pieces }: CitationGroup, tracking?: readonly string[]): Set<string> {
  const pages = new Set<string>();
  for (const piece of pieces) {
    const address = addressOf(text, piece);
    if (address !== undefined) pages.add(citedPage(address, tracking));
  }
  return pages;
}

function addressOf(text: string, piece: Piece): string | undefined {
  if (piece.kind === 'citation') return textOf(text, piece.link.address);
  return piece.kind === 'address' ? textOf(text, piece) : undefined;
}
