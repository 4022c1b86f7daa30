import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openRequestQueue } from '../../src/core/linkCheck/requestQueue.ts';
import type { Finding } from '../../src/core/linkCheck/response.ts';
import { askAll } from '../../src/vscode/linkCheck/httpClient.ts';

/** What the server does at a path. */
const PATHS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/there': (_, response) => end(response, 200),
  '/moved': (_, response) => end(response, 301, { location: '/there' }),
  '/home': (_, response) => end(response, 302, { location: '/' }),
  '/': (_, response) => end(response, 200),
  '/paywall': (_, response) => end(response, 403),
  '/login': (_, response) => end(response, 401),
  '/missing': (_, response) => end(response, 404),
  '/removed': (_, response) => end(response, 410),
  '/no-head': ({ method }, response) => end(response, method === 'HEAD' ? 404 : 200),
  '/loop': (_, response) => end(response, 302, { location: '/loop' }),
  '/silent': (request) => onSilent(request),
  '/torn': ({ socket }) => socket.destroy(),
  '/endless': ({ method }, response) => {
    if (method === 'HEAD') end(response, 405);
    else response.writeHead(200).write('a'.repeat(1000));
  },
};

interface Seen {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
}

let server: Server;
let origin: string;
let requests: Seen[] = [];
let underWay = 0;
let mostUnderWay = 0;
/** What happens when the page is asked for that is never given. */
let onSilent: (request: IncomingMessage) => void = () => undefined;

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers);
  response.end();
}

async function watchedFetch(address: string, init: RequestInit): Promise<Response> {
  mostUnderWay = Math.max(mostUnderWay, ++underWay);
  try {
    return await fetch(address, init);
  } finally {
    underWay--;
  }
}

/** How long an answer is waited for that comes, on however busy a machine. */
const PATIENCE_MS = 600_000;

/** Asks for paths of the local server and gives what was found, by path. */
async function check(
  paths: readonly string[],
  { signal = new AbortController().signal } = {},
): Promise<Readonly<Record<string, Finding>>> {
  requests = [];
  mostUnderWay = 0;
  const found: Record<string, Finding> = {};
  const queue = openRequestQueue(
    paths.map((path) => `http://${origin}${path}`),
    { together: 6, spacing: 5, timeout: PATIENCE_MS },
  );
  await askAll(
    queue,
    { fetch: watchedFetch, now: () => Date.now() },
    {
      timeout: PATIENCE_MS,
      signal,
      onFound({ address, finding }) {
        found[new URL(address).pathname] = finding;
      },
    },
  );
  return found;
}

describe('links are asked for over HTTP', () => {
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

  test('each answer of a site means what it says: there, gone, or not to be verified', async () => {
    const paths = ['/there', '/moved', '/home', '/paywall', '/login', '/missing', '/removed', '/no-head', '/loop'];
    assert.deepEqual(await check(paths), {
      '/there': { verdict: 'there', because: 200 },
      '/moved': { verdict: 'there', because: 200 },
      '/home': { verdict: 'unsure', because: 'elsewhere' },
      '/paywall': { verdict: 'unsure', because: 403 },
      '/login': { verdict: 'unsure', because: 401 },
      '/missing': { verdict: 'gone', because: 404 },
      '/removed': { verdict: 'gone', because: 410 },
      '/no-head': { verdict: 'there', because: 200 },
      '/loop': { verdict: 'unsure', because: 'loop' },
    });
    assert.equal(mostUnderWay, 1, 'one request a site at a time');
  });

  test('a page is gone only when a GET says so, and one that is there is not fetched', async () => {
    await check(['/there', '/missing']);
    assert.deepEqual(
      requests.map(({ path, method }) => `${method} ${path}`),
      ['HEAD /there', 'HEAD /missing', 'GET /missing'],
    );
  });

  test('a site that hangs up could not be verified', async () => {
    assert.deepEqual(await check(['/torn']), { '/torn': { verdict: 'unsure', because: 'unreachable' } });
    assert.deepEqual(
      requests.map(({ method }) => method),
      ['HEAD', 'GET'],
    );
  });

  test('of a page only the head is waited for', async () => {
    assert.deepEqual(await check(['/endless']), { '/endless': { verdict: 'there', because: 200 } });
  });

  test('a request carries no cookie and no word of where the link stands', async () => {
    await check(['/missing']);
    for (const { headers } of requests) assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
    assert.equal(requests.length, 2);
  });

  test('cancelled, the request under way ends', async () => {
    const cancel = new AbortController();
    const closed = new Promise((resolve) => {
      onSilent = ({ socket }) => {
        socket.on('close', resolve);
        cancel.abort();
      };
    });
    assert.deepEqual(await check(['/silent', '/there'], { signal: cancel.signal }), {});
    await closed;
    assert.equal(requests.length, 1);
  });

  test('cancelled before it begins, it asks nothing', async () => {
    assert.deepEqual(await check(['/there'], { signal: AbortSignal.abort() }), {});
    assert.equal(requests.length, 0);
  });
});
