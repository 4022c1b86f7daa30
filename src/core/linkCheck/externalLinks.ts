import type { Entry } from '../entry/entry.ts';
import type { Span } from '../text/text.ts';
import { isPublicAddress } from '../urls/publicHost.ts';
import { hostOf, unescapeAddress } from '../urls/url.ts';

/** A page on another site that an entry links to. */
export interface ExternalLink {
  /** The address to request: without Markdown escapes and fragment. */
  readonly address: string;
  /** Every span of the entry in which the address is written. */
  readonly spans: readonly Span[];
}

/**
 * The pages that the citations and links of an entry lead to, each once, in order. Leaves out the newsroom's own site, and what is not on
 * the public internet: checking an entry must not send requests to the own computer or network.
 */
export function externalLinks({ text, blocks }: Entry, siteUrl: string | undefined): readonly ExternalLink[] {
  const ownHost = siteUrl === undefined ? undefined : hostOf(siteUrl);
  const spansByAddress = new Map<string, Span[]>();
  for (const { links } of blocks) {
    for (const { form, address: addressSpan } of links) {
      const address = form === 'whole' ? requestAddress(text.slice(addressSpan.from, addressSpan.to)) : undefined;
      if (address === undefined || !isPublicAddress(address)) continue;
      const host = hostOf(address);
      if (host === undefined || host === ownHost) continue;
      const spans = spansByAddress.get(address);
      if (spans) spans.push(addressSpan);
      else spansByAddress.set(address, [addressSpan]);
    }
  }
  return Array.from(spansByAddress, ([address, spans]) => ({ address, spans }));
}

/** The address to request for a link destination as written; undefined if it is not a web address. */
function requestAddress(destination: string): string | undefined {
  if (!/^https?:\/\/[^\s/?#]/i.test(destination) || /\s/.test(destination)) return undefined;
  const address = unescapeAddress(destination);
  const fragment = address.indexOf('#');
  return fragment < 0 ? address : address.slice(0, fragment);
}

/**
 * A prefix that turns an address into a link to the copy in the Internet Archive that is nearest to a date, or to the newest copy without a
 * date: `https://web.archive.org/web/20310130/`.
 */
export function archivedPrefix(date: string | undefined): string {
  return `https://web.archive.org/web/${date === undefined ? '' : `${date.replaceAll('-', '')}/`}`;
}
