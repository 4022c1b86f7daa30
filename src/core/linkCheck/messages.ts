import { numbered } from '../lint/tally.ts';
import { hostOf } from '../urls/url.ts';
import type { Finding, Reason, Verdict } from './response.ts';

/** What was found of an address, in one sentence: `herald.example says that this page is gone (404).` */
export function sayFinding(address: string, { verdict, because }: Finding): string {
  const host = hostOf(address) ?? address;
  if (verdict === 'gone') return `${host} says that this page is gone (${because}).`;
  if (verdict === 'there') return 'The page is there.';
  return `The page could not be verified: ${reason(host, because)}.`;
}

/** How many pages there are of each verdict: `12 pages are there, 1 is gone, 3 could not be verified.` */
export function sayFindings(findings: Iterable<Finding>): string {
  const counts: Record<Verdict, number> = { there: 0, gone: 0, unsure: 0 };
  for (const { verdict } of findings) counts[verdict]++;
  const { there, gone, unsure } = counts;
  const parts = [`${numbered(there, 'page', 'pages')} ${there === 1 ? 'is' : 'are'} there`];
  if (gone > 0) parts.push(`${gone} ${gone === 1 ? 'is' : 'are'} gone`);
  if (unsure > 0) parts.push(`${unsure} could not be verified`);
  return `${parts.join(', ')}.`;
}

function reason(host: string, because: Reason): string {
  if (typeof because !== 'number') return REASONS[because](host);
  if (because === 401 || because === 402 || because === 403)
    return `${host} shows it to readers or subscribers only (${because})`;
  if (because === 429) return `${host} wants to be asked less often (429)`;
  if (because === 451) return `${host} may not show it here (451)`;
  if (because >= 500 && because < 600) return `${host} is in trouble (${because})`;
  return `${host} answered ${because}`;
}

const REASONS: Readonly<Record<Reason & string, (host: string) => string>> = {
  timeout: (host) => `${host} gave no answer in time`,
  unreachable: (host) => `${host} could not be reached`,
  loop: (host) => `${host} redirects in a circle`,
  elsewhere: (host) => `it leads to the front page of ${host}, or to a page that says so`,
  'not-asked': (host) => `${host} had left another one without an answer`,
};
