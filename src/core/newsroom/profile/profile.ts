import type { DateForm } from '../../dates/dateForm.ts';
import type { Epoch } from '../../dates/epochs.ts';
import { findTimeZone } from '../../dates/timeZone.ts';
import type { Day } from '../../entry/day.ts';
import type { TitleForm } from '../../entry/titleForm.ts';
import { lazy } from '../../text/lazy.ts';
import { archiveOf } from './archive.ts';
import { countdownFacts, type LearnedEvent } from './countdownFacts.ts';
import { type Count, countFact } from './countFact.ts';
import { dateFact } from './dateFact.ts';
import type { Fact } from './fact.ts';
import { type FileNameForm, fileNameFact } from './fileNameFact.ts';
import { keysFact } from './keysFact.ts';
import { profiledEntryOf } from './profiledEntry.ts';
import { type Series, seriesOf } from './series.ts';
import { titleFact } from './titleFact.ts';
import { type ZoneForm, zoneFact } from './zoneFact.ts';

/** How a log is written, as far as its entries show. */
export interface NewsroomProfile {
  /** The number of entries that it was learned from. */
  readonly entries: number;
  /** The number of those that are not part of the numbered series; 0 if nothing is numbered. */
  readonly unnumbered: number;
  readonly count: Fact<Count>;
  readonly title: Fact<TitleForm | null>;
  readonly fileName: Fact<FileNameForm | null>;
  readonly date: Fact<DateForm | null>;
  readonly zone: Fact<ZoneForm>;
  readonly keys: Fact<readonly string[]>;
  readonly countdowns: readonly Fact<LearnedEvent>[];
}

/** The same, where each fact is learned on first use. */
export interface LearnedFacts {
  readonly entries: () => number;
  /** The numbered entries; undefined if nothing is numbered. */
  readonly series: () => Series | undefined;
  readonly count: () => Fact<Count>;
  readonly title: () => Fact<TitleForm | null>;
  readonly fileName: () => Fact<FileNameForm | null>;
  readonly date: () => Fact<DateForm | null>;
  readonly zone: () => Fact<ZoneForm>;
  readonly keys: () => Fact<readonly string[]>;
  readonly countdowns: () => readonly Fact<LearnedEvent>[];
}

/** What is known besides the entries. */
export interface ProfileOptions {
  /** The configured epochs. */
  readonly epochs: readonly Epoch[];
  /** The time zone in the settings; undefined to learn it. */
  readonly timezone: string | undefined;
  readonly systemZone: string;
  /** Reads the countdowns of a day that has none because its text has not been read. */
  readonly withCountdowns?: ((day: Day) => Day) | undefined;
}

/** Learns facts from the days as they are written. Drafts count only as long as nothing is published. */
export function learnFacts(days: readonly Day[], options: () => ProfileOptions): LearnedFacts {
  const archive = lazy(() => archiveOf(days.map(profiledEntryOf)));
  const series = lazy(() => seriesOf(archive()));
  return {
    entries: () => archive().length,
    series,
    count: lazy(() => {
      const { epochs, timezone } = options();
      // Without a configured zone, the dates of moments in UTC are those of the files.
      const findZone = () => (timezone === undefined ? undefined : findTimeZone(timezone));
      return countFact(series(), archive().length, { epochs, findZone });
    }),
    title: lazy(() => titleFact(series(), archive().filter(({ title }) => title !== undefined).length)),
    fileName: lazy(() => fileNameFact(archive(), series())),
    date: lazy(() => dateFact(series()?.members.map(({ entry }) => entry) ?? archive())),
    zone: lazy(() => zoneFact(archive(), options())),
    keys: lazy(() => keysFact(archive(), series())),
    countdowns: lazy(() => {
      const { withCountdowns = (day: Day) => day } = options();
      const published = days.filter(({ draft }) => !draft);
      const counting = (published.length > 0 ? published : days).map(withCountdowns).filter(hasCountdowns);
      return countdownFacts(archiveOf(counting.map(profiledEntryOf)));
    }),
  };
}

function hasCountdowns({ countdowns = [] }: Day): boolean {
  return countdowns.length > 0;
}

/** The whole profile of a newsroom. */
export function profileOf(facts: LearnedFacts): NewsroomProfile {
  const entries = facts.entries();
  const series = facts.series();
  return {
    entries,
    unnumbered: series ? entries - series.members.length : 0,
    count: facts.count(),
    title: facts.title(),
    fileName: facts.fileName(),
    date: facts.date(),
    zone: facts.zone(),
    keys: facts.keys(),
    countdowns: facts.countdowns(),
  };
}

/** Learns the whole profile. */
export function learnProfile(days: readonly Day[], options: ProfileOptions): NewsroomProfile {
  return profileOf(learnFacts(days, () => options));
}
