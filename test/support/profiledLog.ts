import type { Day } from '../../src/core/entry/day.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay, withCountdowns } from '../../src/core/entry/readDay.ts';
import { learnProfile, type NewsroomProfile, type ProfileOptions } from '../../src/core/newsroom/profile/profile.ts';

/** One entry of a log: its path below `_posts`, its front matter, and its body. */
export type LogEntry = readonly [fileName: string, frontMatter: string, body?: string];

/** The days of published entries. */
export function daysOf(log: readonly LogEntry[]): readonly Day[] {
  return log.map(([fileName, frontMatter, body = '1/ **The mayor left**.']) => {
    const entry = parseEntry(`---\n${frontMatter}\n---\n\n${body}\n`);
    return withCountdowns(readDay(entry, `_posts/${fileName}`, false), entry);
  });
}

/** The profile of published entries, learned on a computer in New York. */
export function profileOf(log: readonly LogEntry[], options: Partial<ProfileOptions> = {}): NewsroomProfile {
  const systemZone = 'America/New_York';
  return learnProfile(daysOf(log), { epochs: [], timezone: undefined, systemZone, ...options });
}
