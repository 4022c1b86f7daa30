import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { archivedPrefix, externalLinks } from '../../src/core/linkCheck/externalLinks.ts';
import { sayFinding, sayFindings } from '../../src/core/linkCheck/messages.ts';
import { openRequestQueue } from '../../src/core/linkCheck/requestQueue.ts';
import {
  judge,
  type LinkResponse,
  LONGEST_WAIT,
  MOST_ATTEMPTS,
  type Request,
  waitOf,
} from '../../src/core/linkCheck/response.ts';
import { isFresh, readChecks, type StoredResult, writeChecks } from '../../src/core/linkCheck/storedResults.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../../src/core/newsroom/newsroom.ts';

const PAGE = 'https://herald.example/2031/storm';
const NOW = Date.UTC(2031, 0, 30, 12);
const LIMITS = { together: 2, spacing: 1000, timeout: 5000 };

function get(attempt = 2): Request {
  return { address: PAGE, method: 'GET', attempt };
}

function status(code: number, landed = PAGE, retryAfter: string | null = null): LinkResponse {
  return { kind: 'status', status: code, landed, retryAfter };
}

test('what a GET is answered decides: there, gone, or nobody can say', () => {
  const verdicts = [200, 206, 304, 404, 410, 401, 402, 403, 405, 406, 418, 451, 999].map((code) => {
    const outcome = judge(get(), status(code), NOW);
    return [code, outcome.kind === 'found' ? outcome.finding.verdict : outcome.kind];
  });
  assert.deepEqual(Object.fromEntries(verdicts), {
    200: 'there',
    206: 'there',
    304: 'there',
    404: 'gone',
    410: 'gone',
    401: 'unsure',
    402: 'unsure',
    403: 'unsure',
    405: 'unsure',
    406: 'unsure',
    418: 'unsure',
    451: 'unsure',
    999: 'unsure',
  });
});

test('a HEAD can say that a page is there, and nothing else', () => {
  const head: Request = { address: PAGE, method: 'HEAD', attempt: 1 };
  assert.equal(judge(head, status(200), NOW).kind, 'found');
  for (const code of [400, 403, 404, 405, 410, 500, 501]) {
    assert.deepEqual(judge(head, status(code), NOW), { kind: 'again', method: 'GET', after: 0 }, String(code));
  }
});

test('a page that leads to the front page or to an error page could not be verified, one that moved is there', () => {
  const verdict = (asked: string, landed: string) => {
    const outcome = judge({ address: asked, method: 'GET', attempt: 1 }, status(200, landed), NOW);
    return outcome.kind === 'found' && outcome.finding.verdict;
  };
  assert.equal(verdict(PAGE, 'https://herald.example/'), 'unsure');
  assert.equal(verdict(PAGE, 'https://www.herald.example/404.html'), 'unsure');
  assert.equal(verdict(PAGE, 'https://herald.example/news/2031/storm'), 'there');
  assert.equal(verdict('https://herald.example', 'https://www.herald.example/'), 'there');
  assert.equal(verdict('https://herald.example/a', 'https://herald.example/?page=a'), 'there');
});

test('a busy site is asked again when it says, or a little later each time, and not for ever', () => {
  const after = (answer: LinkResponse, attempt: number) => {
    const outcome = judge(get(attempt), answer, NOW);
    return outcome.kind === 'again' ? outcome.after : outcome.finding.verdict;
  };
  assert.equal(after(status(429, PAGE, '7'), 1), 7000);
  assert.equal(after(status(503, PAGE, 'Thu, 30 Jan 2031 12:00:20 GMT'), 1), 20_000);
  assert.deepEqual(
    [1, 2, 3, 4].map((attempt) => after(status(500), attempt)),
    [1000, 3000, 9000, 'unsure'],
  );
  assert.equal(after(status(429), MOST_ATTEMPTS), 'unsure');
  assert.equal(after(status(429, PAGE, String(LONGEST_WAIT / 1000 + 1)), 1), 'unsure');
});

