import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { rules } from '../../../src/core/lint/rules/index.ts';
import { markRanges, readMarks } from '../../support/markedText.ts';
import { everyRule, ruleContext } from '../../support/ruleContext.ts';

test('each rule has a test file with its name', () => {
  const testFiles = new Set(readdirSync('test/core/lint'));
  const ruleFiles = readdirSync('src/core/lint/rules').filter((file) => file !== 'index.ts');
  assert.ok(ruleFiles.length > 0);
  assert.deepEqual(
    ruleFiles.filter((file) => !testFiles.has(file.replace('.ts', '.test.ts'))),
    [],
  );
});

for (const { id, bad, good, exampleStage } of rules) {
  const context = ruleContext(exampleStage);

  test(`${id}: in its bad example only the marked fault is reported`, () => {
    const { text } = readMarks(bad);
    const problems = lint(parseEntry(text), context, everyRule);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      [id],
    );
    assert.equal(markRanges(text, problems), bad);
  });

  test(`${id}: nothing is reported in its good example`, () => {
    assert.deepEqual(lint(parseEntry(good), context, everyRule), []);
  });

  test(`${id}: its fix, if it has one, turns the bad example into the good one`, () => {
    const { text } = readMarks(bad);
    const [problem] = lint(parseEntry(text), context, everyRule);
    const fixed = fixAll(text, context, everyRule).text;
    assert.equal(fixed, problem?.fix ? good : text);
  });

  test(`${id}: its message is a sentence without the rule id, and the titles of its fixes end without a full stop`, () => {
    const [problem] = lint(parseEntry(readMarks(bad).text), context, everyRule);
    assert.match(problem?.message ?? '', /^["“`A-Z0-9].*[.!?]$/s);
    if (id.includes('-')) assert.doesNotMatch(problem?.message ?? '', new RegExp(id));
    for (const { title } of [problem?.fix, ...(problem?.suggestions ?? [])].filter((fix) => fix !== undefined)) {
      assert.match(title, /^[A-Z].*[^.]$/);
    }
  });
}
