import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';

// Tests the files that the extension is loaded from, as the last build wrote them into dist/.

/** Text that is in only one of the files, minified or not. */
const MARKERS: Readonly<Record<string, RegExp>> = {
  'markdown-it': /linkify/,
  'a rule': /citation-outlet-spelling/,
  'a command': /daybook\.mergeWithNext/,
  'settings files': /allowTrailingComma/,
  YAML: /tag:yaml\.org/,
};

/** The files of the extension: all except the preview page and the command line. */
const FILES = readdirSync('dist').filter((name) => name.endsWith('.js') && name !== 'cli.js' && name !== 'preview.js');

const ENTRY = '---\ntitle: Day 12\n---\n\n1/ **A headline.** ([Reuters](https://www.reuters.com/a))\n';

test('each marker is in exactly one file', () => {
  for (const [content, pattern] of Object.entries(MARKERS)) {
    const matches = FILES.filter((name) => pattern.test(readFileSync(join('dist', name), 'utf8')));
    assert.equal(matches.length, 1, `${content}: ${matches}`);
  }
});

test('each file requires vscode once at most: more would copy all names of the API', () => {
  for (const name of FILES) {
    const matches = readFileSync(join('dist', name), 'utf8').match(/require\("vscode"\)/g) ?? [];
    assert.ok(matches.length <= 1, `${name}: ${matches.length} times`);
  }
});

test('without an entry, only a small file is loaded, without rules, commands or Markdown', () => {
  const { files } = run(`await activate(context)`, 'editor.textDocuments = [];');
  assert.deepEqual(files, ['extension.js', 'extension.shared.js']);
  assert.ok(sizeOf(files) < 40_000, `${sizeOf(files)} bytes: a static import includes too much`);
  assert.deepEqual(contentsOf(files), []);
});

test('an entry loads the rules, but not commands, Markdown or rarely used libraries', () => {
  const { files } = run(`await activate(context)`);
  assert.deepEqual(files, ['extension.js', 'extension.shared.js', 'features.js', 'features.shared.js']);
  assert.deepEqual(contentsOf(files), ['a rule']);
});

test('the first command loads the commands, the first preview loads Markdown', () => {
  const commands = run(`await activate(context); await command('daybook.openCitations')`);
  assert.deepEqual(contentsOf(commands.files), ['a rule', 'a command']);
  const preview = run(`await activate(context);
    editor.activeTextEditor = { document: editor.textDocuments[0] };
    await command('daybook.showPreview')`);
  assert.deepEqual(contentsOf(preview.files), ['markdown-it', 'a rule', 'a command']);
});

test('front matter beyond plain keys loads the YAML library', () => {
  const entry = ENTRY.replace('title: Day 12', "title: 'Day 12'\nlist: [a, b: c}");
  const { files } = run(`await activate(context)`, `editor.textDocuments = [openEntry(${JSON.stringify(entry)})];`);
  assert.deepEqual(contentsOf(files), ['a rule', 'YAML']);
});

for (const missing of ['features.shared.js', 'onDemand.js']) {
  test(`if ${missing} is missing, an error is shown, and the command works again once it is back`, () => {
    const { errors, result } = run(
      `const outcome = () => activate(context).then(() => command('daybook.openCitations')).then(() => 'done', () => 'failed');
       const file = dist + '/${missing}';
       fs.renameSync(file, file + '.away');
       const first = await outcome();
       fs.renameSync(file + '.away', file);
       result = [first, await outcome()]`,
    );
    assert.deepEqual(result, ['failed', 'done']);
    assert.match(
      errors[0] ?? '',
      /^Daybook could not load one of its files: Cannot find module .+ reinstall Daybook\.$/,
    );
  });
}

test('if a library is missing, an error is shown', () => {
  const entry = ENTRY.replace('title: Day 12', "title: 'Day 12'\nlist: [a, b: c}");
  const { errors } = run(
    `fs.rmSync(dist + '/js-yaml.js'); await activate(context).catch(() => {})`,
    `editor.textDocuments = [openEntry(${JSON.stringify(entry)})];`,
  );
  assert.match(errors[0] ?? '', /^Daybook could not load one of its files: Cannot find module .+js-yaml/);
});

