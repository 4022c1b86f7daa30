import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnOutlets } from '../../../src/core/archive/outlets.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Finding } from '../../../src/core/lint/rule.ts';
import { citationOutletSpelling } from '../../../src/core/lint/rules/citationOutletSpelling.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { surroundings } from '../../support/surroundings.ts';

const around = { ...surroundings(), outlets: learnOutlets() };

test('a slip in a name is a warning, and mended', () => {
  for (const [slip, right, host] of [
    ['Washignton Post', 'Washington Post', 'www.washingtonpost.com'],
    ['Mediate', 'Mediaite', 'www.mediaite.com'],
    ['Politics', 'Politico', 'www.politico.com'],
    ['CNBC News', 'NBC News', 'www.nbcnews.com'],
    ['The Daily Best', 'The Daily Beast', 'www.thedailybeast.com'],
  ] as const) {
    const [finding] = found(slip, host);
    assert.equal(finding?.severity, undefined, slip);
    assert.equal(finding?.fix && applyEdits(text(slip, host), finding.fix.edits), text(right, host));
    assert.deepEqual(found(right, host), [], right);
  }
});

test('another style is information, and the usual one is offered', () => {
  for (const [style, right, host] of [
    ['NY Times', 'New York Times', 'www.nytimes.com'],
    ['New York times', 'New York Times', 'www.nytimes.com'],
    ['The Washington Post', 'Washington Post', 'www.washingtonpost.com'],
    ['AP', 'Associated Press', 'apnews.com'],
    ['USA TODAY', 'USA Today', 'www.usatoday.com'],
  ] as const) {
    const [finding] = found(style, host);
    assert.equal(finding?.severity, 'info', style);
    const offer = finding?.suggestions?.[0];
    assert.equal(offer && applyEdits(text(style, host), offer.edits), text(right, host));
  }
});

test("another outlet's name, an honest one and one that a bracket slipped into are no misspellings", () => {
  assert.deepEqual(found('ABC News', 'www.cbsnews.com'), []);
  assert.deepEqual(found('The New Yorker', 'www.newyorker.com'), []);
  assert.deepEqual(found('CNN)', 'www.cnn.com'), []);
  assert.deepEqual(found('Politics', 'herald.example'), []);
});

function text(name: string, host: string): string {
  return `1/ **The mayor resigned**. She left. ([${name}](https://${host}/a))`;
}

function found(name: string, host: string): Finding[] {
  return [...citationOutletSpelling.check(parseEntry(text(name, host)), around)];
}
