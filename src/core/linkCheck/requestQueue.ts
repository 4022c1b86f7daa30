import { hostOf } from '../urls/url.ts';
import { type Finding, judge, type LinkResponse, type Request } from './response.ts';

/** How politely sites are asked. One request a site at a time is no matter of choice. */
interface Limits {
  /** Requests that may be under way at once, over all sites. */
  readonly together: number;
  /** In milliseconds, from an answer of a site to the next request to it. */
  readonly spacing: number;
  /** In milliseconds: so long an answer is waited for. */
  readonly timeout: number;
}

export const LIMITS: Limits = { together: 6, spacing: 1000, timeout: 15_000 };

/** What is to be done next: ask; wait so many milliseconds, or for an answer; wait for an answer; nothing more. */
type Step =
  | { readonly kind: 'ask'; readonly request: Request }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'answers' }
  | { readonly kind: 'done' };

/** What was found of an address. */
export interface Found {
  readonly address: string;
  readonly finding: Finding;
}

/** Addresses to be asked for, and when. It neither waits nor asks: times are handed in, in milliseconds since 1970. */
export interface RequestQueue {
  readonly next: (now: number) => Step;
  /** Takes an answer in and gives what is known by it: nothing yet, of its address, or of more addresses of its site. */
  readonly answered: (request: Request, answer: LinkResponse, now: number) => readonly Found[];
}

/** Requests to one site, the next one first. */
interface Site {
  readonly waiting: Request[];
  isBusy: boolean;
  /** From when on it may be asked. */
  from: number;
}

export function openRequestQueue(addresses: Iterable<string>, limits: Limits = LIMITS): RequestQueue {
  const sites = new Map<string, Site>();
  let underWay = 0;
  for (const address of new Set(addresses)) {
    const host = hostOf(address);
    if (host === undefined) continue;
    const request: Request = { address, method: 'HEAD', attempt: 1 };
    const site = sites.get(host);
    if (site) site.waiting.push(request);
    else sites.set(host, { waiting: [request], isBusy: false, from: 0 });
  }

  return {
    next(now) {
      if (underWay >= limits.together) return { kind: 'answers' };
      let soonest = Number.POSITIVE_INFINITY;
      for (const site of sites.values()) {
        if (site.isBusy) continue;
        soonest = Math.min(soonest, site.from);
        const request = site.from <= now ? site.waiting.shift() : undefined;
        if (!request) continue;
        site.isBusy = true;
        underWay++;
        return { kind: 'ask', request };
      }
      if (soonest < Number.POSITIVE_INFINITY) return { kind: 'wait', ms: soonest - now };
      return underWay > 0 ? { kind: 'answers' } : { kind: 'done' };
    },
    answered(request, answer, now) {
      const host = hostOf(request.address) ?? '';
      const site = sites.get(host);
      if (!site) return [];
      underWay--;
      site.isBusy = false;
      const outcome = judge(request, answer, now);
      if (outcome.kind === 'again') {
        const { method, after } = outcome;
        site.from = now + Math.max(limits.spacing, after);
        site.waiting.push({ address: request.address, method, attempt: request.attempt + 1 });
        return [];
      }
      site.from = now + limits.spacing;
      const found: Found[] = [{ address: request.address, finding: outcome.finding }];
      if (outcome.tellsOfHost) {
        for (const { address } of site.waiting) found.push({ address, finding: NOT_ASKED });
        site.waiting.length = 0;
      }
      if (site.waiting.length === 0) sites.delete(host);
      return found;
    },
  };
}

const NOT_ASKED: Finding = { verdict: 'unsure', because: 'not-asked' };
