import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnOutlets } from '../../../src/core/archive/outlets.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Finding } from '../../../src/core/lint/rule.ts';
import { citationRepeated } from '../../../src/core/lint/rules/citationRepeated.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

const outlets = learnOutlets();

test('one address under two names is an error, at the name that it does not belong to', () => {
  checkRepeated('([Herald](https://herald.example/a) / [KXYZ](⟦https://herald.example/a⟧))', 'error');
  checkRepeated('([Axios](⟦https://www.cnn.com/a⟧) / [CNN](https://www.cnn.com/a))', 'error');
  checkRepeated('([CNN](https://www.cnn.com/a) / [Axios](⟦https://www.cnn.com/a⟧))', 'error');
});

test('one address under one name is a warning', () => {
  checkRepeated(
    '([CNN](https://www.cnn.com/a) / [Axios](https://axios.com/b) / [CNN](⟦http://cnn.com/a/?utm_source=x⟧))',
  );
  checkRepeated('([Herald](https://herald.example/a\\_b) / [The Herald](⟦https://herald.example/a_b⟧))');
  checkRepeated(
    '([Washington Post](https://www.washingtonpost.com/a) / [Washignton Post](⟦https://www.washingtonpost.com/a⟧))',
  );
});

test('one outlet with several addresses, or several places of a page, is no fault', () => {
  checkRepeated('([CNN](https://www.cnn.com/a) / [CNN](https://www.cnn.com/b))');
  checkRepeated('([CNN](https://www.cnn.com/a#one) / [CNN](https://www.cnn.com/a#two))');
  checkRepeated('([ABC News](https://abcnews.go.com/a?id=1) / [ABC News](https://abcnews.go.com/a?id=2))');
  checkRepeated('([CNN](https://www.cnn.com/a)). She had said so. ([CNN](https://www.cnn.com/a))');
  checkRepeated('([CNN]() / [Axios]())');
});

test('removing a citation takes its separator along', () => {
  for (const [group, after] of [
    ['([A](https://a.example/a) / [A](https://a.example/a))', '([A](https://a.example/a))'],
    ['([Axios](https://cnn.com/a) / [CNN](https://cnn.com/a))', '([CNN](https://cnn.com/a))'],
  ] as const) {
    const remove = found(group)[0]?.suggestions?.find(({ title }) => title.startsWith('Remove'));
    assert.equal(remove && applyEdits(body(group), remove.edits), body(after));
  }
});

function body(group: string): string {
  return `1/ **The mayor resigned**. She left. ${group}`;
}

function found(group: string): Finding[] {
  const around = { ...surroundings(), outlets };
  return [...citationRepeated.check(parseEntry(body(group)), around)];
}

function checkRepeated(marked: string, severity?: 'error'): void {
  const group = marked.replace(/[⟦⟧]/g, '');
  const findings = found(group);
  assert.equal(markRanges(body(group), findings), body(marked));
  for (const finding of findings) assert.equal(finding.severity, severity);
}
