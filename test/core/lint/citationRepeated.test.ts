import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationRepeated } from '../../../src/core/lint/rules/citationRepeated.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { checkRule, checkSilent, findings } from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';

test('one address under two names is an error, at the name it does not belong to', () => {
  checkRepeated('([Herald](https://herald.example/a) / [KXYZ](⟦https://herald.example/a⟧))', 'error');
  checkRepeated('([Axios](⟦https://www.cnn.com/a⟧) / [CNN](https://www.cnn.com/a))', 'error');
  checkRepeated('([CNN](https://www.cnn.com/a) / [Axios](⟦https://www.cnn.com/a⟧))', 'error');
});

test('one address twice under one name is a warning', () => {
  checkRepeated(
    '([CNN](https://www.cnn.com/a) / [Axios](https://axios.com/b) / [CNN](⟦http://cnn.com/a/?utm_source=x⟧))',
  );
  checkRepeated(
    '([CNN](https://cnn.com/b) / [CNBC](https://cnbc.com/b) / [CNN](https://CNN.com/a) / [CNN](⟦https://cnn.com/a⟧))',
  );
  checkRepeated('([Herald](https://herald.example/a\\_b) / [The Herald](⟦https://herald.example/a_b⟧))');
  checkRepeated(
    '([Washington Post](https://www.washingtonpost.com/a) / [Washignton Post](⟦https://www.washingtonpost.com/a⟧))',
  );
});

test('one outlet may have several addresses, and a page several anchors', () => {
  for (const group of [
    '([CNN](https://www.cnn.com/a) / [CNN](https://www.cnn.com/b))',
    '([CNN](https://www.cnn.com/a#one) / [CNN](https://www.cnn.com/a#two))',
    '([ABC News](https://abcnews.go.com/a?id=1) / [ABC News](https://abcnews.go.com/a?id=2))',
    '([CNN](https://www.cnn.com/a)). She had said so. ([CNN](https://www.cnn.com/a))',
    '([CNN]() / [Axios]())',
  ])
    checkSilent(citationRepeated, entry(group));
});

test('removing a citation removes its separator, too', () => {
  for (const [group, fixed] of [
    ['([A](https://a.example/a) / [A](https://a.example/a))', '([A](https://a.example/a))'],
    ['([Axios](https://cnn.com/a) / [CNN](https://cnn.com/a))', '([CNN](https://cnn.com/a))'],
  ] as const) {
    const [finding] = findings(citationRepeated, entry(group));
    const remove = finding?.suggestions?.find(({ title }) => title.startsWith('Remove'));
    assert.equal(remove && applyEdits(entry(group), remove.edits), entry(fixed));
  }
});

function entry(group: string): string {
  return `1/ **The mayor resigned**. She left. ${group}`;
}

/** A finding without a severity has the rule's: warning. */
function checkRepeated(group: string, severity?: 'error'): void {
  checkRule(citationRepeated, entry(group));
  const { text } = readMarks(entry(group));
  for (const finding of findings(citationRepeated, text)) assert.equal(finding.severity, severity);
}
