import type { Day } from '../entry/day.ts';
import { newsroomOf, surroundingsOf } from './newsroom.ts';
import type { Stage, Surroundings } from '../lint/rule.ts';

/**
 * What the rules' own examples are about: a newsroom in California whose count begins on 2031-01-20. It has published
 * Day 11, where it cited an address on the ferry, and counts down to an election.
 */
export function exampleSurroundings(stage: Stage = 'published', fileName = ''): Surroundings {
  const settings = {
    timezone: 'America/Los_Angeles',
    epochs: [{ from: '2031-01-20', day: 1 }],
    systemZone: () => 'UTC',
  };
  return {
    ...surroundingsOf(newsroomOf([], settings), fileName, stage),
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
