/** What is known of a cited page: it is there, it is gone, or nobody can say from here. */
export type Verdict = 'there' | 'gone' | 'unsure';

/** A verdict and what it rests on. */
export interface Finding {
  readonly verdict: Verdict;
  readonly because: Reason;
}

/**
 * The status that the site answered with, or: it gave no answer in time; it could not be reached; it redirects in a circle; it
 * leads to its front page or to an error page; it was not asked, as it had left others without an answer.
 */
export type Reason = number | NoResponse | 'elsewhere' | 'not-asked';

type NoResponse = 'timeout' | 'unreachable' | 'loop';

/** A question to a site. */
export interface Request {
  readonly address: string;
  readonly method: 'HEAD' | 'GET';
  /** The first has 1. */
  readonly attempt: number;
}

/** What came of a request. `landed` is the address behind all redirects, `retryAfter` the header of that name. */
export type LinkResponse =
  | { readonly kind: 'status'; readonly status: number; readonly landed: string; readonly retryAfter: string | null }
  | { readonly kind: 'silence'; readonly why: NoResponse };

/** What follows from an answer. Where it `tellsOfHost`, the site's other pages need not be asked for. */
type Outcome =
  | { readonly kind: 'found'; readonly finding: Finding; readonly tellsOfHost: boolean }
  | { readonly kind: 'again'; readonly method: Request['method']; readonly after: number };

/**
 * What an answer means; times are milliseconds, `now` since 1970. Only a GET that is answered 404 or 410 says that a page is gone:
 * many sites do not know HEAD, and what they refuse to programs they show to readers.
 */
export function judge(request: Request, answer: LinkResponse, now: number): Outcome {
  if (answer.kind === 'silence') return judgeSilence(request, answer.why);
  const { status, landed, retryAfter } = answer;
  if ((status >= 200 && status < 300) || status === 304) {
    return isElsewhere(request.address, landed) ? found('unsure', 'elsewhere') : found('there', status);
  }
  if (status === 429 || status === 503) return judgeBusy(request, status, waitOf(retryAfter, now));
  if (request.method === 'HEAD') return { kind: 'again', method: 'GET', after: 0 };
  if (status === 404 || status === 410) return found('gone', status);
  const mayPass = (status >= 500 && status < 600) || status === 408 || status === 425;
  if (mayPass && request.attempt < MOST_ATTEMPTS) return again(request);
  return found('unsure', status);
}

/** No address is asked for more often. */
export const MOST_ATTEMPTS = 4;

/** A site that wants to be left alone for longer is. */
export const LONGEST_WAIT = 60_000;

/** How long a `Retry-After` asks to wait, a number of seconds or a date; undefined where it is neither. */
export function waitOf(retryAfter: string | null, now: number): number | undefined {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^\w{3}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function judgeBusy(request: Request, status: number, asked: number | undefined): Outcome {
  const after = asked ?? backoff(request.attempt);
  if (request.attempt < MOST_ATTEMPTS && after <= LONGEST_WAIT) return { kind: 'again', method: request.method, after };
  return found('unsure', status, status === 429);
}

/** Some sites leave a HEAD without an answer; one that says nothing to a GET either says nothing at all. */
function judgeSilence(request: Request, why: NoResponse): Outcome {
  if (why === 'loop') return found('unsure', why);
  return request.attempt === 1 ? again(request) : found('unsure', why, true);
}

function again({ attempt }: Request): Outcome {
  return { kind: 'again', method: 'GET', after: backoff(attempt) };
}

/** A second, three, nine. */
function backoff(attempt: number): number {
  return 1000 * 3 ** (attempt - 1);
}

function found(verdict: Verdict, because: Reason, tellsOfHost = false): Outcome {
  return { kind: 'found', finding: { verdict, because }, tellsOfHost };
}

/** Whether a page's address leads to the front page or to an error page, which sites do with pages that they took away. */
function isElsewhere(asked: string, landed: string): boolean {
  const path = pathOf(landed);
  return path !== pathOf(asked) && (path === '' || ERROR_PAGE.test(path));
}

const ERROR_PAGE = /^(?:404|error|errors\/404|not-?found|page-?not-?found)(?:\.\w+)?$/i;

/** Without the slashes around it; empty for a front page. A query may name the page just as well. */
function pathOf(address: string): string {
  return address
    .replace(/#.*$/s, '')
    .replace(/^\w+:\/\/[^/?]*/, '')
    .replace(/^\/+|\/+$/g, '');
}
