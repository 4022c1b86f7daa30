import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { rules } from '../../../src/core/lint/rules/index.ts';
import { readMarks } from '../../support/markedText.ts';
import { createNewsroom, runDaybook } from '../testNewsroom.ts';

const schema = JSON.parse(
  readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
);
// The schema uses an older draft of JSON Schema. Its keywords have the same meaning here.
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isReference, 'date-time': true },
}).compile({
  ...schema,
  $schema: undefined,
  id: undefined,
});

const examples = Object.fromEntries(
  rules.map(({ id, bad, exampleStage }) => [
    `${exampleStage === 'draft' ? '_drafts' : '_posts'}/${id}.markdown`,
    readMarks(bad).text,
  ]),
);
const everyRule = rules.flatMap(({ id }) => ['--rule', `${id}=warning`]);

test('a log with problems of all rules is valid SARIF 2.1.0', async () => {
  const log = await checkAsSarif(createNewsroom(examples), ...everyRule);
  assert.equal(validate(log), true, JSON.stringify(validate.errors, null, 2));
  const ruleIds = new Set(log.runs[0]?.results?.map(({ ruleId }) => ruleId));
  assert.ok(ruleIds.size > rules.length / 2, `${ruleIds.size} rules have results`);
});

test('the schema rejects invalid logs', async () => {
  const log = await checkAsSarif(createNewsroom(examples));
  assert.equal(validate({ ...log, version: '2.0.0' }), false);
  assert.equal(validate({ ...log, $schema: 'no address' }), false);
});

test('each result refers to its rule by index, and rules with results include their page', async () => {
  const [run] = (await checkAsSarif(createNewsroom(examples))).runs;
  const described = run?.tool.driver.rules ?? [];
  for (const { ruleId, ruleIndex = -1 } of run?.results ?? []) assert.equal(described[ruleIndex]?.id, ruleId);
  const ruleIds = new Set(run?.results?.map(({ ruleId }) => ruleId));
  for (const { id, help } of described)
    assert.equal(help?.markdown?.startsWith(`# ${id}\n`) ?? false, ruleIds.has(id), id);
});

test('related information in the same entry has a region', async () => {
  const group = '([Herald](https://herald.example/a) / [Herald](https://herald.example/a))';
  const root = createNewsroom({ '_posts/a.markdown': `1/ **The mayor resigned**. She left. ${group}\n` });
  const log = await checkAsSarif(root, '--rule', 'citation-repeated=warning');
  const result = log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'citation-repeated');
  assert.deepEqual(result?.relatedLocations, [
    {
      physicalLocation: {
        artifactLocation: { uri: '_posts/a.markdown', uriBaseId: '%SRCROOT%' },
        region: { startLine: 1, startColumn: 48, endLine: 1, endColumn: 72, charOffset: 47, charLength: 24 },
      },
      message: { text: 'First citation of this address.' },
    },
  ]);
});

test('paths are URIs, absolute ones outside the root', async () => {
  const root = createNewsroom({ '_posts/über 1%.markdown': 'TK/ **Head**. Text.\n' });
  const outside = createNewsroom({ 'a b.md': 'TK/ **Head**. Text.\n' });
  const uris = async (...args: string[]) =>
    (await checkAsSarif(root, ...args)).runs[0]?.results?.map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
  assert.equal((await uris())?.[0], '_posts/%C3%BCber%201%25.markdown');
  const [other] = (await uris('--root', '.', join(outside, 'a b.md'))) ?? [];
  assert.match(other ?? '', /^file:\/\/\/.*\/a%20b\.md$/);
});

test('paths start at the root of the repository, which the log names, as do annotations', async () => {
  const repository = createNewsroom({
    '.git/HEAD': '',
    'the site/_posts/a.markdown': 'TK/ **Head**. Text.\n',
    'b.markdown': 'TK/ **Head**. Text.\n',
  });
  const site = join(repository, 'the site');
  const [run] = (await checkAsSarif(site, '--root', '.', '_posts', '../b.markdown')).runs;
  assert.equal(run?.originalUriBaseIds?.['%SRCROOT%']?.uri, `${pathToFileURL(repository)}/`);
  const locations = new Set(run?.results?.map((result) => result.locations?.[0]?.physicalLocation?.artifactLocation));
  assert.deepEqual(
    [...new Set(Array.from(locations, (location) => JSON.stringify(location)))],
    ['{"uri":"the%20site/_posts/a.markdown","uriBaseId":"%SRCROOT%"}', '{"uri":"b.markdown","uriBaseId":"%SRCROOT%"}'],
  );
  for (const root of ['.', './', '../the site', site]) {
    const { out } = await runDaybook(site, 'check', '--format', 'github', '--root', root);
    assert.match(out, /^::\w+ file=the site\/_posts\/a\.markdown,/);
  }
});

test('the tool and each rule have the address of their page, and the pages of the rules exist', async () => {
  const [run] = (await checkAsSarif(createNewsroom(examples))).runs;
  const { homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly homepage: string };
  const projectUrl = homepage.replace(/#.*/, '');
  assert.equal(run?.tool.driver.informationUri, projectUrl);
  for (const { helpUri = '' } of run?.tool.driver.rules ?? []) {
    assert.ok(helpUri.startsWith(`${projectUrl}/blob/main/`));
    assert.ok(existsSync(helpUri.slice(`${projectUrl}/blob/main/`.length)), helpUri);
  }
});

async function checkAsSarif(root: string, ...args: string[]): Promise<Log> {
  return JSON.parse((await runDaybook(root, 'check', '--format', 'sarif', ...args)).out);
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}

function isReference(text: string): boolean {
  return URL.canParse(text, 'https://example.org/') && !/[\s<>"{}|\\^`]/.test(text);
}
