import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { openRequestQueue } from '../../src/core/linkCheck/requestQueue.ts';
import type { Finding } from '../../src/core/linkCheck/response.ts';
import { askAll } from '../../src/vscode/linkCheck/httpClient.ts';

interface Asked {
  readonly path: string;
  readonly method: string;
  /** In simulated milliseconds since the beginning. */
  readonly at: number;
}

interface Check {
  readonly requests: readonly Asked[];
  readonly found: Readonly<Record<string, Finding>>;
  /** When it was over, in simulated milliseconds. */
  readonly end: number;
}

/**
 * Asks for paths of a site whose clock, and ours, are simulated. `answer` says with what a request is answered, a tenth of a second
 * later; with nothing it never is.
 */
async function check(
  paths: readonly string[],
  answer: (asked: Asked, before: number) => Response | undefined,
  { timeout = 15_000, spacing = 0, cancelAt = Number.POSITIVE_INFINITY } = {},
): Promise<Check> {
  const requests: Asked[] = [];
  const found: Record<string, Finding> = {};
  const cancel = new AbortController();
  const fetch = (address: string, { method = '', signal }: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      const asked = { path: new URL(address).pathname, method, at: Date.now() };
      const response = answer(asked, requests.push(asked) - 1);
      signal?.addEventListener('abort', () => reject(signal.reason));
      if (response) setTimeout(() => resolve(response), 100);
    });
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    const addresses = paths.map((path) => `https://site.example${path}`);
    const queue = openRequestQueue(addresses, { together: 6, spacing, timeout });
    const asking = askAll(
      queue,
      { fetch, now: () => Date.now() },
      {
        timeout,
        signal: cancel.signal,
        onFound({ address, finding }) {
          found[new URL(address).pathname] = finding;
        },
      },
    );
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    asking.then(end, end);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve)); // what has been answered is taken in
      if (isOver) break;
      mock.timers.tick(1);
      if (Date.now() === cancelAt) cancel.abort();
      assert.ok(Date.now() < 100_000, 'it does not end');
    }
    await asking;
    return { requests, found, end: Date.now() };
  } finally {
    mock.timers.reset();
  }
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: code, headers });
}

describe('links are asked for in time', () => {
  test('a site that is busy is asked again when it said so', async () => {
    const { requests, found } = await check(['/a'], (_, before) =>
      before === 0 ? status(429, { 'retry-after': '7' }) : status(200),
    );
    assert.deepEqual(found, { '/a': { verdict: 'there', because: 200 } });
    assert.deepEqual(
      requests.map(({ at }) => at),
      [0, 7100],
    );
  });

  test('a site that wants to be left alone for an hour is, for all its pages', async () => {
    const { requests, found, end } = await check(['/a', '/b'], () => status(429, { 'retry-after': '3600' }));
    assert.deepEqual(found, {
      '/a': { verdict: 'unsure', because: 429 },
      '/b': { verdict: 'unsure', because: 'not-asked' },
    });
    assert.deepEqual([requests.length, end], [1, 100]);
  });

  test('a site in trouble is asked again, later each time', async () => {
    const { requests, found } = await check(['/a'], (_, before) => status(before < 3 ? 502 : 200));
    assert.deepEqual(found, { '/a': { verdict: 'there', because: 200 } });
    assert.deepEqual(
      requests.map(({ method, at }) => `${method} ${at}`),
      ['HEAD 0', 'GET 100', 'GET 3200', 'GET 12300'],
    );
  });

  test('a site that gives no answer in time is asked once more, and could not be verified', async () => {
    const { requests, found, end } = await check(['/a'], () => undefined, { timeout: 5000 });
    assert.deepEqual(found, { '/a': { verdict: 'unsure', because: 'timeout' } });
    assert.deepEqual(
      requests.map(({ method }) => method),
      ['HEAD', 'GET'],
    );
    assert.ok(end >= 10_000);
  });

  test('between an answer of a site and the next request to it there is a pause', async () => {
    const { requests } = await check(['/a', '/b'], () => status(200), { spacing: 1000 });
    assert.deepEqual(
      requests.map(({ at }) => at),
      [0, 1100],
    );
  });

  test('cancelled, it asks nothing more and ends at once', async () => {
    for (const paths of [['/silent'], ['/a', '/b']]) {
      const answer = ({ path }: Asked) => (path === '/silent' ? undefined : status(200));
      const { requests, end } = await check(paths, answer, { spacing: 1000, cancelAt: 500 });
      assert.deepEqual([requests.length, end], [1, 500]);
    }
  });
});
