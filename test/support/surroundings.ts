import type { Stage, Surroundings } from '../../src/core/lint/rule.ts';
import { newsroomOf, surroundingsOf } from '../../src/core/newsroom.ts';

/** What the rules' own examples are about: a newsroom in California whose count begins on 2031-01-20. */
export function surroundings(stage: Stage = 'published', fileName = ''): Surroundings {
  const settings = {
    timezone: 'America/Los_Angeles',
    epochs: [{ from: '2031-01-20', day: 1 }],
    systemZone: () => 'UTC',
  };
  return surroundingsOf(newsroomOf([], settings), fileName, stage);
}
