import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRequestQueue } from '../../../src/core/linkCheck/requestQueue.ts';
import type { LinkResponse } from '../../../src/core/linkCheck/response.ts';

const LIMITS = { maxConcurrent: 2, spacingMs: 1000, timeoutMs: 5000 };

function status(code: number, finalAddress: string, retryAfter: string | null = null): LinkResponse {
  return { kind: 'status', status: code, finalAddress, retryAfter };
}

test('a site gets one request at a time with a pause after each, and all sites share a limit', () => {
  const addresses = ['https://a.example/1', 'https://www.a.example/2', 'https://b.example/1', 'https://c.example/1'];
  const queue = openRequestQueue(addresses, LIMITS);
  const send = (now: number) => {
    const step = queue.next(now);
    assert.ok(step.kind === 'send', JSON.stringify(step));
    return step.request;
  };
  const first = send(0);
  const second = send(0);
  assert.deepEqual([first.address, second.address], [addresses[0], addresses[2]]);
  assert.deepEqual(queue.next(0), { kind: 'wait-for-response' });
  queue.handleResponse(first, status(200, first.address), 100);
  const third = send(100);
  assert.equal(third.address, addresses[3], 'a.example has its pause');
  queue.handleResponse(second, status(200, second.address), 200);
  assert.deepEqual(queue.next(200), { kind: 'wait', ms: 900 });
  const fourth = send(1100);
  assert.equal(fourth.address, addresses[1]);
  assert.deepEqual(queue.handleResponse(fourth, status(200, fourth.address), 1200), [
    { address: addresses[1], result: { verdict: 'available', reason: 200 } },
  ]);
  assert.deepEqual(queue.next(1200), { kind: 'wait-for-response' });
  queue.handleResponse(third, status(200, third.address), 1300);
  assert.deepEqual(queue.next(1300), { kind: 'done' });
});

test('a site that accepts no more requests is skipped, without delaying other sites', () => {
  const queue = openRequestQueue(['https://a.example/1', 'https://a.example/2', 'https://b.example/1'], LIMITS);
  const step = queue.next(0);
  const otherStep = queue.next(0);
  assert.ok(step.kind === 'send' && otherStep.kind === 'send');
  const checked = queue.handleResponse(step.request, status(429, 'https://a.example/1', '3600'), 50);
  assert.deepEqual(
    checked.map(({ address, result }) => [address, result.verdict, result.reason]),
    [
      ['https://a.example/1', 'unverified', 429],
      ['https://a.example/2', 'unverified', 'skipped'],
    ],
  );
  queue.handleResponse(otherStep.request, status(200, 'https://b.example/1'), 60);
  assert.equal(queue.next(60).kind, 'done');
});

test('an address is requested once, and text that is no address never', () => {
  const queue = openRequestQueue(['https://a.example/1', 'https://a.example/1', 'no address', ''], LIMITS);
  const step = queue.next(0);
  assert.ok(step.kind === 'send');
  queue.handleResponse(step.request, status(200, 'https://a.example/1'), 0);
  assert.equal(queue.next(0).kind, 'done');
});
