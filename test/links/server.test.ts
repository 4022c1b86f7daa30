import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Finding } from '../../src/core/linkCheck/answer.ts';
import { openQueue } from '../../src/core/linkCheck/queue.ts';
import { askAll } from '../../src/vscode/links/ask.ts';

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
  '/busy': (_, response) => end(response, seen('/busy') < 2 ? 429 : 200, { 'retry-after': '1' }),
  '/always-busy': (_, response) => end(response, 429, { 'retry-after': '3600' }),
  '/trouble': (_, response) => end(response, seen('/trouble') < 3 ? 502 : 200),
  '/loop': (_, response) => end(response, 302, { location: '/loop' }),
  '/silent': () => undefined,
  '/torn': ({ socket }) => socket.destroy(),
  '/endless': ({ method }, response) => {
    if (method === 'HEAD') end(response, 405);
    else response.writeHead(200).write('a'.repeat(1000));
  },
};

interface Seen {
  readonly path: string;
  readonly method: string;
  readonly at: number;
  readonly headers: IncomingMessage['headers'];
}

let server: Server;
let origin: string;
let requests: Seen[] = [];
let atOnce = 0;
let mostAtOnce = 0;

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers);
  response.end();
}

function seen(path: string): number {
  return requests.filter((request) => request.path === path).length;
}

before(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, method: request.method ?? '', at: Date.now(), headers: request.headers });
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    response.on('close', () => atOnce--);
    PATHS[path]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

/** Asks for paths of the local server and gives what was found, by path. */
async function check(
  paths: readonly string[],
  { timeout = 400, spacing = 5, signal = new AbortController().signal } = {},
): Promise<Readonly<Record<string, Finding>>> {
  requests = [];
  mostAtOnce = 0;
  const found: Record<string, Finding> = {};
  const queue = openQueue(
    paths.map((path) => `http://${origin}${path}`),
    { together: 6, spacing, timeout },
  );
  await askAll(
    queue,
    { fetch, now: () => Date.now() },
    {
      timeout,
      signal,
      onFound({ address, finding }) {
        found[new URL(address).pathname] = finding;
      },
    },
  );
  return found;
}

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
  assert.equal(mostAtOnce, 1, 'one request a site at a time');
});

test('a page is gone only when a GET says so, and one that is there is not fetched', async () => {
  await check(['/there', '/missing']);
  assert.deepEqual(
    requests.map(({ path, method }) => `${method} ${path}`),
    ['HEAD /there', 'HEAD /missing', 'GET /missing'],
  );
});

test('a site that is busy is asked again when it said so', async () => {
  assert.deepEqual(await check(['/busy']), { '/busy': { verdict: 'there', because: 200 } });
  const [first, second] = requests;
  assert.ok(first && second && second.at - first.at >= 990, `${second?.at} - ${first?.at}`);
});

test('a site that wants to be left alone for an hour is, for all its pages', async () => {
  const began = Date.now();
  assert.deepEqual(await check(['/always-busy', '/there']), {
    '/always-busy': { verdict: 'unsure', because: 429 },
    '/there': { verdict: 'unsure', because: 'not-asked' },
  });
  assert.ok(Date.now() - began < 1000);
  assert.equal(requests.length, 1);
});

test('a site in trouble is asked again', async () => {
  assert.deepEqual(await check(['/trouble']), { '/trouble': { verdict: 'there', because: 200 } });
  assert.deepEqual(
    requests.map(({ method }) => method),
    ['HEAD', 'GET', 'GET'],
  );
});

test('a site that gives no answer in time, and one that hangs up, could not be verified', async () => {
  assert.deepEqual(await check(['/silent'], { timeout: 150 }), {
    '/silent': { verdict: 'unsure', because: 'timeout' },
  });
  assert.deepEqual(await check(['/torn']), { '/torn': { verdict: 'unsure', because: 'unreachable' } });
  assert.deepEqual(
    requests.map(({ method }) => method),
    ['HEAD', 'GET'],
  );
});

test('of a page only the head is waited for', async () => {
  assert.deepEqual(await check(['/endless']), { '/endless': { verdict: 'there', because: 200 } });
});

test('the pause between two requests to a site is kept', async () => {
  await check(['/there', '/moved'], { spacing: 200 });
  const [first, second] = requests;
  assert.ok(first && second && second.at - first.at >= 190);
});

test('a request carries no cookie and no word of where the link stands', async () => {
  await check(['/missing']);
  for (const { headers } of requests) assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  assert.equal(requests.length, 2);
});

test('cancelled, it asks nothing more and ends at once', async () => {
  const cancel = new AbortController();
  setTimeout(() => cancel.abort(), 100);
  const began = Date.now();
  assert.deepEqual(await check(['/silent', '/there'], { timeout: 10_000, signal: cancel.signal }), {});
  assert.ok(Date.now() - began < 1000);
  assert.equal(requests.length, 1);
});

test('cancelled before it begins, it asks nothing', async () => {
  assert.deepEqual(await check(['/there'], { signal: AbortSignal.abort() }), {});
  assert.equal(requests.length, 0);
});
