/** Whether a linked page is available, is gone, or could not be verified. */
export type Verdict = 'available' | 'gone' | 'unverified';

export interface LinkResult {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

/**
 * The HTTP status of the response; or why there is none; or `redirected`: the page redirects to the front page or an error page; or
 * `skipped`: the page was not requested, because another request to its site failed.
 */
export type Reason = number | NoResponse | 'redirected' | 'skipped';

/**
 * `loop` is a redirect loop. `private`: the page redirects to an address that is not on the public internet, which is not requested.
 * `hidden`: the page redirects, but the host (a browser) does not say where.
 */
type NoResponse = 'timeout' | 'unreachable' | 'loop' | 'private' | 'hidden';

export interface LinkRequest {
  readonly address: string;
  readonly method: 'HEAD' | 'GET';
  /** Counts from 1. */
  readonly attempt: number;
}

/** The outcome of a request. `finalAddress` is the address after all redirects, `retryAfter` the value of the `Retry-After` header. */
export type LinkResponse =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly finalAddress: string;
      readonly retryAfter: string | null;
    }
  | { readonly kind: 'no-response'; readonly reason: NoResponse };

/** What follows from a response: a result, or another request. `skipsSite`: the site's other pages need not be requested. */
type Outcome =
  | { readonly kind: 'result'; readonly result: LinkResult; readonly skipsSite: boolean }
  | { readonly kind: 'retry'; readonly method: LinkRequest['method']; readonly delayMs: number };

/**
 * Interprets a response; `now` is in milliseconds since 1970. A page is only gone if a GET request is answered with 404 or 410: many sites
 * do not support HEAD, and many refuse requests from programs but show the page to readers.
 */
export function interpretResponse(request: LinkRequest, response: LinkResponse, now: number): Outcome {
  if (response.kind === 'no-response') return interpretNoResponse(request, response.reason);
  const { status, finalAddress, retryAfter } = response;
  if ((status >= 200 && status < 300) || status === 304) {
    return isGenericPage(request.address, finalAddress)
      ? resultOf('unverified', 'redirected')
      : resultOf('available', status);
  }
  if (status === 429 || status === 503) return interpretBusy(request, status, parseRetryAfter(retryAfter, now));
  if (request.method === 'HEAD') return { kind: 'retry', method: 'GET', delayMs: 0 };
  if (status === 404 || status === 410) return resultOf('gone', status);
  const isTemporary = (status >= 500 && status < 600) || status === 408 || status === 425;
  if (isTemporary && request.attempt < MAX_ATTEMPTS) return retryWithGet(request);
  return resultOf('unverified', status);
}

/** The maximum number of requests for an address. */
export const MAX_ATTEMPTS = 4;

/** A site that asks for a longer pause is not requested again. */
export const MAX_RETRY_DELAY_MS = 60_000;

/** The pause that a `Retry-After` header asks for, in milliseconds; undefined if it is neither a number of seconds nor a date. */
export function parseRetryAfter(retryAfter: string | null, now: number): number | undefined {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^\w{3}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function interpretBusy(request: LinkRequest, status: number, retryAfterMs: number | undefined): Outcome {
  const delayMs = retryAfterMs ?? backoffMs(request.attempt);
  if (request.attempt < MAX_ATTEMPTS && delayMs <= MAX_RETRY_DELAY_MS) {
    return { kind: 'retry', method: request.method, delayMs };
  }
  return resultOf('unverified', status, status === 429);
}

/** Some sites do not respond to HEAD. A site that does not respond to GET either is considered down. */
function interpretNoResponse(request: LinkRequest, reason: NoResponse): Outcome {
  if (reason !== 'timeout' && reason !== 'unreachable') return resultOf('unverified', reason);
  return request.attempt === 1 ? retryWithGet(request) : resultOf('unverified', reason, true);
}

function retryWithGet({ attempt }: LinkRequest): Outcome {
  return { kind: 'retry', method: 'GET', delayMs: backoffMs(attempt) };
}

/** One second, then three, then nine. */
function backoffMs(attempt: number): number {
  return 1000 * 3 ** (attempt - 1);
}

function resultOf(verdict: Verdict, reason: Reason, skipsSite = false): Outcome {
  return { kind: 'result', result: { verdict, reason }, skipsSite };
}

/** Whether an address leads to the front page or to an error page, as many sites do for pages they have removed. */
function isGenericPage(address: string, finalAddress: string): boolean {
  const path = pathOf(finalAddress);
  return path !== pathOf(address) && (path === '' || ERROR_PAGE.test(path));
}

const ERROR_PAGE = /^(?:404|error|errors\/404|not-?found|page-?not-?found)(?:\.\w+)?$/i;

/** The path without the slashes around it, empty for a front page. Includes the query, which may identify a page as well. */
function pathOf(address: string): string {
  return address
    .replace(/#.*$/s, '')
    .replace(/^\w+:\/\/[^/?]*/, '')
    .replace(/^\/+|\/+$/g, '');
}
