// Writes what follows from the code: the settings of the rules into package.json. `npm run generate`; a test finds a stale one.
import { readFileSync, writeFileSync } from 'node:fs';
import esbuild from 'esbuild';

const { outputFiles } = await esbuild.build({
  entryPoints: ['src/core/lint/settingsSchema.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
});
const { rulesSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.contributes.configuration.properties['daybook.rules'].properties = rulesSchema();
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
