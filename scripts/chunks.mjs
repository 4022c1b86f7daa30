// Builds the extension in chunks, which are loaded one after the other. Each is a CommonJS file that Node.js can `require`; in a browser,
// src/vscode/extension.web.ts provides the `require`. docs/loading.md explains which chunk is loaded when.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import esbuild from 'esbuild';

/**
 * The chunks by file name. Each has its entry module and the chunk that is always loaded before it.
 *
 * @type {Readonly<Record<string, { module: string, after?: string }>>}
 */
const CHUNKS = {
  extension: { module: 'src/vscode/extension.ts' },
  features: { module: 'src/vscode/features.ts', after: 'extension' },
  onDemand: { module: 'src/vscode/onDemand.ts', after: 'features' },
  newsroomFile: { module: 'src/vscode/newsrooms/newsroomFile.ts', after: 'features' },
  rendering: { module: 'src/vscode/preview/rendering.ts', after: 'features' },
};

/** Libraries that few entries need, by file name. Each is a file of its own, loaded when it is first used. */
const LIBRARIES = { 'gray-matter': 'gray-matter', 'js-yaml': 'js-yaml' };

/**
 * Returns the esbuild options for the chunks and those for the libraries.
 *
 * @param {esbuild.BuildOptions} options the options of the host
 * @returns {esbuild.BuildOptions[]}
 */
export function chunkBuilds(options) {
  /** @type {esbuild.BuildOptions} */
  const chunks = {
    ...options,
    entryPoints: Object.fromEntries(Object.entries(CHUNKS).map(([name, { module }]) => [name, module])),
    format: 'esm',
    splitting: true,
    metafile: true,
    write: false,
    sourcemap: options.sourcemap ? 'inline' : false,
    plugins: [loadInOrder, lazyLibraries, toCommonJs, ...(options.plugins ?? [])],
  };
  return [chunks, { ...options, entryPoints: LIBRARIES, format: 'cjs' }];
}

/**
 * Lets each chunk import the one that is loaded before it. Without these imports, esbuild would write a file for every set of chunks
 * that share code. Also replaces the imports of `vscode` by one `require` in each file, see `REQUIRE_VSCODE`: for each
 * `import * as vscode`, esbuild would generate code that copies all names of the API.
 *
 * @type {esbuild.Plugin}
 */
const loadInOrder = {
  name: 'load-in-order',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]vscode[\\/].*\.ts$/ }, ({ path }) => {
      const chunk = Object.values(CHUNKS).find(({ module }) => join(module) === relative('', path));
      const previous = chunk?.after && CHUNKS[chunk.after];
      const text = readFileSync(path, 'utf8').replace(/^import \* as vscode from 'vscode';/m, '');
      if (!previous) return { contents: text, loader: 'ts' };
      const from = relative(dirname(path), previous.module).replaceAll('\\', '/');
      return { contents: `${text}\nimport './${from}';\n`, loader: 'ts' };
    });
  },
};

/** ES modules are strict, but esbuild no longer knows that the code was a module. */
const STRICT = '"use strict";';
const REQUIRE_VSCODE = 'const vscode = require("vscode");';

/**
 * Replaces the libraries by `lazyLibrary` (src/vscode/editor/lazyLibrary.ts).
 *
 * @type {esbuild.Plugin}
 */
const lazyLibraries = {
  name: 'lazy-libraries',
  setup(build) {
    const names = Object.entries(LIBRARIES);
    build.onResolve({ filter: /^[a-z]/, namespace: 'file' }, ({ path }) => {
      const [file] = names.find(([, name]) => name === path) ?? [];
      return file === undefined ? undefined : { path: file, namespace: 'library' };
    });
    build.onLoad({ filter: /.*/, namespace: 'library' }, ({ path }) => ({
      contents: `import { lazyLibrary } from './src/vscode/editor/lazyLibrary.ts';
        export default lazyLibrary(() => require('./${path}.js'));`,
      resolveDir: '.',
    }));
    build.onResolve({ filter: /^\.\/.*\.js$/, namespace: 'library' }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * Converts the chunks to CommonJS and writes them: esbuild can only split ES modules.
 *
 * @type {esbuild.Plugin}
 */
const toCommonJs = {
  name: 'to-common-js',
  setup(build) {
    const { outdir = '', minify = false, sourcemap } = build.initialOptions;
    build.onEnd(async ({ outputFiles = [], metafile }) => {
      if (!metafile) return; // the build failed, and esbuild has reported why
      mkdirSync(outdir, { recursive: true });
      const names = sharedFileNames(metafile);
      for (const { path, text } of outputFiles) {
        const name = renameShared(basename(path), names);
        const { code, map } = await esbuild.transform(renameShared(text, names), {
          format: 'cjs',
          platform: 'node',
          supported: { 'dynamic-import': false }, // becomes `require`
          banner: /\bvscode\b/.test(text) ? STRICT + REQUIRE_VSCODE : STRICT,
          minify,
          sourcemap: sourcemap ? 'external' : false,
          sourcefile: name,
        });
        writeFileSync(join(outdir, name), map ? `${code}//# sourceMappingURL=${name}.map\n` : code);
        if (map) writeFileSync(join(outdir, `${name}.map`), map);
      }
      const files = outputFiles.map(({ path }) => renameShared(basename(path), names));
      await buildWebEntry(build.initialOptions, [...files, ...Object.keys(LIBRARIES).map((name) => `${name}.js`)]);
    });
  },
};

/**
 * Builds the entry point for browsers, which loads the other files. It needs their names.
 *
 * @param {esbuild.BuildOptions} options the options of the chunks
 * @param {readonly string[]} files
 */
async function buildWebEntry({ outdir = '', minify = false, sourcemap, target = 'esnext', define }, files) {
  await esbuild.build({
    bundle: true,
    platform: 'browser',
    target,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['src/vscode/extension.web.ts'],
    outdir,
    banner: { js: STRICT + REQUIRE_VSCODE },
    minify,
    sourcemap: sourcemap ? 'linked' : false,
    plugins: [loadInOrder],
    define: { ...define, __CHUNK_FILES__: JSON.stringify(files) },
  });
}

/** Names files of shared code after the first chunk that needs them: `features.shared.js`, then `features.shared2.js`. */
function sharedFileNames(/** @type {esbuild.Metafile} */ { outputs }) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const chunk of Object.keys(CHUNKS)) {
    const output = Object.entries(outputs).find(([path]) => basename(path) === `${chunk}.js`)?.[1];
    const shared = (output?.imports ?? [])
      .map(({ path }) => basename(path, '.js'))
      .filter((name) => /^chunk-/.test(name));
    const unnamed = shared.filter((name) => !names.has(name));
    for (const [index, name] of unnamed.entries()) names.set(name, `${chunk}.shared${index > 0 ? index + 1 : ''}`);
  }
  return names;
}

function renameShared(/** @type {string} */ text, /** @type {ReadonlyMap<string, string>} */ names) {
  return text.replace(/\bchunk-[A-Z0-9]{8}\b/g, (name) => names.get(name) ?? name);
}
