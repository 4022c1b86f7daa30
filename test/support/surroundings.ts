import type { Day } from '../../src/core/archive/day.ts';
import type { Severities } from '../../src/core/lint/lint.ts';
import type { Stage, Surroundings } from '../../src/core/lint/rule.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { newsroomOf, surroundingsOf } from '../../src/core/newsroom.ts';

/**
 * What the rules' own examples are about: a newsroom in California whose count begins on 2031-01-20. It has published
 * Day 11, and counts down to an election.
 */
export function surroundings(stage: Stage = 'published', fileName = ''): Surroundings {
  const settings = {
    timezone: 'America/Los_Angeles',
    epochs: [{ from: '2031-01-20', day: 1 }],
    systemZone: () => 'UTC',
  };
  return {
    ...surroundingsOf(newsroomOf([], settings), fileName, stage),
    days: [DAY_11],
    countdowns: [{ phrase: 'levy election', date: '2031-03-01' }],
    anchors: (path) => (path === DAY_11.path ? ['1-the-mayor-resigned', '2-the-“grand”-plan', '3-the-ferry-sank'] : undefined),
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

/** Settings by which the rules that are silent unless asked for speak too. */
export const everyRule: Severities = Object.fromEntries(
  rules.filter(({ optIn }) => optIn).map(({ id, severity }) => [id, severity.published]),
);
