// The packages that the bundles in dist/ contain, read from esbuild's metafile.
import { readFileSync } from 'node:fs';

/** @typedef {Pick<import('esbuild').Metafile, 'inputs' | 'outputs'>} Metafile */

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license an SPDX expression
 * @property {string} folder such as `node_modules/markdown-it`
 */

/**
 * Combines the metafiles of several builds. A file of one build may be in another one too, but each output is of one build. Leaves out
 * modules that a plugin made up, such as `library:js-yaml`, and suffixes of those that a plugin changed, such as `index.js?packed`.
 *
 * @param {readonly (Metafile | undefined)[]} metafiles
 * @returns {Metafile}
 */
export function combineMetafiles(metafiles) {
  /** @type {Metafile} */
  const combined = { inputs: {}, outputs: {} };
  for (const { inputs, outputs } of metafiles.filter((metafile) => metafile !== undefined)) {
    Object.assign(combined.inputs, onlyFiles(inputs));
    for (const [path, output] of Object.entries(outputs)) {
      combined.outputs[path] = { ...output, inputs: onlyFiles(output.inputs) };
    }
  }
  for (const input of Object.values(combined.inputs)) {
    const imports = input.imports.filter(({ path }) => isFile(path));
    input.imports = imports.map((imported) => ({ ...imported, path: withoutSuffix(imported.path) }));
  }
  return combined;
}

/**
 * @template T
 * @param {Readonly<Record<string, T>>} inputs
 * @returns {Record<string, T>}
 */
function onlyFiles(inputs) {
  const files = Object.entries(inputs).filter(([path]) => isFile(path));
  return Object.fromEntries(files.map(([path, input]) => [withoutSuffix(path), input]));
}

function isFile(/** @type {string} */ path) {
  return !/^[a-z-]+:/.test(path);
}

function withoutSuffix(/** @type {string} */ path) {
  return path.replace(/\?.*$/, '');
}

/**
 * Returns the packages of which at least one byte is in an output, by name.
 *
 * @param {Metafile} metafile
 * @returns {readonly BundledPackage[]}
 */
export function bundledPackages({ outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders]
    .map(readPackage)
    .sort((a, b) => `${a.name} ${a.version}`.localeCompare(`${b.name} ${b.version}`, 'en'));
}

/** Returns the innermost package that contains a file: `node_modules/a/node_modules/b`. */
function packageFolder(/** @type {string} */ path) {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** @returns {BundledPackage} */
function readPackage(/** @type {string} */ folder) {
  /** @type {{ name: string, version: string, license?: string | { type: string } }} */
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const expression = typeof license === 'object' ? license.type : license;
  if (expression === undefined) throw new Error(`${folder}/package.json names no license.`);
  return { name, version, license: expression.replace(/^\((.*)\)$/, '$1'), folder };
}
