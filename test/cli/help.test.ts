import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/help/commands.ts';
import { createNewsroom, runDaybook } from './testNewsroom.ts';

const CLEAN = '1/ **Head**. Text. ([Herald](https://herald.example/a))\n';
const names = readdirSync('src/cli/commands').map((file) => file.replace(/\.ts$/, ''));

test('every command has help, and the list of commands has a line for each', async () => {
  assert.deepEqual(Object.keys(COMMANDS).sort(), names.sort());
  for (const args of [['--help'], ['-h'], ['help']]) {
    const { status, out, error } = await runDaybook('.', ...args);
    assert.deepEqual([status, error], [0, '']);
    for (const [name, { summary }] of Object.entries(COMMANDS))
      assert.match(out, new RegExp(`^  ${name} +${summary}$`, 'm'));
  }
});

for (const name of names) {
  test(`daybook ${name} --help describes each option that the command has, and no other`, async () => {
    const source = readFileSync(`src/cli/commands/${name}.ts`, 'utf8');
    const accepted = [...source.matchAll(/'?([\w-]+)'?: \{ type: '(?:string|boolean)'/g)].map(
      ([, option]) => `--${option}`,
    );
    const described = COMMANDS[name]?.options.map(({ flag }) => flag.replace(/ .*/, ''));
    assert.deepEqual(described?.toSorted(), accepted.toSorted());
    const root = createNewsroom({ '_drafts/day-1.markdown': CLEAN });
    for (const args of [
      [name, '--help'],
      [name, '--fix', '-h', 'nowhere'],
      ['help', name],
    ]) {
      const { status, out, error } = await runDaybook(root, ...args);
      assert.deepEqual([status, error], [0, ''], args.join(' '));
      assert.match(
        out,
        new RegExp(
          `^Usage: daybook ${name} .*\\n\\n[^]*\\nOptions:\\n[^]*\\nExit status:\\n[^]*\\nExamples:\\n  daybook ${name}`,
        ),
      );
      for (const option of accepted) assert.match(out, new RegExp(`^  ${option}\\b`, 'm'));
      for (const line of out.split('\n')) assert.ok(line.length <= 110, line);
    }
    assert.deepEqual(readdirSync(root), ['_drafts'], 'nothing was run');
  });
}

test('the values that the help names are those that the commands accept', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': CLEAN });
  for (const [name, { options, usage }] of Object.entries(COMMANDS)) {
    for (const { flag, values = [], default: byDefault } of options) {
      const option = flag.replace(/ .*/, '');
      const paths = usage.includes('PATH') ? ['_drafts/day-1.markdown'] : [];
      for (const value of values) {
        const { status, error } = await runDaybook(root, name, ...paths, option, value);
        assert.doesNotMatch(error, /must be one of/, `${name} ${option} ${value}`);
        assert.ok(status < 2 || !error.includes(option), error);
      }
      const { error } = values.length > 0 ? await runDaybook(root, name, ...paths, option, 'nonsense') : { error: '' };
      if (values.length > 0) assert.match(error, new RegExp(`must be one of ${values.join(', ')}`));
      if (values.length > 0) assert.ok(byDefault !== undefined && values.includes(byDefault));
    }
  }
  assert.ok(!existsSync(join(root, '_posts')));
});

test('the documentation lists the options of every command', () => {
  const page = readFileSync('docs/command-line.md', 'utf8');
  for (const [name, { options }] of Object.entries(COMMANDS)) {
    const line = page.split('\n').find((text) => text.startsWith(`daybook ${name} `)) ?? '';
    for (const { flag } of options) assert.ok(line.includes(flag.replace(/ .*/, '')), `${name} ${flag}`);
  }
});
