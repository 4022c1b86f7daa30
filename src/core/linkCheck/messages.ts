import { plural, pluralNoun } from '../text/plural.ts';
import { hostOf } from '../urls/url.ts';
import type { LinkResult, Reason, Verdict } from './response.ts';

/** The result for an address in a sentence: `herald.example says that this page is gone (404).` */
export function resultMessage(address: string, { verdict, reason }: LinkResult): string {
  const host = hostOf(address) ?? address;
  if (verdict === 'gone') return `${host} says that this page is gone (${reason}).`;
  if (verdict === 'available') return 'The page is available.';
  return `The page could not be verified: ${reasonText(host, reason)}.`;
}

/** The number of results by verdict: `12 pages are available, 1 is gone, 3 could not be verified.` */
export function resultsMessage(results: Iterable<LinkResult>): string {
  const counts: Record<Verdict, number> = { available: 0, gone: 0, unverified: 0 };
  for (const { verdict } of results) counts[verdict]++;
  const { available, gone, unverified } = counts;
  const parts = [`${plural(available, 'page')} ${pluralNoun(available, 'is', 'are')} available`];
  if (gone > 0) parts.push(`${gone} ${pluralNoun(gone, 'is', 'are')} gone`);
  if (unverified > 0) parts.push(`${unverified} could not be verified`);
  return `${parts.join(', ')}.`;
}

function reasonText(host: string, reason: Reason): string {
  if (typeof reason !== 'number') return REASON_TEXTS[reason](host);
  if (reason === 401 || reason === 402 || reason === 403) return `${host} restricts access to it (${reason})`;
  if (reason === 429) return `${host} accepts no more requests for now (429)`;
  if (reason === 451) return `${host} may not show it here for legal reasons (451)`;
  if (reason >= 500 && reason < 600) return `${host} has a server error (${reason})`;
  return `${host} responded with status ${reason}`;
}

const REASON_TEXTS: Readonly<Record<Reason & string, (host: string) => string>> = {
  timeout: (host) => `${host} did not respond in time`,
  unreachable: (host) => `${host} could not be reached`,
  loop: (host) => `${host} redirects in a loop`,
  private: (host) => `${host} redirects to an address that is not on the public internet`,
  hidden: (host) => `${host} redirects, and a browser does not show where`,
  redirected: (host) => `it redirects to the front page of ${host}, or to an error page`,
  skipped: (host) => `an earlier request to ${host} failed`,
};
