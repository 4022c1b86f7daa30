import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { rules } from '../../src/core/lint/rules/index.ts';
import { readMarks } from '../support/marked.ts';
import { daybook, newsroom } from './newsroom.ts';

const schema = JSON.parse(
  readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
);
// It is written in an older draft of JSON Schema, whose keywords mean the same here.
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isReference, 'date-time': true },
}).compile({
  ...schema,
  $schema: undefined,
  id: undefined,
});

const all = Object.fromEntries(
  rules.map(({ id, bad, exampleStage }) => [
    `${exampleStage === 'draft' ? '_drafts' : '_posts'}/${id}.markdown`,
    readMarks(bad).text,
  ]),
);
const loud = rules.flatMap(({ id }) => ['--rule', `${id}=warning`]);

test('the log of every fault there is is SARIF 2.1.0 by its schema', async () => {
  const log = await check(newsroom(all), ...loud);
  assert.equal(validate(log), true, JSON.stringify(validate.errors, null, 2));
  const found = new Set(log.runs[0]?.results?.map(({ ruleId }) => ruleId));
  assert.ok(found.size > rules.length / 2, `${found.size} rules found something`);
});

test('the schema refuses what is no such log', async () => {
  const log = await check(newsroom(all));
  assert.equal(validate({ ...log, version: '2.0.0' }), false);
  assert.equal(validate({ ...log, $schema: 'no address' }), false);
});

test('each result names its rule by the index, and one that was found brings its page along', async () => {
  const [run] = (await check(newsroom(all))).runs;
  const described = run?.tool.driver.rules ?? [];
  for (const { ruleId, ruleIndex = -1 } of run?.results ?? []) assert.equal(described[ruleIndex]?.id, ruleId);
  const found = new Set(run?.results?.map(({ ruleId }) => ruleId));
  for (const { id, help } of described)
    assert.equal(help?.markdown?.startsWith(`# ${id}\n`) ?? false, found.has(id), id);
});

test('a related place is told in the same entry with its region', async () => {
  const group = '([Herald](https://herald.example/a) / [Herald](https://herald.example/a))';
  const root = newsroom({ '_posts/a.markdown': `1/ **The mayor resigned**. She left. ${group}\n` });
  const log = await check(root, '--rule', 'citation-repeated=warning');
  const result = log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'citation-repeated');
  assert.deepEqual(result?.relatedLocations, [
    {
      physicalLocation: {
        artifactLocation: { uri: '_posts/a.markdown' },
        region: { startLine: 1, startColumn: 48, endLine: 1, endColumn: 72, charOffset: 47, charLength: 24 },
      },
      message: { text: 'The address stands here first.' },
    },
  ]);
});

test('a path is a URI, outside the root an absolute one', async () => {
  const root = newsroom({ '_posts/über 1%.markdown': 'TK/ **Head**. Text.\n' });
  const outside = newsroom({ 'a b.md': 'TK/ **Head**. Text.\n' });
  const uris = async (...args: string[]) =>
    (await check(root, ...args)).runs[0]?.results?.map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
  assert.equal((await uris())?.[0], '_posts/%C3%BCber%201%25.markdown');
  const [other] = (await uris('--root', '.', join(outside, 'a b.md'))) ?? [];
  assert.match(other ?? '', /^file:\/\/\/.*\/a%20b\.md$/);
});

async function check(root: string, ...args: string[]): Promise<Log> {
  return JSON.parse((await daybook(root, 'check', '--format', 'sarif', ...args)).out);
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}

function isReference(text: string): boolean {
  return URL.canParse(text, 'https://example.org/') && !/[\s<>"{}|\\^`]/.test(text);
}
