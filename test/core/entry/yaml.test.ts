import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { type FrontMatterValues, isValidYaml, readFrontMatterValues } from '../../../src/core/entry/yaml.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { markRanges } from '../../support/markedText.ts';
import { ruleContext } from '../../support/ruleContext.ts';

function read(text: string): FrontMatterValues {
  return readFrontMatterValues(parseEntry(text));
}

function data(content: string): unknown {
  const values = read(`---\n${content}\n---\n\nText`);
  assert.ok(values.ok, JSON.stringify(values));
  return values.data;
}

test('values are those of YAML, except that dates stay text', () => {
  assert.deepEqual(data("title: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: '\"There''s no way.\"'"), {
    title: 'Day 12',
    date: '2031-01-31 09:30:00 -08:00',
    description: '"There\'s no way."',
  });
  assert.deepEqual(data('tags:\n  - a\n  - b\npodcast:\n  url: https://a.example\nnote: >\n  One\n  two'), {
    tags: ['a', 'b'],
    podcast: { url: 'https://a.example' },
    note: 'One two\n',
  });
});

test('front matter that is empty, only a comment, or missing has no values', () => {
  for (const text of ['Text', '---\n---\nText', '---\n\n---\n', '---\n# a comment\n---\n']) {
    assert.deepEqual(read(text), { ok: true, data: {} });
  }
});

test('an error has a reason and an offset', () => {
  const table: readonly (readonly [content: string, reason: string])[] = [
    ["title: Day 12\ndescription: '\"There'⟦s no way.\"'", 'yaml'],
    ['title: Day 12\r\nnote: |\r\n  One\r\ntags: [a⟦', 'yaml'],
    ['title: Day 12\n⟦title: Day 12', 'yaml'],
    ['⟦- one\n- two', 'no-mapping'],
    ['⟦only words', 'no-mapping'],
    ['title: Day 12\n⟦---x\nnote: a', 'yaml'],
    [`title: Day 12⟦${'\n'.repeat(600)}note: a`, 'yaml'],
  ];
  for (const [content, reason] of table) {
    const text = `---\n${content.replace('⟦', '')}\n---\n`;
    const values = read(text);
    assert.ok(!values.ok, content);
    assert.equal(values.reason, reason, content);
    assert.equal(`${text.slice(0, values.offset)}⟦${text.slice(values.offset)}`, `---\n${content}\n---\n`);
  }
});

test('results are not shared between entries', () => {
  assert.ok(!read('---\na: [\n---\n').ok);
  assert.ok(!read('---\na: [\n---\n').ok);
  const first = read('---\na: [1]\n---\n');
  assert.ok(first.ok);
  (first.data['a'] as number[]).push(2);
  assert.deepEqual(data('a: [1]'), { a: [1] });
});

test('a language after the opening hyphens is rejected, whatever it is', () => {
  for (const language of [
    'js',
    'javascript',
    'JS',
    'coffee',
    'json',
    'toml',
    'yaml',
    ' js',
    'constructor',
    '__proto__',
  ]) {
    const values = read(`---${language}\n{ "title": "Day 12" }\n---\n`);
    assert.equal(!values.ok && values.reason, 'language', language);
  }
});

test('front matter in JavaScript is not executed but reported', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-'));
  try {
    for (const language of ['js', 'javascript', ' js', 'JS', 'coffee', 'cson']) {
      const target = join(folder, 'written');
      const write = `require('fs').writeFileSync(${JSON.stringify(target)}, 'x')`;
      for (const text of [
        `---${language}\n${write}\n---\n`,
        `---${language}\n({ title: ${write} })\n---\n`,
        `---${language}\n${write}`,
        `\ufeff---${language}\n${write}\n---\n`,
      ]) {
        assert.ok(!read(text).ok);
        const problems = lint(parseEntry(text), ruleContext());
        assert.deepEqual(
          problems.map(({ rule, severity }) => `${rule} ${severity}`),
          ['front-matter error'],
        );
        assert.match(markRanges(text, problems), /--- ?⟦\w+⟧\n/);
        assert.equal(existsSync(target), false);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('tags for values that are more than data are rejected', () => {
  for (const value of ['!!js/function "function () {}"', '!!js/undefined ""', '!!js/regexp /a/', '!run "x"']) {
    assert.ok(!isValidYaml(`a: ${value}`), value);
    assert.ok(!read(`---\na: ${value}\n---\n`).ok, value);
  }
});

test('no key changes the prototype', () => {
  const values = read('---\n__proto__:\n  polluted: true\n---\n');
  assert.ok(values.ok);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});
