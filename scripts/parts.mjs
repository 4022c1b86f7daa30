import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import esbuild from 'esbuild';

// Builds the extension as it is loaded: a part after the other, each a CommonJS file that Node's `require` takes, and what
// src/vscode/extension.web.ts has in its place in a browser. ARCHITECTURE.md says which part is loaded when.

/**
 * The parts by the names of their files, each with the module that it is made of and the part that is always loaded before it.
 * @type {Readonly<Record<string, { module: string, after?: string }>>}
 */
const PARTS = {
  extension: { module: 'src/vscode/extension.ts' },
  features: { module: 'src/vscode/features.ts', after: 'extension' },
  onDemand: { module: 'src/vscode/onDemand.ts', after: 'features' },
  newsroomFile: { module: 'src/vscode/newsrooms/newsroomFile.ts', after: 'features' },
  rendering: { module: 'src/vscode/preview/rendering.ts', after: 'features' },
};

/** Libraries that few entries need: each a file of its own, loaded when it is first used. */
const LIBRARIES = { 'gray-matter': 'gray-matter', 'js-yaml': 'js-yaml', picomatch: 'picomatch/posix' };

/**
 * What has esbuild make the parts, and the libraries.
 * @param {esbuild.BuildOptions} options those of the host
 * @returns {esbuild.BuildOptions[]}
 */
export function partsBuilds(options) {
  /** @type {esbuild.BuildOptions} */
  const parts = {
    ...options,
    entryPoints: Object.fromEntries(Object.entries(PARTS).map(([name, { module }]) => [name, module])),
    format: 'esm',
    splitting: true,
    metafile: true,
    write: false,
    sourcemap: options.sourcemap ? 'inline' : false,
    plugins: [inTurn, whenUsed, asCommonJs, ...(options.plugins ?? [])],
  };
  return [parts, { ...options, entryPoints: LIBRARIES, format: 'cjs' }];
}

/**
 * Tells esbuild which part is there before which, as it makes a file for every set of parts that share something: those that come
 * later now share all of those before. And the editor's interface is asked for once in a file, see `VSCODE`: for each
 * `import * as vscode` esbuild would copy the whole of it, name after name.
 * @type {esbuild.Plugin}
 */
const inTurn = {
  name: 'parts-in-turn',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]vscode[\\/].*\.ts$/ }, ({ path }) => {
      const own = Object.values(PARTS).find(({ module }) => join(module) === relative('', path));
      const before = own?.after && PARTS[own.after];
      const text = readFileSync(path, 'utf8').replace(/^import \* as vscode from 'vscode';/m, '');
      if (!before) return { contents: text, loader: 'ts' };
      const from = relative(dirname(path), before.module).replaceAll('\\', '/');
      return { contents: `${text}\nimport './${from}';\n`, loader: 'ts' };
    });
  },
};

/** As modules are, where esbuild no longer sees that they were some. */
const STRICT = '"use strict";';
const VSCODE = 'const vscode = require("vscode");';

/**
 * Puts `lazyLibrary` (src/vscode/editor/lazyLibrary.ts) in the place of the libraries.
 * @type {esbuild.Plugin}
 */
const whenUsed = {
  name: 'libraries-when-used',
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
 * Makes CommonJS of the modules, the only form in which esbuild splits code, and writes them.
 * @type {esbuild.Plugin}
 */
const asCommonJs = {
  name: 'as-common-js',
  setup(build) {
    const { outdir = '', minify = false, sourcemap } = build.initialOptions;
    build.onEnd(async ({ outputFiles = [], metafile }) => {
      if (!metafile) return; // it has failed, and said so
      mkdirSync(outdir, { recursive: true });
      const names = namesOf(metafile);
      for (const { path, text } of outputFiles) {
        const name = renamed(basename(path), names);
        const { code, map } = await esbuild.transform(renamed(text, names), {
          format: 'cjs',
          platform: 'node',
          supported: { 'dynamic-import': false }, // a `require` in its place
          banner: /\bvscode\b/.test(text) ? STRICT + VSCODE : STRICT,
          minify,
          sourcemap: sourcemap ? 'external' : false,
          sourcefile: name,
        });
        writeFileSync(join(outdir, name), map ? `${code}//# sourceMappingURL=${name}.map\n` : code);
        if (map) writeFileSync(join(outdir, `${name}.map`), map);
      }
      const files = outputFiles.map(({ path }) => renamed(basename(path), names));
      await buildWeb(build.initialOptions, [...files, ...Object.keys(LIBRARIES).map((name) => `${name}.js`)]);
    });
  },
};

/**
 * What loads the parts in a browser, where there is no `require` for files; it has to know which there are.
 * @param {esbuild.BuildOptions} options those of the parts
 * @param {readonly string[]} files
 */
async function buildWeb({ outdir = '', minify = false, sourcemap, target = 'esnext', define }, files) {
  await esbuild.build({
    bundle: true,
    platform: 'browser',
    target,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['src/vscode/extension.web.ts'],
    outdir,
    banner: { js: STRICT + VSCODE },
    minify,
    sourcemap: sourcemap ? 'linked' : false,
    plugins: [inTurn],
    define: { ...define, __PARTS__: JSON.stringify(files) },
  });
}

/** Code that parts share is named after the first of them: `features.shared.js`; what else it shares, `features.shared2.js`. */
function namesOf(/** @type {esbuild.Metafile} */ { outputs }) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const part of Object.keys(PARTS)) {
    const output = Object.entries(outputs).find(([path]) => basename(path) === `${part}.js`)?.[1];
    const shared = (output?.imports ?? [])
      .map(({ path }) => basename(path, '.js'))
      .filter((name) => /^chunk-/.test(name));
    const unnamed = shared.filter((name) => !names.has(name));
    for (const [index, name] of unnamed.entries()) names.set(name, `${part}.shared${index > 0 ? index + 1 : ''}`);
  }
  return names;
}

function renamed(/** @type {string} */ text, /** @type {ReadonlyMap<string, string>} */ names) {
  return text.replace(/\bchunk-[A-Z0-9]{8}\b/g, (name) => names.get(name) ?? name);
}
