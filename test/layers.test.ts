import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

// Checks what the type checker cannot. The globals of each layer (DOM, Node.js, VS Code) are limited by its tsconfig.json.

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  core: ['gray-matter', 'js-yaml', 'jsonc-parser', 'markdown-it', 'markdown-it-footnote', 'temporal-polyfill'],
  vscode: ['vscode'],
  preview: ['dompurify'],
  cli: ['node:buffer', 'node:fs', 'node:path', 'node:util', 'node:v8', 'sarif'],
};
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  vscode: ['vscode', 'core', 'preview/protocol.ts'],
  preview: ['preview'],
  cli: ['cli', 'core'],
};

/** The folders of the core. Each imports only itself and folders before it. */
const CORE_FOLDERS = [
  'text',
  'entry',
  'engines',
  'dates',
  'urls',
  'files',
  'outlets',
  'archive',
  'lint',
  'newsroom',
  'compose',
  'linkCheck',
  'render',
  'reports',
  'settings',
  'languageFeatures',
];

for (const [layer, libraries] of Object.entries(LIBRARIES)) {
  test(`src/${layer} imports only its own libraries and the layers below it`, () => {
    for (const file of files.filter((path) => path.startsWith(`src/${layer}/`))) {
      for (const imported of importsOf(file)) {
        if (imported.startsWith('.')) {
          const target = join(dirname(file), imported).replaceAll('\\', '/').slice('src/'.length);
          const allowed = FOLDERS[layer]?.some((folder) => target === folder || target.startsWith(`${folder}/`));
          assert.ok(allowed, `${file} imports ${imported}`);
        } else {
          const name = imported.startsWith('temporal-polyfill/') ? 'temporal-polyfill' : imported;
          assert.ok(libraries.includes(name), `${file} imports ${imported}`);
        }
      }
    }
  });
}

test('each folder of the core imports only folders before it in the list, and every file is in one of them', () => {
  const rank = (file: string) => CORE_FOLDERS.indexOf(file.split('/')[2] ?? '');
  for (const file of files.filter((path) => path.startsWith('src/core/') && !path.endsWith('.d.ts'))) {
    assert.ok(rank(file) >= 0, file);
    for (const imported of localImportsOf(file)) assert.ok(rank(imported) <= rank(file), `${file} imports ${imported}`);
  }
});

test('there is no import cycle, types included', () => {
  const done = new Set<string>();
  const visit = (file: string, importers: readonly string[]): void => {
    assert.ok(!importers.includes(file), [...importers.slice(importers.indexOf(file)), file].join(' imports '));
    if (done.has(file)) return;
    for (const imported of localImportsOf(file)) visit(imported, [...importers, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

test('only entry points and globals are directly in src/core and src/vscode', () => {
  assert.deepEqual(
    files.filter((path) => /^src\/(?:core|vscode)\/[^/]+$/.test(path)).sort(),
    [
      'core/globals.d.ts',
      'vscode/extension.ts',
      'vscode/extension.web.ts',
      'vscode/features.ts',
      'vscode/globals.d.ts',
      'vscode/onDemand.ts',
    ].map((path) => `src/${path}`),
  );
});

test('the core does not read the clock, and is synchronous', () => {
  for (const file of files.filter((path) => path.startsWith('src/core/'))) {
    const code = codeOf(file);
    assert.doesNotMatch(code, /\bDate\.now\b|\bnew Date\b(?!\([^)])|\bTemporal\.Now\b|\/fns\/Now\b/, file);
    assert.doesNotMatch(code, /\basync\s+(?:function\b|\(|\w+\s*(?:\(|=>))|\bawait\s|\bPromise\b/, file);
  }
});

test('in the command line, only main.ts uses process', () => {
  for (const file of files.filter((path) => path.startsWith('src/cli/') && path !== 'src/cli/main.ts'))
    assert.doesNotMatch(codeOf(file), /\bprocess\b/, file);
});

test('no file suppresses type checks or adds globals to its layer', () => {
  for (const file of files)
    assert.doesNotMatch(
      readFileSync(file, 'utf8'),
      /@ts-(?:ignore|nocheck|expect-error)|\bas any\b|: any\b|<any>|\bany\[\]|^\/\/\/\s*<reference|\bdeclare global\b/m,
      file,
    );
});

test('ambient declarations are in the globals.d.ts of each layer, with a few exceptions', () => {
  const declared = files.flatMap((file) => {
    const names = codeOf(file).matchAll(/\bdeclare (?:const|let|var|function|class|namespace) (\w+)/g);
    return file.endsWith('/globals.d.ts') ? [] : Array.from(names, ([, name]) => `${file}: ${name}`);
  });
  assert.deepEqual(declared.sort(), [
    'src/cli/version.ts: __VERSION__',
    'src/preview/main.ts: acquireVsCodeApi',
    'src/vscode/extension.web.ts: __CHUNK_FILES__',
    'src/vscode/linkCheck/checkLinks.ts: fetch', // the only file that uses the network
  ]);
});

/** Returns the source files that a file imports statically, types included. */
function localImportsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const imports = text.matchAll(/^(?:import|export)\b[^;']*\bfrom '(\.[^']+\.ts)'|^import '(\.[^']+\.ts)'/gm);
  return Array.from(imports, ([, from = '', bare = '']) => join(dirname(file), from || bare).replaceAll('\\', '/'));
}

/** Returns the text of a file without its comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

/** Returns everything that a file imports, statically or dynamically. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const imports = /^(?:import|export)\b[^;']*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(imports)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');
}
