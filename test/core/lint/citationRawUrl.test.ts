import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnOutlets } from '../../../src/core/archive/outlets.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Finding } from '../../../src/core/lint/rule.ts';
import { citationRawUrl } from '../../../src/core/lint/rules/citationRawUrl.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { surroundings } from '../../support/surroundings.ts';

test('pasted addresses become citations of their outlets', () => {
  const text = body('(https://www.wsj.com/a / https://www.cnbc.com/b?id=1)');
  const edits = found(text).flatMap(({ fix }) => fix?.edits ?? []);
  const mended = body('([Wall Street Journal](https://www.wsj.com/a) / [CNBC](https://www.cnbc.com/b?id=1))');
  assert.equal(applyEdits(text, edits), mended);
  assert.deepEqual(found(mended), []);
});

test('where the outlet is not known, its place is offered', () => {
  const text = body('([CNN](https://cnn.com/a) / https://herald.example/b)');
  const [finding] = found(text);
  assert.equal(finding?.fix, undefined);
  const offer = finding?.suggestions?.[0];
  assert.equal(
    offer && applyEdits(text, offer.edits),
    body('([CNN](https://cnn.com/a) / [](https://herald.example/b))'),
  );
  assert.equal(offer?.caret, 1);
});

function body(group: string): string {
  return `1/ **The mayor resigned**. She left. ${group}`;
}

function found(text: string): Finding[] {
  const around = { ...surroundings(), outlets: learnOutlets() };
  return [...citationRawUrl.check(parseEntry(text), around)];
}
