import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { suppressRule } from '../../src/core/lint/suppress.ts';
import { ruleList, rulePage } from '../../src/core/newsroom/rulePage.ts';
import { describedSettings } from '../../src/core/settings/descriptions.ts';
import { manifestProperties, SETTING_KEY_PREFIX, settingsManifest } from '../../src/core/settings/manifest.ts';
import { newsroomFileSchema } from '../../src/core/settings/newsroomFileSchema.ts';
import { settingsPage } from '../../src/core/settings/settingsPage.ts';
import { readManifest, readManifestStrings } from '../support/manifest.ts';

// If one of these fails, run `npm run generate`.

test('the settings in the manifest equal those of the code', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { properties, strings } = settingsManifest();
  assert.deepEqual(contributes.configuration.properties, properties);
  const settings = Object.entries(readManifestStrings()).filter(([key]) => key.startsWith(SETTING_KEY_PREFIX));
  assert.deepEqual(Object.fromEntries(settings), strings);
  const read = readManifest<{ contributes: { configuration: { properties: unknown } } }>();
  assert.deepEqual(read.contributes.configuration.properties, manifestProperties());
});

test('the schema of daybook.json equals that of the code, with all settings of the manifest but personal ones', () => {
  const schema = newsroomFileSchema();
  assert.deepEqual(JSON.parse(readFileSync('schemas/daybook.schema.json', 'utf8')), schema);
  const named = Object.keys(schema.properties ?? {}).filter((name) => name !== '$schema');
  assert.deepEqual(
    named.map((name) => `daybook.${name}`),
    Object.entries(manifestProperties()).flatMap(([name, { scope }]) => (scope === 'application' ? [] : [name])),
  );
});

test('each rule has an up-to-date page, and there are no other pages', () => {
  assert.deepEqual(readdirSync('docs/rules').sort(), ['README.md', ...rules.map(({ id }) => `${id}.md`)].sort());
  for (const rule of rules) assert.equal(readFileSync(`docs/rules/${rule.id}.md`, 'utf8'), rulePage(rule), rule.id);
  assert.equal(readFileSync('docs/rules/README.md', 'utf8'), ruleList(rules));
});

test('the page of settings equals that of the code and describes every setting', () => {
  const page = readFileSync('docs/settings.md', 'utf8');
  assert.equal(page, settingsPage());
  const described = [...page.matchAll(/^## ([\w.]+)$/gm)].map(([, name]) => name);
  assert.deepEqual(described, Object.keys(describedSettings()));
});

test('every setting and every value of an enumeration is described, and has its place in the settings editor', () => {
  const properties = Object.entries(manifestProperties());
  assert.deepEqual(
    properties.map(([, { order }]) => order),
    properties.map((_, index) => index),
  );
  const ruleProperties = Object.entries(describedSettings()['rules']?.properties ?? {});
  assert.equal(ruleProperties.length, rules.length);
  for (const [name, schema] of [...properties, ...ruleProperties]) {
    assert.ok(schema.markdownDescription, name);
    assert.equal(schema.enumDescriptions?.length, schema.enum?.length, name);
  }
});

const markdown = new MarkdownIt({ html: true });

for (const rule of rules) {
  test(`${rule.id}: its page shows the examples as written, with the problem marked`, () => {
    const html = markdown.render(rulePage(rule));
    const shown = [...html.matchAll(/<pre><code>(.*?)<\/code><\/pre>/gs)].map(([, code = '']) => written(code));
    assert.deepEqual(
      shown,
      [rule.bad, rule.good].map((text) => text.replace(/\n+$/, '')),
    );
  });

  test(`${rule.id}: its page says how to turn it off, and how to suppress it if a comment can`, () => {
    const page = rulePage(rule);
    assert.match(page, new RegExp(`"daybook.rules": \\{ "${rule.id}": "(?:off|hint|info|warning|error)" \\}`));
    const at = rule.bad.indexOf('⟦');
    const canBeSuppressed = suppressRule(parseEntry(rule.bad.replace(/[⟦⟧]/g, '')), at, rule.id) !== undefined;
    assert.equal(page.includes(`<!-- daybook-disable-next ${rule.id} -->`), canBeSuppressed);
  });
}

/** The text of the page's HTML, with the marks of the example. */
function written(html: string): string {
  return html
    .replaceAll('<mark>', '⟦')
    .replaceAll('</mark>', '⟧')
    .replace(/&lt;U\+([0-9A-F]+)&gt;/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
