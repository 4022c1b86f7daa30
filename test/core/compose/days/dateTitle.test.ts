import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateTitle } from '../../../../src/core/compose/days/dateTitle.ts';
import { titleSource } from '../../../../src/core/compose/days/newDayText.ts';
import { daysOf } from '../../../support/profiledLog.ts';

test('a log titled by its dates goes on in their form, over the ends of months', () => {
  for (const [titles, next] of [
    [['2031-01-30', '2031-01-31'], '2031-02-01'],
    [['20310130', '20310131'], '20310201'],
    [['30.1.2031', '31.1.2031'], '1.2.2031'],
    [['January 30, 2031', 'January 31, 2031'], 'February 1, 2031'],
    [['Thursday, January 30, 2031', 'Friday, January 31, 2031'], 'Saturday, February 1, 2031'],
    [['Monday, January 30, 2031', 'Friday, January 31, 2031'], undefined], // not the weekday of that date
    [['Log of 30 Jan', 'Log of 31 Jan'], 'Log of 1 Feb'],
    [['Donnerstag, 30. Januar 2031', 'Freitag, 31. Januar 2031'], 'Samstag, 1. Februar 2031'],
    [['30 janvier 2031', '31 janvier 2031'], '1 février 2031'],
    [['2031年1月30日の日記', '2031年1月31日の日記'], '2031年2月1日の日記'],
    [['2031-01-30: The flood', '2031-01-31: A vote'], undefined],
    [['The flood', 'A vote'], undefined],
  ] as const)
    assert.equal(dateTitle('2031-02-01', log(titles)), next, titles[0]);
  assert.equal(dateTitle('2031-02-01', []), undefined);
});

test('a title that YAML would read as a date is quoted', () => {
  assert.equal(titleSource('2031-02-01', null), '"2031-02-01"');
  assert.equal(titleSource('February 1, 2031', null), 'February 1, 2031');
  assert.equal(titleSource('TK', { quotes: 'single' }), "'TK'");
});

function log(titles: readonly string[]) {
  return daysOf(titles.map((title, index) => [`2031-01-${30 + index}-log.md`, `title: "${title}"`]));
}
