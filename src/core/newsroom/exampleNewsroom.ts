import type { Day } from '../entry/day.ts';
import type { RuleContext, Stage } from '../lint/rule.ts';
import { newsroomOf, ruleContextOf } from './newsroom.ts';

/**
 * What the rules' own examples are about: a newsroom in California whose count begins on 2031-01-20. It has published
 * Day 11, where it cited an address on the ferry, and counts down to an election.
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
    anchors: (path) => (path === DAY_11.path ? ['1-the-mayor-resigned', '2-the-“grand”-plan'] : undefined),
    citing: {
      days: (address) => (address === 'https://herald.example/ferry' ? [DAY_11] : []),
      item: () => undefined,
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
