import type { Found, RequestQueue } from '../../core/linkCheck/requestQueue.ts';
import type { LinkResponse, Request } from '../../core/linkCheck/response.ts';

/** What asking needs of the host. */
export interface HttpClient {
  readonly fetch: Fetch;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** The host's `fetch`, as far as it is used: Node.js and a web worker both have it, with types of their own. */
export type Fetch = (address: string, init: FetchOptions) => Promise<FetchResponse>;

interface FetchOptions {
  readonly method: 'GET' | 'HEAD';
  readonly redirect: 'follow';
  readonly credentials: 'omit';
  readonly referrerPolicy: 'no-referrer';
  readonly cache: 'no-store';
  readonly signal: AbortSignal;
}

/** The head of a response. Its body can only be turned down. */
interface FetchResponse {
  readonly status: number;
  /** Where redirects have led; empty where the host does not tell. */
  readonly url: string;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: { readonly cancel: () => Promise<void> } | null;
}

/** How to ask. */
interface Asking {
  /** In milliseconds: so long an answer is waited for. */
  readonly timeout: number;
  /** Ends everything, requests under way included. */
  readonly signal: AbortSignal;
  readonly onFound: (found: Found) => void;
}

/** Asks for all that waits in a queue, when it is time for each; settles when nothing is left, or when it is aborted. */
export async function askAll(
  queue: RequestQueue,
  web: HttpClient,
  { timeout, signal, onFound }: Asking,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const ask = async (request: Request): Promise<void> => {
    const answer = await answerTo(request, web, timeout, signal);
    if (!signal.aborted) for (const found of queue.answered(request, answer, web.now())) onFound(found);
  };
  while (!signal.aborted) {
    const step = queue.next(web.now());
    if (step.kind === 'done') return;
    if (step.kind === 'ask') {
      const asked: Promise<void> = ask(step.request).finally(() => underWay.delete(asked));
      underWay.add(asked);
    } else if (step.kind === 'wait') {
      await firstOf(underWay, step.ms, signal);
    } else {
      await Promise.race(underWay);
    }
  }
  await Promise.all(underWay);
}

/**
 * Asks once. Cookies stay at home, no page is told where it was linked from, and of an answer only its head is read. What the
 * request comes to is an answer too: this never throws.
 */
async function answerTo(
  { address, method }: Pick<Request, 'address' | 'method'>,
  { fetch }: Pick<HttpClient, 'fetch'>,
  timeout: number,
  signal: AbortSignal,
): Promise<LinkResponse> {
  const own = new AbortController();
  let isLate = false;
  const abort = () => own.abort();
  const timer = setTimeout(() => {
    isLate = true;
    abort();
  }, timeout);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    const response = await fetch(address, {
      method,
      redirect: 'follow',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: own.signal,
    });
    void response.body?.cancel().catch(ignore);
    const { status, headers, url } = response;
    return { kind: 'status', status, landed: url || address, retryAfter: headers.get('retry-after') };
  } catch (error) {
    if (isLate) return { kind: 'silence', why: 'timeout' };
    return { kind: 'silence', why: isLoop(error) ? 'loop' : 'unreachable' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** Twenty redirects and no page. Browsers do not tell. */
function isLoop(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && cause.message.includes('redirect count');
}

/** Waits for the first of what is under way, no longer than `ms`, and not beyond the end of it all. */
async function firstOf(underWay: ReadonlySet<Promise<void>>, ms: number, signal: AbortSignal): Promise<void> {
  let end = ignore;
  const pause = new Promise<void>((resolve) => {
    end = resolve;
  });
  const timer = setTimeout(end, ms);
  signal.addEventListener('abort', end);
  await Promise.race([pause, ...underWay]);
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
}

function ignore(): void {}
