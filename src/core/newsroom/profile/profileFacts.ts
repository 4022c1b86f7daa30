import { DATE_IN_FILE_NAME, dateFormText } from './dateFact.ts';
import type { Fact, Strength } from './fact.ts';
import type { NewsroomProfile } from './profile.ts';
import { titlePattern } from './titleFact.ts';

/** A fact of a profile in the words of the settings, for other programs and to be written into `daybook.json`. */
export interface ProfileFact {
  /** The name of the setting that overrides it, if there is one; else `date`, `keys` or `countdown`. */
  readonly name: 'count' | 'title' | 'fileName' | 'date' | 'timezone' | 'keys' | 'countdown';
  /** As in the setting: `Issue {number}`; null if it is not known. */
  readonly value: ProfileValue;
  /** The number of entries that agree, of `of`. */
  readonly agree: number;
  readonly of: number;
  readonly source: 'setting' | 'learned' | 'guess';
  readonly strength: Strength;
  /** The paths of the newest entries that disagree, at most five. */
  readonly disagree: readonly string[];
  /** The date from which on the log has been written in this way; null if it always has. */
  readonly since: string | null;
}

type ProfileValue = string | null | readonly string[] | { readonly phrase: string; readonly date: string };

/** What the settings of a newsroom say about these facts. */
export interface ConfiguredFacts {
  readonly count?: string | undefined;
  readonly title?: string | undefined;
  readonly fileName?: string | undefined;
  readonly timezone?: string | undefined;
}

/** The facts of a profile as a list. A setting replaces what was learned; the evidence is that of what was learned. */
export function profileFacts(profile: NewsroomProfile, configured: ConfiguredFacts): readonly ProfileFact[] {
  const { count, title, fileName, date, zone, keys, countdowns } = profile;
  const titled = title.value ? titlePattern(title.value) : null;
  const dated =
    date.value === null || date.value.place === 'none'
      ? null
      : date.value.place === 'fileName'
        ? DATE_IN_FILE_NAME
        : dateFormText(date.value);
  return [
    factOf('count', count.value.newest || count.total > 0 ? count.value.kind : null, count, configured.count),
    factOf('title', titled, title, configured.title),
    factOf('fileName', fileName.value?.pattern ?? null, fileName, configured.fileName),
    factOf('date', dated, date),
    factOf('timezone', zone.value.name, zone, configured.timezone),
    factOf('keys', keys.value, keys),
    ...countdowns.map((fact) => factOf('countdown', fact.value, fact)),
  ];
}

function factOf(
  name: ProfileFact['name'],
  learned: ProfileValue,
  { agree, total, strength, disagree, since }: Fact<unknown>,
  configured?: string | undefined,
): ProfileFact {
  const isGuess = strength === 'guess' || strength === 'unknown';
  return {
    name,
    value: configured ?? learned,
    agree,
    of: total,
    source: configured !== undefined ? 'setting' : isGuess ? 'guess' : 'learned',
    strength,
    disagree,
    since: since ?? null,
  };
}
