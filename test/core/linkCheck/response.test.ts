import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  interpretResponse,
  type LinkRequest,
  type LinkResponse,
  MAX_ATTEMPTS,
  MAX_RETRY_DELAY_MS,
  parseRetryAfter,
} from '../../../src/core/linkCheck/response.ts';

const PAGE = 'https://herald.example/2031/storm';
const NOW = Date.UTC(2031, 0, 30, 12);

function get(attempt = 2): LinkRequest {
  return { address: PAGE, method: 'GET', attempt };
}

function status(code: number, finalAddress = PAGE, retryAfter: string | null = null): LinkResponse {
  return { kind: 'status', status: code, finalAddress, retryAfter };
}

test('the response to a GET request decides whether a page is available, gone or unverified', () => {
  const verdicts = [200, 206, 304, 404, 410, 401, 402, 403, 405, 406, 418, 451, 999].map((code) => {
    const outcome = interpretResponse(get(), status(code), NOW);
    return [code, outcome.kind === 'result' ? outcome.result.verdict : outcome.kind];
  });
  assert.deepEqual(Object.fromEntries(verdicts), {
    200: 'available',
    206: 'available',
    304: 'available',
    404: 'gone',
    410: 'gone',
    401: 'unverified',
    402: 'unverified',
    403: 'unverified',
    405: 'unverified',
    406: 'unverified',
    418: 'unverified',
    451: 'unverified',
    999: 'unverified',
  });
});

test('a HEAD request can only show that a page is available', () => {
  const head: LinkRequest = { address: PAGE, method: 'HEAD', attempt: 1 };
  assert.equal(interpretResponse(head, status(200), NOW).kind, 'result');
  for (const code of [400, 403, 404, 405, 410, 500, 501]) {
    assert.deepEqual(
      interpretResponse(head, status(code), NOW),
      { kind: 'retry', method: 'GET', delayMs: 0 },
      String(code),
    );
  }
});

test('a page that redirects to the front page or an error page is unverified, one that has moved is available', () => {
  const verdict = (address: string, finalAddress: string) => {
    const outcome = interpretResponse({ address, method: 'GET', attempt: 1 }, status(200, finalAddress), NOW);
    return outcome.kind === 'result' && outcome.result.verdict;
  };
  assert.equal(verdict(PAGE, 'https://herald.example/'), 'unverified');
  assert.equal(verdict(PAGE, 'https://www.herald.example/404.html'), 'unverified');
  assert.equal(verdict(PAGE, 'https://herald.example/news/2031/storm'), 'available');
  assert.equal(verdict('https://herald.example', 'https://www.herald.example/'), 'available');
  assert.equal(verdict('https://herald.example/a', 'https://herald.example/?page=a'), 'available');
});

test('a busy site is requested again when it says, or after a growing delay, but not forever', () => {
  const delay = (response: LinkResponse, attempt: number) => {
    const outcome = interpretResponse(get(attempt), response, NOW);
    return outcome.kind === 'retry' ? outcome.delayMs : outcome.result.verdict;
  };
  assert.equal(delay(status(429, PAGE, '7'), 1), 7000);
  assert.equal(delay(status(503, PAGE, 'Thu, 30 Jan 2031 12:00:20 GMT'), 1), 20_000);
  assert.deepEqual(
    [1, 2, 3, 4].map((attempt) => delay(status(500), attempt)),
    [1000, 3000, 9000, 'unverified'],
  );
  assert.equal(delay(status(429), MAX_ATTEMPTS), 'unverified');
  assert.equal(delay(status(429, PAGE, String(MAX_RETRY_DELAY_MS / 1000 + 1)), 1), 'unverified');
});

test('Retry-After is a number of seconds or a date; anything else is ignored', () => {
  const delays = ['120', ' 0 ', 'Thu, 30 Jan 2031 11:00:00 GMT', 'soon', '-5', '', null].map((text) =>
    parseRetryAfter(text, NOW),
  );
  assert.deepEqual(delays, [120_000, 0, 0, undefined, undefined, undefined, undefined]);
});

test('a site that does not respond is requested once more, one that redirects in a loop is not', () => {
  const kind = (reason: 'timeout' | 'unreachable' | 'loop', attempt: number) =>
    interpretResponse(get(attempt), { kind: 'no-response', reason }, NOW).kind;
  assert.deepEqual([kind('timeout', 1), kind('timeout', 2)], ['retry', 'result']);
  assert.deepEqual([kind('unreachable', 1), kind('unreachable', 2)], ['retry', 'result']);
  assert.equal(kind('loop', 1), 'result');
});
