import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openRequestQueue } from '../../src/core/linkCheck/requestQueue.ts';
import type { LinkResult } from '../../src/core/linkCheck/response.ts';
import { sendRequests } from '../../src/vscode/linkCheck/httpClient.ts';

/** The server's response by path. */
const PATHS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/available': (_, response) => end(response, 200),
  '/moved': (_, response) => end(response, 301, { location: '/available' }),
  '/home': (_, response) => end(response, 302, { location: '/' }),
  '/': (_, response) => end(response, 200),
  '/paywall': (_, response) => end(response, 403),
  '/login': (_, response) => end(response, 401),
  '/missing': (_, response) => end(response, 404),
  '/removed': (_, response) => end(response, 410),
  '/no-head': ({ method }, response) => end(response, method === 'HEAD' ? 404 : 200),
  '/loop': (_, response) => end(response, 302, { location: '/loop' }),
  '/chain': (_, response) => end(response, 307, { location: 'https://other.example/moved' }),
  '/no-location': (_, response) => end(response, 302),
  '/silent': (request) => onSilent(request),
  '/closed': ({ socket }) => socket.destroy(),
  '/endless': ({ method }, response) => {
    if (method === 'HEAD') end(response, 405);
    else response.writeHead(200).write('a'.repeat(1000));
  },
};

interface ReceivedRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
}

let server: Server;
let origin: string;
let requests: ReceivedRequest[] = [];
/** The hosts of the pages requested, in order. */
let hosts: string[] = [];
let pendingCount = 0;
let maxPendingCount = 0;
/** Called on a request for the page that never responds. */
let onSilent: (request: IncomingMessage) => void = () => undefined;

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers);
  response.end();
}

/** Requests pages of any site from the local server. */
async function countingFetch(address: string, init: RequestInit): Promise<Response> {
  maxPendingCount = Math.max(maxPendingCount, ++pendingCount);
  const { hostname, pathname } = new URL(address);
  hosts.push(hostname);
  try {
    return await fetch(`http://${origin}${pathname}`, init);
  } finally {
    pendingCount--;
  }
}

/** Long enough for every response, even on a busy machine. */
const TIMEOUT_MS = 600_000;

/** Checks paths of a site and returns the results by path. */
async function check(
  paths: readonly string[],
  { signal = new AbortController().signal } = {},
): Promise<Readonly<Record<string, LinkResult>>> {
  requests = [];
  hosts = [];
  maxPendingCount = 0;
  const results: Record<string, LinkResult> = {};
  const queue = openRequestQueue(
    paths.map((path) => `https://site.example${path}`),
    { maxConcurrent: 6, spacingMs: 5, timeoutMs: TIMEOUT_MS },
  );
  await sendRequests(
    queue,
    { fetch: countingFetch, now: () => Date.now() },
    {
      timeoutMs: TIMEOUT_MS,
      signal,
      onResult({ address, result }) {
        results[new URL(address).pathname] = result;
      },
    },
  );
  return results;
}

describe('links are checked over HTTP', () => {
  before(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      requests.push({ path, method: request.method ?? '', headers: request.headers });
      PATHS[path]?.(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  test('every kind of response has its verdict', async () => {
    const paths = ['/available', '/moved', '/home', '/paywall', '/login', '/missing', '/removed', '/no-head', '/loop'];
    assert.deepEqual(await check(paths), {
      '/available': { verdict: 'available', reason: 200 },
      '/moved': { verdict: 'available', reason: 200 },
      '/home': { verdict: 'unverified', reason: 'redirected' },
      '/paywall': { verdict: 'unverified', reason: 403 },
      '/login': { verdict: 'unverified', reason: 401 },
      '/missing': { verdict: 'gone', reason: 404 },
      '/removed': { verdict: 'gone', reason: 410 },
      '/no-head': { verdict: 'available', reason: 200 },
      '/loop': { verdict: 'unverified', reason: 'loop' },
    });
    assert.equal(maxPendingCount, 1, 'one request per site at a time');
  });

  test('redirects are followed from site to site', async () => {
    assert.deepEqual(await check(['/chain', '/no-location']), {
      '/chain': { verdict: 'available', reason: 200 },
      '/no-location': { verdict: 'unverified', reason: 302 },
    });
    assert.deepEqual(hosts.slice(0, 3), ['site.example', 'other.example', 'other.example']);
  });

  for (const location of [
    'http://127.0.0.1/available',
    'http://localhost:8080/available',
    'http://[::1]/available',
    'http://2130706433/available',
    'http://0x7f.1/available',
    'http://0177.0.0.1/available',
    'http://127.1/available',
    'http://①②⑦.⓪.⓪.①/available',
    'http://%31%32%37.0.0.1/available',
    'http://127.0.0.1.nip.io/available',
    'http://169.254.169.254/latest/meta-data',
    'http://user:password@site.example/available',
    'http://site.example@127.0.0.1/available',
    '//127.0.0.1/available',
    '\\\\127.0.0.1/available',
    'http:127.0.0.1/available',
    'http://router.fritz.box/available',
    'file:///etc/passwd',
    'data:text/plain,available',
  ]) {
    test(`a redirect to ${location} is not followed`, async () => {
      // Header values are bytes, so it cannot be a header of a real response.
      const fetch = async (address: string) => {
        hosts.push(new URL(address).hostname);
        const headers = { get: (name: string) => (name === 'location' ? location : null) };
        return { status: 302, headers, body: null };
      };
      hosts = [];
      const results: LinkResult[] = [];
      await sendRequests(
        openRequestQueue(['https://site.example/a'], { maxConcurrent: 1, spacingMs: 1, timeoutMs: TIMEOUT_MS }),
        { fetch, now: () => Date.now() },
        {
          timeoutMs: TIMEOUT_MS,
          signal: new AbortController().signal,
          onResult: ({ result }) => results.push(result),
        },
      );
      assert.deepEqual(results, [{ verdict: 'unverified', reason: 'private' }]);
      assert.deepEqual(hosts, ['site.example']);
    });
  }

  test('a page that seems gone is confirmed with GET, an available one is not fetched', async () => {
    await check(['/available', '/missing']);
    assert.deepEqual(
      requests.map(({ path, method }) => `${method} ${path}`),
      ['HEAD /available', 'HEAD /missing', 'GET /missing'],
    );
  });

  test('a page is unverified if the connection is closed', async () => {
    assert.deepEqual(await check(['/closed']), { '/closed': { verdict: 'unverified', reason: 'unreachable' } });
    assert.deepEqual(
      requests.map(({ method }) => method),
      ['HEAD', 'GET'],
    );
  });

  test('the body of a page is not waited for', async () => {
    assert.deepEqual(await check(['/endless']), { '/endless': { verdict: 'available', reason: 200 } });
  });

  test('a request has no cookie and no referrer', async () => {
    await check(['/missing']);
    for (const { headers } of requests) assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
    assert.equal(requests.length, 2);
  });

  test('canceling aborts the pending request', async () => {
    const cancel = new AbortController();
    const closed = new Promise((resolve) => {
      onSilent = ({ socket }) => {
        socket.on('close', resolve);
        cancel.abort();
      };
    });
    assert.deepEqual(await check(['/silent', '/available'], { signal: cancel.signal }), {});
    await closed;
    assert.equal(requests.length, 1);
  });

  test('a check that is canceled before it starts sends no request', async () => {
    assert.deepEqual(await check(['/available'], { signal: AbortSignal.abort() }), {});
    assert.equal(requests.length, 0);
  });
});
