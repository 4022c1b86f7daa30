import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationOutletSpelling } from '../../../src/core/lint/rules/citationOutletSpelling.ts';
import { checkRule, checkSilent, findings, suggestedTexts } from '../../support/checkRule.ts';

test('a misspelled name is a warning, and is fixed', () => {
  for (const [typo, right, host] of [
    ['Washignton Post', 'Washington Post', 'www.washingtonpost.com'],
    ['NRP', 'NPR', 'www.npr.org'],
    ['Mediate', 'Mediaite', 'www.mediaite.com'],
    ['Politics', 'Politico', 'www.politico.com'],
    ['CNBC News', 'NBC News', 'www.nbcnews.com'],
    ['The Daily Best', 'The Daily Beast', 'www.thedailybeast.com'],
  ] as const) {
    checkRule(citationOutletSpelling, entry(`⟦${typo}⟧`, host), entry(right, host));
    assert.equal(findings(citationOutletSpelling, entry(typo, host))[0]?.severity, undefined, typo);
  }
});

test('another style of a name is information, and the usual name is offered', () => {
  for (const [style, usual, host] of [
    ['NY Times', 'New York Times', 'www.nytimes.com'],
    ['New York times', 'New York Times', 'www.nytimes.com'],
    ['New York daily News', 'New York Daily News', 'www.nydailynews.com'],
    ['The Washington Post', 'Washington Post', 'www.washingtonpost.com'],
    ['AP', 'Associated Press', 'apnews.com'],
    ['USA TODAY', 'USA Today', 'www.usatoday.com'],
  ] as const) {
    checkRule(citationOutletSpelling, entry(`⟦${style}⟧`, host));
    assert.equal(findings(citationOutletSpelling, entry(style, host))[0]?.severity, 'info', style);
    assert.equal(suggestedTexts(citationOutletSpelling, entry(style, host))[0], entry(usual, host));
  }
});

test("another outlet's name, a right one and one with a stray bracket are not misspellings", () => {
  checkSilent(citationOutletSpelling, entry('ABC News', 'www.cbsnews.com'));
  checkSilent(citationOutletSpelling, entry('The New Yorker', 'www.newyorker.com'));
  checkSilent(citationOutletSpelling, entry('CNN)', 'www.cnn.com'));
  checkSilent(citationOutletSpelling, entry('Politics', 'herald.example'));
  checkSilent(citationOutletSpelling, entry('NBC', 'abcnews.go.com'));
  checkSilent(citationOutletSpelling, entry('Voice of the Valley', 'voiceofthevalley.example'));
});

function entry(name: string, host: string): string {
  return `1/ **The mayor resigned**. She left. ([${name}](https://${host}/a))`;
}
