import { parseEntry } from '../../core/entry/parse.ts';
import { entryFolderOf, stageOf } from '../../core/files/paths.ts';
import { describeProfile } from '../../core/newsroom/profile/describeProfile.ts';
import { learnProfile, type NewsroomProfile } from '../../core/newsroom/profile/profile.ts';
import { type ProfiledEntry, profiledEntryOf } from '../../core/newsroom/profile/profiledEntry.ts';
import { CannotRun, type Command, oneOf, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { pathBelow } from '../newsroom/fileSystem.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { loadSiteConfig } from '../newsroom/readNewsroom.ts';
import { decode, tryReadSource } from '../newsroom/sourceFile.ts';

/** `daybook profile`: what Daybook has learned about how the log is written. */
export const profile: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, format: { type: 'string' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals[0] !== undefined) throw new CannotRun(`profile takes no path, but was given ${positionals[0]}`);
  const root = findRoot(values.root, [], context);
  const settings = loadSettings(root, context.error);
  const { folders, epochs } = settings;
  const entries = findFiles([], root, context, settings)
    .filter((file) => entryFolderOf(pathBelow(root, file), folders) !== undefined)
    .flatMap((file): ProfiledEntry[] => {
      const source = tryReadSource(file, root, context.error);
      if (!source) return [];
      const text = decode(source);
      return [profiledEntryOf(parseEntry(text), source.path, stageOf(source.path, text, folders) === 'draft')];
    });
  const timezone = settings.timezone ?? loadSiteConfig(root).timezone;
  const learned = learnProfile(entries, { epochs, timezone, systemZone: context.systemZone() });
  context.out(format === 'json' ? asJson(learned) : `${describeProfile(learned).join('\n')}\n`);
  return 0;
};

/** A fact without a date of change has `since: null`, so that every fact has the same members. */
function asJson(learned: NewsroomProfile): string {
  return `${JSON.stringify({ version: 1, ...learned }, (_, value: unknown) => (isFact(value) ? { ...value, since: value.since ?? null } : value))}\n`;
}

function isFact(value: unknown): value is { readonly since: string | undefined } {
  return typeof value === 'object' && value !== null && 'strength' in value && 'since' in value;
}
