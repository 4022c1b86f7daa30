import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

// What the types cannot see. Which globals a layer has (the DOM, Node.js, the editor) is up to its tsconfig.json: it does not
// even know the others by name.

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  core: [
    'gray-matter',
    'js-yaml',
    'jsonc-parser',
    'markdown-it',
    'markdown-it-footnote',
    'picomatch/posix',
    'temporal-polyfill',
  ],
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

for (const [layer, libraries] of Object.entries(LIBRARIES)) {
  test(`src/${layer} imports only what it may`, () => {
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

test('the core asks for no time, and nothing in it is asynchronous', () => {
  for (const file of files.filter((path) => path.startsWith('src/core/'))) {
    const code = codeOf(file);
    assert.doesNotMatch(code, /\bDate\.now\b|\bnew Date\b(?!\([^)])|\bTemporal\.Now\b|\/fns\/Now\b/, file);
    assert.doesNotMatch(code, /\basync\s+(?:function\b|\(|\w+\s*(?:\(|=>))|\bawait\s|\bPromise\b/, file);
  }
});

test('only main.ts of the command line knows the process', () => {
  for (const file of files.filter((path) => path.startsWith('src/cli/') && path !== 'src/cli/main.ts'))
    assert.doesNotMatch(codeOf(file), /\bprocess\b/, file);
});

// What is named here is named to be forbidden everywhere else.
test('no type check is silenced, and no file widens what its layer sees', () => {
  for (const file of files)
    assert.doesNotMatch(
      readFileSync(file, 'utf8'),
      /@ts-(?:ignore|nocheck|expect-error)|\bas any\b|: any\b|<any>|\bany\[\]|^\/\/\/\s*<reference|\bdeclare global\b/m,
      file,
    );
});

test('what a layer has from outside is declared in its globals.d.ts, but for these', () => {
  const declared = files.flatMap((file) => {
    const names = codeOf(file).matchAll(/\bdeclare (?:const|let|var|function|class|namespace) (\w+)/g);
    return file.endsWith('/globals.d.ts') ? [] : Array.from(names, ([, name]) => `${file}: ${name}`);
  });
  assert.deepEqual(declared.sort(), [
    'src/cli/report/sarif.ts: __VERSION__',
    'src/cli/run.ts: __VERSION__',
    'src/preview/main.ts: acquireVsCodeApi',
    'src/vscode/extension.web.ts: __PARTS__',
    'src/vscode/linkCheck/checkLinks.ts: fetch', // the only one with a way to the network
  ]);
});

/** What is written in a file, but for its comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const imports = /^(?:import|export)\b[^;']*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(imports)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');
}
