import { parseEntry } from '../../src/core/entry/parse.ts';
import { learnProfile, type NewsroomProfile, type ProfileOptions } from '../../src/core/newsroom/profile/profile.ts';
import { profiledEntryOf } from '../../src/core/newsroom/profile/profiledEntry.ts';

/** One entry of a log: its path below `_posts`, its front matter, and its body. */
export type LogEntry = readonly [fileName: string, frontMatter: string, body?: string];

/** The profile of published entries, learned on a computer in New York. */
export function profileOf(log: readonly LogEntry[], options: Partial<ProfileOptions> = {}): NewsroomProfile {
  const entries = log.map(([fileName, frontMatter, body = '1/ **The mayor left**.']) =>
    profiledEntryOf(parseEntry(`---\n${frontMatter}\n---\n\n${body}\n`), `_posts/${fileName}`, false),
  );
  return learnProfile(entries, { epochs: [], timezone: undefined, systemZone: 'America/New_York', ...options });
}
