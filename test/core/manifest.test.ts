import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import { rules } from '../../src/core/lint/rules/index.ts';
import { rulesSchema } from '../../src/core/settings/rulesSchema.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../src/core/settings/settings.ts';
import { readManifest, readManifestStrings } from '../support/manifest.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = readManifest<Manifest>();
const properties = contributes.configuration.properties;

test('the settings in the manifest have the same defaults as the code', () => {
  const read = readSettings((name) => properties[`daybook.${name}`]?.default);
  assert.deepEqual(read, DEFAULT_SETTINGS);
});

test('the manifest has exactly the settings that the code reads', () => {
  const asked = new Set<string>();
  readSettings((name) => asked.add(`daybook.${name}`));
  assert.deepEqual([...asked].sort(), Object.keys(properties).sort());
});

test("the manifest has each rule's setting; if not, run `npm run generate`", () => {
  assert.deepEqual((properties['daybook.rules'] as { properties?: unknown }).properties, rulesSchema());
});

test('the manifest has exactly the commands in the table of commands', () => {
  const table = readFileSync('src/vscode/commands/index.ts', 'utf8').matchAll(/'(daybook\.\w+)':/g);
  assert.deepEqual(
    [...table].map(([, name]) => name).sort(),
    contributes.commands.map(({ command }) => command).sort(),
  );
});

test('every command has a condition for the command palette', () => {
  const inPalette = contributes.menus['commandPalette']?.map(({ command }) => command);
  assert.deepEqual(inPalette?.toSorted(), contributes.commands.map(({ command }) => command).sort());
  for (const { category, title } of contributes.commands) assert.deepEqual([category, title !== ''], ['Daybook', true]);
});

test('every text of the manifest is in package.nls.json, where it can be translated, and no other', () => {
  const written = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const said = [...sentencesIn(written.contributes)].filter((sentence) => !/^daybook$/i.test(sentence)); // a name
  const keys = said.map((sentence) => /^%([\w.-]+)%$/.exec(sentence)?.[1] ?? sentence);
  assert.deepEqual(keys.toSorted(), Object.keys(readManifestStrings()).sort());
  for (const [key, sentence] of Object.entries(readManifestStrings())) assert.match(sentence, /\S/, key);
});

const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test('the walkthrough has five steps, and all commands that it refers to exist', () => {
  assert.equal(steps.length, 5);
  const own = new Set(contributes.commands.map(({ command }) => command));
  for (const { id, description, completionEvents } of steps) {
    const linked = [...description.matchAll(/\]\(command:(?:toSide:)?([\w.]+)\)/g)].map(([, name = '']) => name);
    assert.notDeepEqual(linked, [], id);
    assert.notDeepEqual(completionEvents, [], id);
    const awaited = completionEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []);
    for (const name of [...linked, ...awaited]) assert.ok(own.has(name) || EDITORS_OWN.has(name), `${id}: ${name}`);
  }
});

/** Built-in commands that the walkthrough links to. */
const EDITORS_OWN: ReadonlySet<string> = new Set(['vscode.openFolder']);

test('each step has a page with an image and its description, and the package contains both', async () => {
  const packed = new Set(await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None }));
  const shown = steps.flatMap(({ id, media }) => {
    const pictures = [...readFileSync(media.markdown, 'utf8').matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)];
    assert.equal(pictures.length, 1, id);
    return [media.markdown, ...pictures.map(([, , path = '']) => posix.join(posix.dirname(media.markdown), path))];
  });
  for (const path of shown) assert.ok(packed.has(path), `${path} is not in the package`);
  assert.deepEqual(
    readdirSync('media/walkthrough').sort(),
    shown.map((path) => posix.basename(path)).sort(),
    'no picture is left over',
  );
  assert.ok(!packed.has('src/vscode/extension.ts'));
});

test('each rule has its own file, and each file is a rule of the list', () => {
  const files = readdirSync('src/core/lint/rules').filter((name) => name !== 'index.ts');
  assert.equal(files.length, rules.length);
  const named = rules.map(({ id }) => `${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.ts`);
  assert.deepEqual(named.sort(), files.sort());
});

/** The texts in a manifest that people read. */
function* sentencesIn(value: unknown, name = ''): Generator<string> {
  if (typeof value === 'string') {
    if (READ.has(name)) yield value;
  } else if (typeof value === 'object' && value !== null && !/^(?:default|examples)$/.test(name)) {
    const inProperties = name === 'properties'; // whose names are those of settings or rules
    for (const [key, inside] of Object.entries(value)) yield* sentencesIn(inside, inProperties ? '' : key);
  }
}

const READ: ReadonlySet<string> = new Set([
  'category',
  'contents',
  'description',
  'label',
  'markdownDescription',
  'name',
  'patternErrorMessage',
  'title',
]);

test('invalid settings are ignored', () => {
  const read = readSettings(
    (name) =>
      ({ posts: 7, drafts: ' ', timezone: null, epochs: [{ from: 'x', day: 1 }, 3], rules: { a: 'loud' } })[name],
  );
  assert.deepEqual(read, DEFAULT_SETTINGS);
});
