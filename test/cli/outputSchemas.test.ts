import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import Ajv, { type SchemaObject, type ValidateFunction } from 'ajv';
import { newsroomFileSchema } from '../../src/core/settings/newsroomFileSchema.ts';
import { PROJECT_URL } from '../../src/core/urls/projectPages.ts';
import { createNewsroom, runDaybook } from './testNewsroom.ts';

/** The command lines whose output a schema describes. */
const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'check-output': [
    ['check', '--root', resolve('samples')],
    ['check', '--fail-on', 'hint'],
    ['ready', '_drafts'],
  ],
  'render-output': [
    ['render', '_drafts/day-2.md'],
    ['render', '--target', 'text', '_drafts/day-2.md'],
  ],
  'new-output': [['new', '--root', resolve('samples'), '--date', '2027-01-30', '--dry-run']],
  'stats-output': [['stats'], ['stats', '--root', resolve('samples')]],
  'profile-output': [['profile'], ['profile', '--root', resolve('samples')]],
};
const files = readdirSync('schemas');
const root = createNewsroom({
  '_posts/2026-03-13-day-1.md': 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a)\n',
  '_drafts/day-2.md': '---\ntitle: Day 2\n---\n\n1/ **Head**. Text.\n',
});

test('every schema has an identifier, which is its address, and is valid for strict validators', () => {
  for (const file of files) {
    const schema = readSchema(file);
    assert.equal(schema.$id, `${PROJECT_URL}/raw/main/schemas/${file}`);
    assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
    compile(schema);
  }
});

test('the output of every command with --format json has a schema', () => {
  const described = files.filter((file) => file.endsWith('-output.schema.json'));
  assert.deepEqual(
    described.map((file) => file.replace('.schema.json', '')),
    Object.keys(COMMANDS).sort(),
  );
  const withJson = readdirSync('src/cli/commands').filter((file) =>
    /oneOf\('--format'/.test(readFileSync(`src/cli/commands/${file}`, 'utf8')),
  );
  const covered = Object.values(COMMANDS)
    .flat()
    .map(([command]) => `${command}.ts`);
  assert.deepEqual([...new Set(covered)].sort(), withJson.sort());
});

for (const [name, commands] of Object.entries(COMMANDS)) {
  for (const args of commands) {
    test(`the output of daybook ${args.join(' ').replace(resolve('.'), '')} is as ${name} describes it, with no other member`, async () => {
      const schema = readSchema(`${name}.schema.json`);
      const [validate, validateClosed] = [compile(schema), compile(closed(schema))];
      const { out } = await runDaybook(root, ...args, '--format', 'json');
      for (const line of out.trim().split('\n')) {
        const output: unknown = JSON.parse(line);
        assertValid(validate, output);
        assertValid(validateClosed, output);
        assert.equal(validate({}), false);
      }
    });
  }
}

test('the schema of daybook.json accepts what Daybook accepts, and nothing out of range', () => {
  const validate = compile(newsroomFileSchema());
  for (const settings of [
    JSON.parse(readFileSync('samples/daybook.json', 'utf8')),
    { $schema: 'x', rules: { date: 'off' }, 'rules.title': 'error', requiredKeys: null, template: '', timezone: 'UTC' },
    { entries: ['notes/**/*.md', '!notes/old/**'], fileName: '{date}-{day}.md', posts: './entries/' },
    { epochs: [{ from: '2031-01-20', day: 1 }], countdowns: [{ phrase: 'levy election', date: '2031-03-01' }] },
  ])
    assertValid(validate, settings);
  for (const settings of [
    { 'preview.zoom': 20 },
    { 'preview.zoom': 301 },
    { 'preview.zoom': 99.5 },
    { drafts: '.git' },
    { posts: '..' },
    { entries: ['notes/(a+)+b'] },
    { entries: ['../*.md'] },
    { entries: ['['.repeat(60_001)] },
    { entries: Array.from({ length: 101 }, () => '*.md') },
    { template: '../day.md' },
    { 'preview.styles': ['C:\\a.css'] },
    { fileName: '{day}-{day}.md' },
    { 'rules.title': 'loud' },
    { 'linkCheck.enabled': true },
    { epochs: [{ from: '20 January', day: 1 }] },
  ])
    assert.equal(validate(settings), false, JSON.stringify(settings).slice(0, 100));
});

function readSchema(file: string): SchemaObject {
  return JSON.parse(readFileSync(`schemas/${file}`, 'utf8')) as SchemaObject;
}

function compile(schema: object): ValidateFunction {
  return new Ajv({ strict: true }).compile(schema);
}

function assertValid(validate: ValidateFunction, value: unknown): void {
  assert.equal(validate(value), true, JSON.stringify(validate.errors, null, 2));
}

/** A schema that allows no members but those that it describes. */
function closed(schema: SchemaObject): SchemaObject {
  return JSON.parse(
    JSON.stringify(schema, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'required' in value
        ? { ...value, additionalProperties: false }
        : value,
    ),
  ) as SchemaObject;
}
