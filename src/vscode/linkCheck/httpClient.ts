import type { CheckedLink, RequestQueue } from '../../core/linkCheck/requestQueue.ts';
import type { LinkRequest, LinkResponse } from '../../core/linkCheck/response.ts';

/** The host's functions that requests need. */
export interface HttpClient {
  readonly fetch: Fetch;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** The part of `fetch` that is used here. Node.js and web workers both have it, but with different types. */
export type Fetch = (address: string, init: FetchOptions) => Promise<FetchResponse>;

interface FetchOptions {
  readonly method: 'GET' | 'HEAD';
  readonly redirect: 'follow';
  readonly credentials: 'omit';
  readonly referrerPolicy: 'no-referrer';
  readonly cache: 'no-store';
  readonly signal: AbortSignal;
}

/** A response whose body is never read. */
interface FetchResponse {
  readonly status: number;
  /** The address after all redirects; empty if the host does not report it. */
  readonly url: string;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: { readonly cancel: () => Promise<void> } | null;
}

interface SendOptions {
  /** How long to wait for a response. */
  readonly timeoutMs: number;
  /** Aborts everything, requests in progress included. */
  readonly signal: AbortSignal;
  readonly onResult: (checked: CheckedLink) => void;
}

/** Sends all requests of a queue, each when it is due. Settles when the queue is done or the signal aborts. */
export async function sendRequests(
  queue: RequestQueue,
  client: HttpClient,
  { timeoutMs, signal, onResult }: SendOptions,
): Promise<void> {
  const pending = new Set<Promise<void>>();
  const send = async (request: LinkRequest): Promise<void> => {
    const response = await sendRequest(request, client, timeoutMs, signal);
    if (signal.aborted) return;
    for (const checked of queue.handleResponse(request, response, client.now())) onResult(checked);
  };
  while (!signal.aborted) {
    const step = queue.next(client.now());
    if (step.kind === 'done') return;
    if (step.kind === 'send') {
      const sending: Promise<void> = send(step.request).finally(() => pending.delete(sending));
      pending.add(sending);
    } else if (step.kind === 'wait') {
      await waitForFirst(pending, step.ms, signal);
    } else {
      await Promise.race(pending);
    }
  }
  await Promise.all(pending);
}

/** Sends a request without cookies and referrer, and reads only the headers of the response. Never throws: an error is a response too. */
async function sendRequest(
  { address, method }: Pick<LinkRequest, 'address' | 'method'>,
  { fetch }: Pick<HttpClient, 'fetch'>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<LinkResponse> {
  const controller = new AbortController();
  let hasTimedOut = false;
  const abort = () => controller.abort();
  const timer = setTimeout(() => {
    hasTimedOut = true;
    abort();
  }, timeoutMs);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    const response = await fetch(address, {
      method,
      redirect: 'follow',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: controller.signal,
    });
    void response.body?.cancel().catch(ignore);
    const { status, headers, url } = response;
    return { kind: 'status', status, finalAddress: url || address, retryAfter: headers.get('retry-after') };
  } catch (error) {
    if (hasTimedOut) return { kind: 'no-response', reason: 'timeout' };
    return { kind: 'no-response', reason: isRedirectLoop(error) ? 'loop' : 'unreachable' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** Whether Node.js gave up after too many redirects. Browsers do not report the cause. */
function isRedirectLoop(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && cause.message.includes('redirect count');
}

/** Waits until one of the requests settles, the time is over, or the signal aborts. */
async function waitForFirst(pending: ReadonlySet<Promise<void>>, ms: number, signal: AbortSignal): Promise<void> {
  let end = ignore;
  const pause = new Promise<void>((resolve) => {
    end = resolve;
  });
  const timer = setTimeout(end, ms);
  signal.addEventListener('abort', end);
  await Promise.race([pause, ...pending]);
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
}

function ignore(): void {}
