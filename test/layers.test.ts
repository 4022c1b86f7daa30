import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

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

test('only main.ts of the command line knows the process, and nobody in the core the clock or the console', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    if (file !== 'src/cli/main.ts') assert.doesNotMatch(text, /\bprocess\./, file);
    if (file.startsWith('src/core/'))
      assert.doesNotMatch(text, /\bDate\.now\b|\bnew Date\(\)|\bconsole\.|\basync (?:function|\()|\bawait /, file);
  }
});

// What is named here is named to be forbidden everywhere else.
test('no type check is silenced', () => {
  for (const file of files)
    assert.doesNotMatch(readFileSync(file, 'utf8'), /@ts-(?:ignore|nocheck)|\bas any\b|: any\b/, file);
});

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const imports = /^(?:import|export)\b[^;']*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(imports)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');
}
