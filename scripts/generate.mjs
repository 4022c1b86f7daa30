// Writes what follows from the code: the settings in package.json, their sentences in package.nls.json, the schema of daybook.json, and
// a page on each rule.
// `npm run generate`; a test finds what is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import esbuild from 'esbuild';
import { rmSync } from './files.mjs';

const { outputFiles } = await esbuild.build({
  stdin: {
    contents: `export * from './src/core/settings/schema.ts';
      export * from './src/core/settings/manifest.ts';
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
 * @type {typeof import('../src/core/settings/schema.ts')
 *   & typeof import('../src/core/settings/manifest.ts')
 *   & typeof import('../src/core/newsroom/rulePage.ts')
 *   & typeof import('../src/core/lint/rules/index.ts')}
 */
const core = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
const { manifestStrings, SETTING, newsroomFileSchema, ruleList, rulePage, rules } = core;

/** @type {{ contributes: { configuration: { properties: object } } }} */
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { properties, strings } = manifestStrings();
manifest.contributes.configuration.properties = properties;
writeFileSync('package.json', asJson(manifest));
/** @type {Record<string, string>} */
const sentences = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const others = Object.fromEntries(Object.entries(sentences).filter(([key]) => !key.startsWith(SETTING)));
writeFileSync('package.nls.json', asJson({ ...others, ...strings }));

mkdirSync('schemas', { recursive: true });
writeFileSync('schemas/daybook.schema.json', asJson(newsroomFileSchema()));

rmSync('docs/rules', { recursive: true, force: true });
mkdirSync('docs/rules', { recursive: true });
for (const rule of rules) writeFileSync(`docs/rules/${rule.id}.md`, rulePage(rule));
writeFileSync('docs/rules/README.md', ruleList(rules));

function asJson(/** @type {object} */ value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
