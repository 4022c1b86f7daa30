import type { Day } from '../entry/day.ts';
import type { Stage } from '../entry/stage.ts';
import type { RuleContext } from '../lint/rule.ts';
import { newsroomOf, ruleContextOf } from './newsroom.ts';

/**
 * The context of the examples in rules: a newsroom in California whose day count begins on 2031-01-20. It has published Day 11, which
 * cites an address on the ferry, and counts down to an election.
 */
export function exampleContext(stage: Stage = 'published', fileName = ''): RuleContext {
  const settings = {
    timezone: 'America/Los_Angeles',
    epochs: [{ from: '2031-01-20', day: 1 }],
    systemZone: () => 'UTC',
  };
  return {
    ...ruleContextOf(newsroomOf([], settings), fileName, stage),
    days: [DAY_11],
    countdowns: [{ phrase: 'levy election', date: '2031-03-01' }],
    anchorsOf: (path) => (path === DAY_11.path ? ['1-the-mayor-resigned', '2-the-“grand”-plan'] : undefined),
    citationLookup: {
      daysCiting: (address) => (address === 'https://herald.example/ferry' ? [DAY_11] : []),
      itemCiting: () => undefined,
    },
  };
}

const DAY_11: Day = {
  path: '_posts/2031-01-30-day-11.markdown',
  draft: false,
  date: '2031-01-30',
  time: '16:45:00',
  offset: '-08:00',
  number: 11,
};