test('Retry-After is seconds or a date; what is neither, or past, asks for nothing', () => {
  const waits = ['120', ' 0 ', 'Thu, 30 Jan 2031 11:00:00 GMT', 'soon', '-5', '', null].map((text) =>
    waitOf(text, NOW),
  );
  assert.deepEqual(waits, [120_000, 0, 0, undefined, undefined, undefined, undefined]);
});

test('a site without an answer is asked once more, one that leads in a circle is not', () => {
  const silent = (why: 'timeout' | 'unreachable' | 'loop', attempt: number) =>
    judge(get(attempt), { kind: 'silence', why }, NOW).kind;
  assert.deepEqual([silent('timeout', 1), silent('timeout', 2)], ['again', 'found']);
  assert.deepEqual([silent('unreachable', 1), silent('unreachable', 2)], ['again', 'found']);
  assert.equal(silent('loop', 1), 'found');
});

test('a site has one request at a time and a pause behind each, and all sites together have their number', () => {
  const addresses = ['https://a.example/1', 'https://www.a.example/2', 'https://b.example/1', 'https://c.example/1'];
  const queue = openRequestQueue(addresses, LIMITS);
  const ask = (now: number) => {
    const step = queue.next(now);
    assert.ok(step.kind === 'ask', JSON.stringify(step));
    return step.request;
  };
  const first = ask(0);
  const second = ask(0);
  assert.deepEqual([first.address, second.address], [addresses[0], addresses[2]]);
  assert.deepEqual(queue.next(0), { kind: 'answers' });
  queue.answered(first, status(200, first.address), 100);
  const third = ask(100);
  assert.equal(third.address, addresses[3], 'a.example has its pause');
  queue.answered(second, status(200, second.address), 200);
  assert.deepEqual(queue.next(200), { kind: 'wait', ms: 900 });
  const fourth = ask(1100);
  assert.equal(fourth.address, addresses[1]);
  assert.deepEqual(queue.answered(fourth, status(200, fourth.address), 1200), [
    { address: addresses[1], finding: { verdict: 'there', because: 200 } },
  ]);
  assert.deepEqual(queue.next(1200), { kind: 'answers' });
  queue.answered(third, status(200, third.address), 1300);
  assert.deepEqual(queue.next(1300), { kind: 'done' });
});

test('when a site is to be left alone, so are its other pages, and nobody else waits for it', () => {
  const queue = openRequestQueue(['https://a.example/1', 'https://a.example/2', 'https://b.example/1'], LIMITS);
  const step = queue.next(0);
  const other = queue.next(0);
  assert.ok(step.kind === 'ask' && other.kind === 'ask');
  const found = queue.answered(step.request, status(429, PAGE, '3600'), 50);
  assert.deepEqual(
    found.map(({ address, finding }) => [address, finding.verdict, finding.because]),
    [
      ['https://a.example/1', 'unsure', 429],
      ['https://a.example/2', 'unsure', 'not-asked'],
    ],
  );
  queue.answered(other.request, status(200, 'https://b.example/1'), 60);
  assert.equal(queue.next(60).kind, 'done');
});

test('each page is asked for once, whatever is asked for', () => {
  const queue = openRequestQueue(['https://a.example/1', 'https://a.example/1', 'no address', ''], LIMITS);
  const step = queue.next(0);
  assert.ok(step.kind === 'ask');
  queue.answered(step.request, status(200, 'https://a.example/1'), 0);
  assert.equal(queue.next(0).kind, 'done');
});

test('the pages of an entry are those of its whole links, without escapes and places in them, its own site left out', () => {
  const text = [
    '1/ **Storm**. See [Day 3](https://log.example/2031/01/30/day-3/#1) and [a table](/tables/). ([A](https://a.example/x\\_y#part) /',
    '[B](http://b.example/?a=1&amp;b=2) / [A](https://a.example/x\\_y) / [C](https://c.example/a b) / [D](mailto:d@d.example))',
  ].join(' ');
  const pages = externalLinks(parseEntry(text), 'https://www.log.example');
  assert.deepEqual(
    pages.map(({ address, spans }) => [address, ...spans.map(({ from, to }) => text.slice(from, to))]),
    [
      ['https://a.example/x_y', 'https://a.example/x\\_y#part', 'https://a.example/x\\_y'],
      ['http://b.example/?a=1&b=2', 'http://b.example/?a=1&amp;b=2'],
    ],
  );
});

