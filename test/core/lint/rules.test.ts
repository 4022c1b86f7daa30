import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { rules } from '../../../src/core/lint/rules/index.ts';
import { markRanges, readMarks } from '../../support/marked.ts';
import { everyRule, surroundings } from '../../support/surroundings.ts';

for (const { id, bad, good, exampleStage } of rules) {
  const around = surroundings(exampleStage);

  test(`${id}: its bad example has the marked fault and no other`, () => {
    const { text } = readMarks(bad);
    const problems = lint(parseEntry(text), around, everyRule);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      [id],
    );
    assert.equal(markRanges(text, problems), bad);
  });

  test(`${id}: its good example is silent`, () => {
    assert.deepEqual(lint(parseEntry(good), around, everyRule), []);
  });

  test(`${id}: its fix, where it has one, makes the good example of the bad one`, () => {
    const { text } = readMarks(bad);
    const [problem] = lint(parseEntry(text), around, everyRule);
    const fixed = fixAll(text, around, everyRule).text;
    assert.equal(fixed, problem?.fix ? good : text);
  });

  test(`${id}: speaks as all rules do`, () => {
    const [problem] = lint(parseEntry(readMarks(bad).text), around, everyRule);
    assert.match(problem?.message ?? '', /^["“`A-Z0-9].*[.!?]$/s);
    if (id.includes('-')) assert.doesNotMatch(problem?.message ?? '', new RegExp(id));
    for (const { title } of [problem?.fix, ...(problem?.suggestions ?? [])].filter((fix) => fix !== undefined)) {
      assert.match(title, /^[A-Z].*[^.]$/);
    }
  });
}