/** The setup for the web host; `result` lists the files that it fetches. */
const IN_BROWSER = `editor.textDocuments = [];
  editor.joinPath = (_, name) => name;
  editor.readFile = async (name) => { (result ??= []).push(name); return fs.readFileSync(path.join(dist, name)); };`;

test('in a browser, all files are fetched at once, and each is evaluated when it is needed', () => {
  const { files, result } = run('await activate(context)', IN_BROWSER, 'extension.web.js');
  assert.deepEqual(files, ['extension.web.js']);
  assert.deepEqual([...(result as string[])].sort(), FILES.filter((name) => name !== 'extension.web.js').sort());
});

test('an unexpected error of a command is shown with what to do about it, and the command ends', () => {
  const { errors, result } = run(
    `await activate(context); result = String(await command('daybook.reportProblem'))`,
    `editor.CancellationError = class {};
    editor.openTextDocument = () => { throw new Error('The disk is full.\\nand more'); };`,
  );
  assert.deepEqual(errors, [
    'Daybook could not finish this: The disk is full. Undo takes back what was changed so far. If it happens again, please report it.',
  ]);
  assert.equal(result, 'undefined');
});

test('in a browser, a missing file makes activation fail with a clear message', () => {
  const script = `fs.rmSync(path.join(dist, 'rendering.js'));
    await activate(context).catch((error) => { result = error.message; })`;
  assert.match(
    String(run(script, IN_BROWSER, 'extension.web.js').result),
    /^Daybook could not load one of its files: .+ reinstall Daybook\.$/,
  );
});

test('the package contains all chunks, but neither the command line nor source maps', async () => {
  const packed = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
  const names = packed.filter((path) => /^dist\/.*\.(?:js|css|map)$/.test(path)).map((path) => basename(path));
  assert.deepEqual(names.sort(), [...FILES, 'preview.css', 'preview.js'].sort());
});

interface Outcome {
  /** The files of the extension that were loaded. */
  readonly files: readonly string[];
  /** The error messages that were shown. */
  readonly errors: readonly string[];
  /** The value of `result` at the end of the script. */
  readonly result: unknown;
}

/**
 * Runs a script in its own process. It can use `dist`, a copy of the extension's files; `editor`, a stub of the `vscode` module with one
 * open entry; and `command`, which runs a command.
 */
function run(script: string, setup = '', main = 'extension.js'): Outcome {
  const dist = mkdtempSync(join(tmpdir(), 'daybook-chunks-'));
  try {
    for (const name of FILES) cpSync(join('dist', name), join(dist, name));
    const code = `const fs = require('node:fs'), path = require('node:path');
      const dist = fs.realpathSync(${JSON.stringify(dist)}), errors = [], commands = {};
      let result;
      editor.textDocuments = [openEntry(${JSON.stringify(ENTRY)})];
      editor.showErrorMessage = (message) => errors.push(message);
      editor.registerCommand = (name, handler) => { commands[name] = handler; };
      const command = (name) => commands[name]();
      ${setup}
      const { activate } = require(path.join(dist, ${JSON.stringify(main)}));
      (async () => { ${script} })().then(() => {
        const files = Object.keys(require.cache).filter((file) => path.dirname(file) === dist).map((file) => path.basename(file));
        console.log(JSON.stringify({ files: files.sort(), errors, result }));
        process.exit();
      });`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', resolve('test/support/vscodeStub.cjs'), '-e', code],
      {
        encoding: 'utf8',
      },
    );
    assert.match(stdout, /^\{.*\}$/m, stderr);
    return JSON.parse(stdout) as Outcome;
  } finally {
    rmSync(dist, { recursive: true });
  }
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, name) => sum + statSync(join('dist', name)).size, 0);
}

/** Returns the names of the markers that the files contain. */
function contentsOf(files: readonly string[]): string[] {
  const text = files.map((name) => readFileSync(join('dist', name), 'utf8')).join('\n');
  return Object.keys(MARKERS).filter((name) => MARKERS[name]?.test(text));
}
