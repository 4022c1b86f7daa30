// Builds the extension and the command line into dist/ and, with --tests, the tests into out/. `--production` minifies all of it, and
// `--watch` rebuilds on every change.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import esbuild from 'esbuild';
import { chunkBuilds } from './scripts/chunks.mjs';
import { compactEntities } from './scripts/compactEntities.mjs';
import { globSync } from './scripts/glob.mjs';
import { writeNotices } from './scripts/notices.mjs';
import { safeGrayMatter } from './scripts/safeGrayMatter.mjs';

const require = createRequire(import.meta.url);
const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');
/** @type {{ version: string }} */
const { version } = require('./package.json');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  logLevel: 'warning',
  legalComments: 'none',
  sourcemap: production ? false : 'linked',
  minify: production,
  metafile: true,
  plugins: [safeGrayMatter, compactEntities],
  alias: Object.fromEntries(
    ['linkify-it', 'mdurl', 'punycode.js', 'uc.micro'].map((name) => [name, './scripts/unusedByMarkdownIt.mjs']),
  ),
  define: { __VERSION__: JSON.stringify(version) },
  // All targets have them. Otherwise, `/\p{L}/u` becomes a call of `RegExp`, which is slow inside a function.
  supported: { 'regexp-unicode-property-escapes': true },
};

/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

/** @type {esbuild.BuildOptions} */
const browser = { ...common, platform: 'browser', target: 'es2022' };

/**
 * For web workers, which have neither `fs` nor `Buffer`. gray-matter imports both.
 * @type {esbuild.BuildOptions}
 */
const webWorker = {
  ...browser,
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
  alias: { ...common.alias, fs: './scripts/emptyModule.cjs' },
  inject: ['./scripts/bufferShim.mjs'],
  external: ['vscode'],
};

/** @type {esbuild.BuildOptions[]} */
const shipped = [
  // Both hosts run the same files: code for a web worker also runs in Node.js.
  ...chunkBuilds({ ...webWorker, outdir: 'dist' }),
  { ...browser, format: 'iife', entryPoints: { preview: 'src/preview/main.ts' }, outdir: 'dist' },
  { ...browser, entryPoints: { preview: 'src/preview/preview.css' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    minify: true, // always, since all of it is read whenever a command starts
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** @type {esbuild.BuildOptions[]} */
const tests = [
  {
    // One process runs all of them, so the code they share is built and loaded once.
    ...node,
    entryPoints: globSync('test', /^(?!(?:vscode|ui|host)\/).*\.test\.ts$/),
    outbase: 'test',
    outdir: 'out/test',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    external: ['playwright-core', 'esbuild', '@vscode/vsce'],
    alias: {}, // some tests use all of markdown-it
  },
  {
    ...node,
    entryPoints: { index: 'test/vscode/index.ts' },
    outdir: 'out/test/vscode',
    external: ['vscode', 'mocha'],
  },
  {
    ...webWorker,
    entryPoints: { web: 'test/vscode/web.ts' },
    outdir: 'out/test/vscode',
    alias: { ...webWorker.alias, 'node:assert/strict': './scripts/assertShim.mjs' },
    define: { ...common.define, 'process.env.NODE_DEBUG': '""', 'process.env.NODE_ENV': '"test"' },
  },
];

const builds = flags.has('--tests') ? [...shipped, ...tests] : shipped;
if (flags.has('--watch')) {
  for (const options of builds) await (await esbuild.context(options)).watch();
} else {
  rmSync('dist', { recursive: true, force: true });
  if (flags.has('--tests')) rmSync('out', { recursive: true, force: true });
  const results = await Promise.all(builds.map((options) => esbuild.build(options)));
  writeNotices(results.slice(0, shipped.length).map(({ metafile }) => metafile));
}
