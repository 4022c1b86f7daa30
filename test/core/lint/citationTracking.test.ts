import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnOutlets } from '../../../src/core/archive/outlets.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { citationTracking } from '../../../src/core/lint/rules/citationTracking.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges, readMarks } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

test('tracking is found in every link of an entry, and in none without it', () => {
  checkTracking(
    '1/ **Why?** She [left](https://herald.example/a?⟦fbclid=1⟧). ([Herald](https://herald.example/b) / [KXYZ](https://kxyz.example/c?⟦utm_source=x&id=1&utm_medium=y⟧))\n\n* **#1**. ([Herald](https://herald.example/d?id=1#e) / [Post](https://post.example/f?⟦gclid=2⟧#g))',
    '1/ **Why?** She [left](https://herald.example/a). ([Herald](https://herald.example/b) / [KXYZ](https://kxyz.example/c?id=1))\n\n* **#1**. ([Herald](https://herald.example/d?id=1#e) / [Post](https://post.example/f#g))',
  );
});

test('the message names what tracks', () => {
  const [finding] = found('([Herald](https://herald.example/a?utm_source=x&utm_medium=y&id=1))');
  assert.equal(finding?.message, '`utm_source` and `utm_medium` in this address are there for tracking.');
});

function found(text: string) {
  const around = { ...surroundings(), outlets: learnOutlets() };
  return [...citationTracking.check(parseEntry(text), around)];
}

function checkTracking(marked: string, after: string): void {
  const { text } = readMarks(marked);
  const findings = found(text);
  assert.equal(markRanges(text, findings), marked);
  const fixed = applyEdits(
    text,
    findings.flatMap(({ fix }) => fix?.edits ?? []),
  );
  assert.equal(fixed, after);
  assert.deepEqual(found(fixed), []);
}
