import { describeProfile } from '../../core/newsroom/profile/describeProfile.ts';
import { profileOf } from '../../core/newsroom/profile/profile.ts';
import { profileFacts } from '../../core/newsroom/profile/profileFacts.ts';
import { CannotRun, type Command, oneOf, parseArguments } from '../command.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';
import { plainJson, plainLines } from '../terminal/plainText.ts';

/** `daybook profile`: what Daybook has learned about how the log is written. */
export const profile: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, format: { type: 'string' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals[0] !== undefined) throw new CannotRun(`profile takes no path, but was given ${positionals[0]}`);
  const root = findRoot(values.root, [], context);
  const settings = loadSettings(root, context.error);
  const learned = profileOf(readNewsroom(root, [], context, settings).facts);
  const text =
    format === 'json'
      ? JSON.stringify({ version: 1, entries: learned.entries, facts: profileFacts(learned, settings) })
      : describeProfile(learned).join('\n');
  context.out(`${format === 'json' ? plainJson(text) : plainLines(text)}\n`);
  return 0;
};
