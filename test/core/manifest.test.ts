import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import { rules } from '../../src/core/lint/rules/index.ts';
import { rulesSchema } from '../../src/core/settings/rulesSchema.ts';
import { DEFAULT_SETTINGS, RESTRICTED_SETTINGS, readSettings } from '../../src/core/settings/settings.ts';
import { readManifest, readManifestStrings } from '../support/manifest.ts';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly group?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
  readonly icon?: string;
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes, capabilities } = readManifest<Manifest>();
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

test('the settings that the manifest restricts in untrusted workspaces are those of the code', () => {
  assert.deepEqual(
    capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted(),
    RESTRICTED_SETTINGS.map((name) => `daybook.${name}`).sort(),
  );
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
  const said = [...sentencesIn({ ...written.contributes, capabilities: written.capabilities })].filter(
    (sentence) => !/^daybook$/i.test(sentence),
  ); // a name
  const keys = new Set(said.map((sentence) => /^%([\w.-]+)%$/.exec(sentence)?.[1] ?? sentence));
  assert.deepEqual([...keys].sort(), Object.keys(readManifestStrings()).sort());
  for (const [key, sentence] of Object.entries(readManifestStrings())) assert.match(sentence, /\S/, key);
});

test('every command that is a button in a toolbar has an icon', () => {
  const icons = new Map(contributes.commands.map(({ command, icon }) => [command, icon]));
  const buttons = Object.values(contributes.menus)
    .flat()
    .filter(({ group }) => /^(?:navigation|inline)/.test(group ?? ''))
    .map(({ command }) => command);
  assert.ok(buttons.length > 5);
  for (const command of buttons) assert.match(icons.get(command) ?? '', /^\$\([a-z-]+\)$/, command);
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

test('each step has a picture in the colours of the theme and words for those who cannot see it, and the package contains it', async () => {
  const packed = new Set(await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None }));
  for (const { id, description, media } of steps) {
    assert.ok(packed.has(media.svg), `${media.svg} is not in the package`);
    assert.match(media.altText, /\w/, id);
    const picture = readFileSync(media.svg, 'utf8');
    assert.ok(picture.includes(`<title>${media.altText}</title>`), id);
    const colors = [...picture.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color = '']) => color);
    assert.ok(colors.length > 5, id);
    for (const color of colors) assert.match(color, /^(?:none|var\(--vscode-.*\))$/, `${id}: a colour of no theme`);
    assert.doesNotMatch(picture, /<style|<script|style=|href=/, 'which the page of a walkthrough does not allow');
    assert.doesNotMatch(description + picture, /`/, `${id}: a walkthrough shows a backtick as it is`);
  }
  assert.deepEqual(
    readdirSync('media/walkthrough').sort(),
    steps.map(({ media }) => posix.basename(media.svg)).sort(),
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
  } else if (Array.isArray(value) && READ.has(name)) {
    for (const inside of value) yield* sentencesIn(inside, name);
  } else if (typeof value === 'object' && value !== null && !/^(?:default|examples)$/.test(name)) {
    const inProperties = name === 'properties'; // whose names are those of settings or rules
    for (const [key, inside] of Object.entries(value)) yield* sentencesIn(inside, inProperties ? '' : key);
  }
}

const READ: ReadonlySet<string> = new Set([
  'altText',
  'category',
  'contents',
  'description',
  'enumDescriptions',
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
