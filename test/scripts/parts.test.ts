import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';

// The files that the extension is loaded from, as the last build left them in dist/.

/** What is only in one of them, as its build has it, minified or not. */
const MARKS: Readonly<Record<string, RegExp>> = {
  'markdown-it': /linkify/,
  'a rule': /citation-outlet-spelling/,
  'a command': /daybook\.mergeWithNext/,
  'settings files': /allowTrailingComma/,
  YAML: /tag:yaml\.org/,
  globs: /POSIX_REGEX_SOURCE/,
};

/** All that is not the page's or the command line's. */
const PARTS = readdirSync('dist').filter((name) => name.endsWith('.js') && name !== 'cli.js' && name !== 'preview.js');

const ENTRY = '---\ntitle: Day 12\n---\n\n1/ **A headline.** ([Reuters](https://www.reuters.com/a))\n';

test('what tells the files apart is in one of them', () => {
  for (const [what, mark] of Object.entries(MARKS)) {
    const holders = PARTS.filter((name) => mark.test(readFileSync(join('dist', name), 'utf8')));
    assert.equal(holders.length, 1, `${what}: ${holders}`);
  }
});

test('no file asks for the editor more than once: of every name in its interface a copy would be made', () => {
  for (const name of PARTS) {
    const asked = readFileSync(join('dist', name), 'utf8').match(/require\("vscode"\)/g) ?? [];
    assert.ok(asked.length <= 1, `${name}: ${asked.length} times`);
  }
});

test('before there is an entry, a small file is loaded that holds neither rules nor commands nor Markdown', () => {
  const { files } = run(`await activate(context)`, 'editor.textDocuments = [];');
  assert.deepEqual(files, ['extension.js', 'extension.shared.js']);
  assert.ok(sizeOf(files) < 40_000, `${sizeOf(files)} bytes; a static import has brought too much`);
  assert.deepEqual(marksOf(files), []);
});

test('with an entry its rules come, and still neither commands nor Markdown nor what few entries need', () => {
  const { files } = run(`await activate(context)`);
  assert.deepEqual(files, ['extension.js', 'extension.shared.js', 'features.js', 'features.shared.js']);
  assert.deepEqual(marksOf(files), ['a rule']);
});

test('commands come with the first of them, and Markdown with the first preview', () => {
  const commands = run(`await activate(context); await command('daybook.openCitations')`);
  assert.deepEqual(marksOf(commands.files), ['a rule', 'a command']);
  const preview = run(`await activate(context);
    editor.activeTextEditor = { document: editor.textDocuments[0] };
    await command('daybook.showPreview')`);
  assert.deepEqual(marksOf(preview.files), ['markdown-it', 'a rule', 'a command']);
});

test('the library for YAML comes with front matter that is more than plain keys', () => {
  const odd = ENTRY.replace('title: Day 12', "title: 'Day 12'\nlist: [a, b: c}");
  const { files } = run(`await activate(context)`, `editor.textDocuments = [openEntry(${JSON.stringify(odd)})];`);
  assert.deepEqual(marksOf(files), ['a rule', 'YAML']);
});

for (const missing of ['features.shared.js', 'onDemand.js']) {
  test(`the writer is told when ${missing} is missing, and what is asked for again works when it is back`, () => {
    const { said, result } = run(
      `const outcome = () => activate(context).then(() => command('daybook.openCitations')).then(() => 'done', () => 'failed');
       const file = dist + '/${missing}';
       fs.renameSync(file, file + '.away');
       const first = await outcome();
       fs.renameSync(file + '.away', file);
       result = [first, await outcome()]`,
    );
    assert.deepEqual(result, ['failed', 'done']);
    assert.match(
      said[0] ?? '',
      /^A part of Daybook could not be loaded: Cannot find module .+ install Daybook again\.$/,
    );
  });
}

test('the writer is told when a library is missing', () => {
  const odd = ENTRY.replace('title: Day 12', "title: 'Day 12'\nlist: [a, b: c}");
  const { said } = run(
    `fs.rmSync(dist + '/js-yaml.js'); await activate(context).catch(() => {})`,
    `editor.textDocuments = [openEntry(${JSON.stringify(odd)})];`,
  );
  assert.match(said[0] ?? '', /^A part of Daybook could not be loaded: Cannot find module .+js-yaml/);
});

const IN_A_BROWSER = `editor.textDocuments = [];
  editor.joinPath = (_, name) => name;
  editor.readFile = async (name) => { (result ??= []).push(name); return fs.readFileSync(path.join(dist, name)); };`;

test('in a browser all files are fetched at once, and each is evaluated when it is needed', () => {
  const { files, result } = run('await activate(context)', IN_A_BROWSER, 'extension.web.js');
  assert.deepEqual(files, ['extension.web.js']);
  assert.deepEqual([...(result as string[])].sort(), PARTS.filter((name) => name !== 'extension.web.js').sort());
});

test('in a browser a missing file keeps all from being activated, with a clear message', () => {
  const script = `fs.rmSync(path.join(dist, 'rendering.js'));
    await activate(context).catch((error) => { result = error.message; })`;
  assert.match(
    String(run(script, IN_A_BROWSER, 'extension.web.js').result),
    /^A part of Daybook could not be loaded: .+ again\.$/,
  );
});

test('the package holds every part, and neither the command line nor maps', async () => {
  const packed = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
  const held = packed.filter((path) => path.startsWith('dist/')).map((path) => basename(path));
  assert.deepEqual(held.sort(), [...PARTS, 'preview.css', 'preview.js'].sort());
});

interface Outcome {
  /** The files of ours that were loaded. */
  readonly files: readonly string[];
  /** The errors that the writer was shown. */
  readonly said: readonly string[];
  /** What the script has made of `result`. */
  readonly result: unknown;
}

/** Runs a script in a process of its own, with a copy of the parts in `dist`, an editor that has one entry open, and `command` to run one. */
function run(script: string, setup = '', main = 'extension.js'): Outcome {
  const dist = mkdtempSync(join(tmpdir(), 'daybook-parts-'));
  try {
    for (const name of PARTS) cpSync(join('dist', name), join(dist, name));
    const code = `const fs = require('node:fs'), path = require('node:path');
      const dist = fs.realpathSync(${JSON.stringify(dist)}), said = [], commands = {};
      let result;
      editor.textDocuments = [openEntry(${JSON.stringify(ENTRY)})];
      editor.showErrorMessage = (message) => said.push(message);
      editor.registerCommand = (name, work) => { commands[name] = work; };
      const command = (name) => commands[name]();
      ${setup}
      const { activate } = require(path.join(dist, ${JSON.stringify(main)}));
      (async () => { ${script} })().then(() => {
        const files = Object.keys(require.cache).filter((file) => path.dirname(file) === dist).map((file) => path.basename(file));
        console.log(JSON.stringify({ files: files.sort(), said, result }));
        process.exit();
      });`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', resolve('test/support/anyEditor.cjs'), '-e', code],
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

/** What files hold that not all are to hold. */
function marksOf(files: readonly string[]): string[] {
  const text = files.map((name) => readFileSync(join('dist', name), 'utf8')).join('\n');
  return Object.keys(MARKS).filter((name) => MARKS[name]?.test(text));
}
