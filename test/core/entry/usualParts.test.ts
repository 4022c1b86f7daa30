import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineIn } from '../../../src/core/entry/headline.ts';
import { scanCitationGroups } from '../../../src/core/entry/scanCitationGroups.ts';
import { scanLinks } from '../../../src/core/entry/scanLinks.ts';
import { usualPartsIn } from '../../../src/core/entry/usualParts.ts';

const A = '[A News](https://a.example/1?x=y#z)';
const B = '[B Post](http://b.example/2/)';

/** The parts of the content, with text around it that does not belong to it. */
function partsOf(content: string) {
  const text = `1/ ${content}\n\n2/ **Two**. More. (${A})`;
  const span = { from: 3, to: 3 + content.length };
  return { text, span, parts: usualPartsIn(text, span) };
}

test('a usual item has the parts that the thorough scans find', () => {
  for (const content of [
    `**Head**. Text. (${A})`,
    `**Head**. Text. (${A} / ${B})`,
    `**Head**. Text **and** "text." (${A} / ${B} / ${A})`,
    `**Head**. (Text.) “Text.” (${B})`,
    `**Head**. Text.  (${A})`,
    `****. (${A})`,
    `**Head**. Text (${A})`,
    `**Head.** (${A})`,
    `**** (${B} / ${A})`,
  ]) {
    const { text, span, parts } = partsOf(content);
    const links = scanLinks(text, span);
    const citationGroups = scanCitationGroups(text, span, links);
    const headline = headlineIn(text, span, links, citationGroups);
    const wellFormed = content.search(/[.]["”]? \(\[/) > 2;
    assert.deepEqual(parts, { headline, links, citationGroups, wellFormed }, content);
  }
});

test('all other items need the thorough scans', () => {
  for (const content of [
    '',
    '**Head**. Text.',
    `Text. (${A})`,
    `**Head. Text. (${A} **/** ${B})`,
    `***. Text. (${A})`,
    `**Head**. Text.(${A})`,
    `**Head**. Text.\u00a0(${A})`,
    `**Head**. Text.( (${A})`,
    `(${A})`,
    `**Head**. Text [1]. (${A})`,
    `**Head**. Text 1]. (${A})`,
    `**\\[Note\\] Head**. Text. (${A})`,
    `**Head**. Text. (${A} ${B})`,
    `**Head**. Text. (${A} / )`,
    `**Head**. Text. (${A}`,
    `**Head**. Text. (${A}) \\`,
    `**Head**. Text. (${A}) More.`,
    `**Head**. Text. (${A}). More. (${B})`,
    `**Head**. Text. (${A}{:target="_blank"})`,
    '**Head**. Text. ([A](https://a.example/(1)))',
    '**Head**. Text. ([A ](https://a.example/1))',
  ])
    assert.equal(partsOf(content).parts, undefined, content);
});
