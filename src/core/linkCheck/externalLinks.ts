import type { Entry } from '../entry/entry.ts';
import type { Span } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';

/** A page that an entry links to. */
export interface ExternalLink {
  /** As a browser would ask for it: without escapes, and without the place in the page. */
  readonly address: string;
  /** Where its addresses stand, as written. */
  readonly spans: readonly Span[];
}

/**
 * The pages that an entry's citations and links lead to, each once, in order. Those of the newsroom's own site are left out, and
 * those of the writer's own machine and network, which nobody's entry has to make requests to.
 */
export function externalLinks({ text, blocks }: Entry, siteUrl: string | undefined): readonly ExternalLink[] {
  const ownHost = siteUrl === undefined ? undefined : hostOf(siteUrl);
  const pages = new Map<string, Span[]>();
  for (const { links } of blocks) {
    for (const { form, address } of links) {
      const asked = form === 'whole' ? askedFor(text.slice(address.from, address.to)) : undefined;
      const host = asked === undefined ? undefined : hostOf(asked);
      if (asked === undefined || host === undefined || host === ownHost || !PUBLIC.test(host)) continue;
      const spans = pages.get(asked);
      if (spans) spans.push(address);
      else pages.set(asked, [address]);
    }
  }
  return Array.from(pages, ([address, spans]) => ({ address, spans }));
}

/** A name with a dot in it, and no number at its end as addresses of machines have. */
const PUBLIC = /\.(?!(?:local|localhost|internal|lan|home)(?::|$))[a-z][a-z\d-]*(?::\d+)?$/;

/** Undefined where no web address stands. */
function askedFor(written: string): string | undefined {
  if (!/^https?:\/\/[^\s/?#]/i.test(written) || /\s/.test(written)) return undefined;
  const address = written.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
  const fragment = address.indexOf('#');
  return fragment < 0 ? address : address.slice(0, fragment);
}

/**
 * What before an address leads to the copy of its page that the Internet Archive made nearest to a date, to the newest one where
 * the date is not known: `https://web.archive.org/web/20310130/`.
 */
export function archivedPrefix(date: string | undefined): string {
  return `https://web.archive.org/web/${date === undefined ? '' : `${date.replaceAll('-', '')}/`}`;
}
