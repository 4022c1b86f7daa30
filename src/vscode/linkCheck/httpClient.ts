import type { CheckedLink, RequestQueue } from '../../core/linkCheck/requestQueue.ts';
import type { LinkRequest, LinkResponse } from '../../core/linkCheck/response.ts';
import { isPublicAddress } from '../../core/urls/publicHost.ts';

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
  readonly redirect: 'manual';
  readonly credentials: 'omit';
  readonly referrerPolicy: 'no-referrer';
  readonly cache: 'no-store';
  readonly signal: AbortSignal;
}

/** A response whose body is never read. */
interface FetchResponse {
  /** 0 for a redirect in a browser, which does not show where it leads. */
  readonly status: number;
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
    return await followRedirects({ address, method }, fetch, controller.signal);
  } catch {
    return { kind: 'no-response', reason: hasTimedOut ? 'timeout' : 'unreachable' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/**
 * Requests an address and then those that it redirects to. Each is judged before it is requested, in the form in which it is requested:
 * a public page can redirect to a server on the writer's own computer or network.
 */
async function followRedirects(
  { address, method }: Pick<LinkRequest, 'address' | 'method'>,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<LinkResponse> {
  let target = new URL(address).href;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!isPublicAddress(target)) return { kind: 'no-response', reason: 'private' };
    const { status, headers, body } = await fetch(target, {
      method,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
    void body?.cancel().catch(ignore);
    if (status === 0) return { kind: 'no-response', reason: 'hidden' };
    const location = REDIRECTS.has(status) ? headers.get('location') : null;
    if (location === null) {
      return { kind: 'status', status, finalAddress: target, retryAfter: headers.get('retry-after') };
    }
    target = new URL(location, target).href;
  }
  return { kind: 'no-response', reason: 'loop' };
}

/** The limit of `fetch`. */
const MAX_REDIRECTS = 20;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

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
