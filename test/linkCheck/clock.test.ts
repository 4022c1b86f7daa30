import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { openRequestQueue } from '../../src/core/linkCheck/requestQueue.ts';
import type { LinkResult } from '../../src/core/linkCheck/response.ts';
import { sendRequests } from '../../src/vscode/linkCheck/httpClient.ts';

interface SentRequest {
  readonly path: string;
  readonly method: string;
  /** In simulated milliseconds since the start. */
  readonly sentAt: number;
}

interface Check {
  readonly requests: readonly SentRequest[];
  /** By path. */
  readonly results: Readonly<Record<string, LinkResult>>;
  /** The duration of the check, in simulated milliseconds. */
  readonly durationMs: number;
}

/**
 * Checks paths of a simulated site with a simulated clock. `respond` gets a request and the number of earlier ones; its response arrives
 * after 100 milliseconds. Without a response the request is never answered.
 */
async function check(
  paths: readonly string[],
  respond: (request: SentRequest, earlierCount: number) => Response | undefined,
  { timeoutMs = 15_000, spacingMs = 0, cancelAt = Number.POSITIVE_INFINITY } = {},
): Promise<Check> {
  const requests: SentRequest[] = [];
  const results: Record<string, LinkResult> = {};
  const cancel = new AbortController();
  const fetch = (address: string, { method = '', signal }: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      const request = { path: new URL(address).pathname, method, sentAt: Date.now() };
      const response = respond(request, requests.push(request) - 1);
      signal?.addEventListener('abort', () => reject(signal.reason));
      if (response) setTimeout(() => resolve(response), 100);
    });
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    const addresses = paths.map((path) => `https://site.example${path}`);
    const queue = openRequestQueue(addresses, { maxConcurrent: 6, spacingMs, timeoutMs });
    const sending = sendRequests(
      queue,
      { fetch, now: () => Date.now() },
      {
        timeoutMs,
        signal: cancel.signal,
        onResult({ address, result }) {
          results[new URL(address).pathname] = result;
        },
      },
    );
    let isDone = false;
    const end = () => {
      isDone = true;
    };
    sending.then(end, end);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve)); // lets pending promises settle
      if (isDone) break;
      mock.timers.tick(1);
      if (Date.now() === cancelAt) cancel.abort();
      assert.ok(Date.now() < 100_000, 'the check does not end');
    }
    await sending;
    return { requests, results, durationMs: Date.now() };
  } finally {
    mock.timers.reset();
  }
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: code, headers });
}

describe('links are checked with the right timing', () => {
  test('a busy site is requested again after the pause that it asks for', async () => {
    const { requests, results } = await check(['/a'], (_, earlierCount) =>
      earlierCount === 0 ? status(429, { 'retry-after': '7' }) : status(200),
    );
    assert.deepEqual(results, { '/a': { verdict: 'available', reason: 200 } });
    assert.deepEqual(
      requests.map(({ sentAt }) => sentAt),
      [0, 7100],
    );
  });

  test('a site that asks for a pause of an hour is skipped', async () => {
    const { requests, results, durationMs } = await check(['/a', '/b'], () => status(429, { 'retry-after': '3600' }));
    assert.deepEqual(results, {
      '/a': { verdict: 'unverified', reason: 429 },
      '/b': { verdict: 'unverified', reason: 'skipped' },
    });
    assert.deepEqual([requests.length, durationMs], [1, 100]);
  });

  test('a site with a server error is requested again after growing pauses', async () => {
    const { requests, results } = await check(['/a'], (_, earlierCount) => status(earlierCount < 3 ? 502 : 200));
    assert.deepEqual(results, { '/a': { verdict: 'available', reason: 200 } });
    assert.deepEqual(
      requests.map(({ method, sentAt }) => `${method} ${sentAt}`),
      ['HEAD 0', 'GET 100', 'GET 3200', 'GET 12300'],
    );
  });

  test('a page that does not respond in time is requested once more, and is then unverified', async () => {
    const { requests, results, durationMs } = await check(['/a'], () => undefined, { timeoutMs: 5000 });
    assert.deepEqual(results, { '/a': { verdict: 'unverified', reason: 'timeout' } });
    assert.deepEqual(
      requests.map(({ method }) => method),
      ['HEAD', 'GET'],
    );
    assert.ok(durationMs >= 10_000);
  });

  test('there is a pause between a response of a site and the next request to it', async () => {
    const { requests } = await check(['/a', '/b'], () => status(200), { spacingMs: 1000 });
    assert.deepEqual(
      requests.map(({ sentAt }) => sentAt),
      [0, 1100],
    );
  });

  test('a canceled check ends at once and sends no more requests', async () => {
    for (const paths of [['/silent'], ['/a', '/b']]) {
      const respond = ({ path }: SentRequest) => (path === '/silent' ? undefined : status(200));
      const { requests, durationMs } = await check(paths, respond, { spacingMs: 1000, cancelAt: 500 });
      assert.deepEqual([requests.length, durationMs], [1, 500]);
    }
  });
});
