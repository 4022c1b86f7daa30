import { hostOf } from '../urls/url.ts';
import { interpretResponse, type LinkRequest, type LinkResponse, type LinkResult } from './response.ts';

/** Limits that spare the sites. In addition, a site never gets two requests at the same time. */
interface RequestLimits {
  /** Requests in progress at the same time, over all sites. */
  readonly maxConcurrent: number;
  /** The pause between a response of a site and the next request to it. */
  readonly spacingMs: number;
  /** How long to wait for a response. */
  readonly timeoutMs: number;
}

export const REQUEST_LIMITS: RequestLimits = { maxConcurrent: 6, spacingMs: 1000, timeoutMs: 15_000 };

/** What to do next: send a request; wait this long, or until a response arrives; wait until a response arrives; or nothing more. */
type Step =
  | { readonly kind: 'send'; readonly request: LinkRequest }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'wait-for-response' }
  | { readonly kind: 'done' };

export interface CheckedLink {
  readonly address: string;
  readonly result: LinkResult;
}

/** Decides when to request which address. Has no clock and does no I/O: times are passed in, in milliseconds since 1970. */
export interface RequestQueue {
  readonly next: (now: number) => Step;
  /** Returns the results that follow from a response: none if the request is to be repeated, and several if the whole site fails. */
  readonly handleResponse: (request: LinkRequest, response: LinkResponse, now: number) => readonly CheckedLink[];
}

interface Site {
  /** The next request first. */
  readonly queued: LinkRequest[];
  /** Whether a request is in progress. */
  isBusy: boolean;
  /** The earliest time of the next request. */
  readyAt: number;
}

export function openRequestQueue(addresses: Iterable<string>, limits: RequestLimits = REQUEST_LIMITS): RequestQueue {
  const sites = new Map<string, Site>();
  let pendingCount = 0;
  for (const address of new Set(addresses)) {
    const host = hostOf(address);
    if (host === undefined) continue;
    const request: LinkRequest = { address, method: 'HEAD', attempt: 1 };
    const site = sites.get(host);
    if (site) site.queued.push(request);
    else sites.set(host, { queued: [request], isBusy: false, readyAt: 0 });
  }

  return {
    next(now) {
      if (pendingCount >= limits.maxConcurrent) return { kind: 'wait-for-response' };
      let earliest = Number.POSITIVE_INFINITY;
      for (const site of sites.values()) {
        if (site.isBusy) continue;
        earliest = Math.min(earliest, site.readyAt);
        const request = site.readyAt <= now ? site.queued.shift() : undefined;
        if (!request) continue;
        site.isBusy = true;
        pendingCount++;
        return { kind: 'send', request };
      }
      if (earliest < Number.POSITIVE_INFINITY) return { kind: 'wait', ms: earliest - now };
      return pendingCount > 0 ? { kind: 'wait-for-response' } : { kind: 'done' };
    },
    handleResponse(request, response, now) {
      const host = hostOf(request.address) ?? '';
      const site = sites.get(host);
      if (!site) return [];
      pendingCount--;
      site.isBusy = false;
      const outcome = interpretResponse(request, response, now);
      if (outcome.kind === 'retry') {
        const { method, delayMs } = outcome;
        site.readyAt = now + Math.max(limits.spacingMs, delayMs);
        site.queued.push({ address: request.address, method, attempt: request.attempt + 1 });
        return [];
      }
      site.readyAt = now + limits.spacingMs;
      const checked: CheckedLink[] = [{ address: request.address, result: outcome.result }];
      if (outcome.skipsSite) {
        for (const { address } of site.queued) checked.push({ address, result: SKIPPED });
        site.queued.length = 0;
      }
      if (site.queued.length === 0) sites.delete(host);
      return checked;
    },
  };
}

const SKIPPED: LinkResult = { verdict: 'unverified', reason: 'skipped' };
