import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../../../src/core/lint/rules/table.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test('the head of a table is reported, since the page shows it as it is typed', () => {
  const source = '| a | b |\n|---|---|\n| 1 | 2 |';
  assert.match(renderBody(source), /\| a \| b \|/);
  checkReported(table, '⟦| a | b |\n|---|---|⟧\n| 1 | 2 |');
});

test('a table is known by its second line, in all its forms', () => {
  checkRule(table, '⟦a | b\n--|--⟧\n1 | 2');
  checkRule(table, 'Text.\n\n⟦| a |\n| :-: |⟧\n| 1 |');
  checkRule(table, '⟦| a | b |\r\n| --- | ---: |⟧\r\n| 1 | 2 |\r\n');
  checkRule(table, '> ⟦| a | b |\n> |---|---|⟧\n> | 1 | 2 |');
  checkRule(table, '⟦| a \\| b | c |\n|---|---|⟧');
});

test('other bars, code and HTML are no tables', () => {
  checkSilent(table, 'a | b\n\n---|---');
  checkSilent(table, 'a | b\n---');
  checkSilent(table, 'a | b | c\n--|--');
  checkSilent(table, '```\n| a | b |\n|---|---|\n```');
  checkSilent(table, '<table>\n| a | b |\n|---|---|\n</table>');
});

test('an entry in the syntax of an engine that reads tables may have them', () => {
  checkSilent(table, '{:.wide}\n| a | b |\n|---|---|\n| 1 | 2 |');
  checkSilent(table, '<div markdown="1">\n\n| a | b |\n|---|---|\n\n</div>');
});

test("kramdown and GitHub's dialect have tables", () => {
  checkSilent(table, '| A | B |\n| --- | --- |\n| 1 | 2 |', { ...ruleContext(), markdown: 'kramdown' });
  checkSilent(table, '| A | B |\n| --- | --- |\n| 1 | 2 |', { ...ruleContext(), markdown: 'gfm' });
});