test('nobody on the own machine and in the own network is asked', () => {
  const addresses = [
    'localhost/a',
    'localhost:8080/a',
    '127.0.0.1/a',
    '192.168.1.1:80/a',
    '[::1]/a',
    'printer/a',
    'nas.local/a',
    'nas.lan:1/a',
  ];
  const cited = (some: readonly string[]) => {
    const links = some.map((address) => `[A](http://${address})`).join(' / ');
    return externalLinks(parseEntry(`1/ **Storm**. It rained. (${links})`), undefined).map(({ address }) => address);
  };
  assert.deepEqual(cited(addresses), []);
  assert.deepEqual(cited(['local.example:8080/a', 'xn--a.xn--p1ai']), [
    'http://local.example:8080/a',
    'http://xn--a.xn--p1ai',
  ]);
});

test('an archived copy stands under the name of its outlet without a problem', () => {
  const cite = (before: string) =>
    `1/ **Storm hits**. It rained. ([Reuters](${before}https://www.reuters.com/storm))\n`;
  const surroundings = ruleContextOf(
    newsroomOf([], { timezone: 'UTC', epochs: [], systemZone: () => 'UTC' }),
    '_drafts/day-1.markdown',
    'draft',
  );
  const problems = (text: string) => lint(parseEntry(text), surroundings, {}).map(({ rule }) => rule);
  assert.equal(archivedPrefix('2031-01-30'), 'https://web.archive.org/web/20310130/');
  assert.deepEqual(problems(cite(archivedPrefix('2031-01-30'))), problems(cite('')));
  assert.deepEqual(problems(cite(archivedPrefix(undefined))), problems(cite('')));
});

test('checks are kept for as long as they are worth, and read back as they were written', () => {
  const hour = 3_600_000;
  const check = (verdict: StoredResult['verdict'], age: number): StoredResult => ({
    verdict,
    because: 200,
    at: NOW - age,
  });
  assert.deepEqual(
    [check('there', 6 * 24 * hour), check('gone', 23 * hour), check('unsure', hour / 2)].map((one) =>
      isFresh(one, NOW),
    ),
    [true, true, true],
  );
  assert.deepEqual(
    [check('there', 8 * 24 * hour), check('gone', 25 * hour), check('unsure', 2 * hour), check('there', -hour)].map(
      (one) => isFresh(one, NOW),
    ),
    [false, false, false, false],
  );
  const checks = new Map<string, StoredResult>([
    ['https://a.example/1', { verdict: 'gone', because: 410, at: NOW }],
    ['https://b.example/1', { verdict: 'unsure', because: 'timeout', at: NOW - 1 }],
  ]);
  assert.deepEqual(readChecks(writeChecks(checks)), checks);
});

test('a file of checks that is broken, or of another kind, says nothing', () => {
  for (const text of [
    '',
    'null',
    '{',
    '{"a":1}',
    '[1,["a"],["a","loud",200,1],["a","gone","because",1],["a","gone",404,"x"]]',
  ]) {
    assert.equal(readChecks(text).size, 0, text);
  }
});

test('what was found is said in a sentence', () => {
  assert.equal(
    sayFinding(PAGE, { verdict: 'gone', because: 410 }),
    'herald.example says that this page is gone (410).',
  );
  assert.equal(
    sayFinding(PAGE, { verdict: 'unsure', because: 403 }),
    'The page could not be verified: herald.example shows it to readers or subscribers only (403).',
  );
  const findings = ['there', 'there', 'gone', 'unsure'] as const;
  assert.equal(
    sayFindings(findings.map((verdict) => ({ verdict, because: 200 }))),
    '2 pages are there, 1 is gone, 1 could not be verified.',
  );
  assert.equal(sayFindings([{ verdict: 'there', because: 200 }]), '1 page is there.');
});
