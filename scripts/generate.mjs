// Generates files from the code: `npm run generate`. Writes the settings in package.json, their descriptions in package.nls.json, the
// schema of daybook.json, a page of all settings, the snippets, and a page for each rule. Also writes the project's address, `repository` in
// package.json, wherever it occurs. A test fails if any of them is stale.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import esbuild from 'esbuild';
import { addressFields, ownerAndName, replaceEverywhere } from './projectAddress.mjs';

const { homepage, repository } = readManifest();
replaceEverywhere(ownerAndName(homepage), ownerAndName(repository.url)); // in the code, too, that is run below

const { outputFiles } = await esbuild.build({
  stdin: {
    contents: `export * from './src/core/settings/newsroomFileSchema.ts';
      export * from './src/core/settings/manifest.ts';
      export * from './src/core/settings/settingsPage.ts';
      export * from './src/core/languageFeatures/contributedSnippets.ts';
      export * from './src/core/newsroom/rulePage.ts';
      export * from './src/core/lint/rules/index.ts';`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
});
const code = outputFiles.map(({ text }) => text).join('');
/**
 * @type {typeof import('../src/core/settings/newsroomFileSchema.ts')
 *   & typeof import('../src/core/settings/manifest.ts')
 *   & typeof import('../src/core/settings/settingsPage.ts')
 *   & typeof import('../src/core/languageFeatures/contributedSnippets.ts')
 *   & typeof import('../src/core/newsroom/rulePage.ts')
 *   & typeof import('../src/core/lint/rules/index.ts')}
 */
const core = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
const { settingsManifest, SETTING_KEY_PREFIX, newsroomFileSchema, settingsPage, ruleList, rulePage, rules } = core;
const { contributedSnippets } = core;

const manifest = Object.assign(readManifest(), addressFields({ repository }));
const { properties, strings } = settingsManifest();
manifest.contributes.configuration.properties = properties;
writeFileSync('package.json', formatJson(manifest));
/** @type {Record<string, string>} */
const currentStrings = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const handWritten = Object.fromEntries(
  Object.entries(currentStrings).filter(([key]) => !key.startsWith(SETTING_KEY_PREFIX)),
);
writeFileSync('package.nls.json', formatJson({ ...handWritten, ...strings }));

mkdirSync('schemas', { recursive: true });
writeFileSync('schemas/daybook.schema.json', formatJson(newsroomFileSchema()));

writeFileSync('docs/settings.md', settingsPage());

mkdirSync('snippets', { recursive: true });
writeFileSync('snippets/entry.json', formatJson(contributedSnippets()));

rmSync('docs/rules', { recursive: true, force: true });
mkdirSync('docs/rules', { recursive: true });
for (const rule of rules) writeFileSync(`docs/rules/${rule.id}.md`, rulePage(rule));
writeFileSync('docs/rules/README.md', ruleList(rules));

/** @returns {import('./projectAddress.mjs').Manifest & { contributes: { configuration: { properties: object } } }} */
function readManifest() {
  return JSON.parse(readFileSync('package.json', 'utf8'));
}

function formatJson(/** @type {object} */ value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
