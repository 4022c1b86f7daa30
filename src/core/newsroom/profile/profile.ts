import type { Epoch } from '../../dates/epochs.ts';
import { findTimeZone } from '../../dates/timeZone.ts';
import { archiveOf } from './archive.ts';
import { countdownFacts, type LearnedEvent } from './countdownFacts.ts';
import { type Count, countFact } from './countFact.ts';
import { type DateForm, dateFact } from './dateFact.ts';
import type { Fact } from './fact.ts';
import { type FileNameForm, fileNameFact } from './fileNameFact.ts';
import { keysFact } from './keysFact.ts';
import type { ProfiledEntry } from './profiledEntry.ts';
import { seriesOf } from './series.ts';
import { type TitleForm, titleFact } from './titleFact.ts';
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

/** What is known besides the entries. */
export interface ProfileOptions {
  /** The configured epochs. */
  readonly epochs: readonly Epoch[];
  /** The time zone in the settings; undefined to learn it. */
  readonly timezone: string | undefined;
  readonly systemZone: string;
}

/** Learns the profile of a newsroom. Drafts count only as long as nothing is published. */
export function learnProfile(entries: readonly ProfiledEntry[], options: ProfileOptions): NewsroomProfile {
  const archive = archiveOf(entries);
  const series = seriesOf(archive);
  const titled = archive.filter(({ title }) => title !== undefined).length;
  const zone = zoneFact(archive, options);
  // Without a configured zone, the dates of moments in UTC are those of the files.
  const findZone = () => (options.timezone === undefined ? undefined : findTimeZone(options.timezone));
  return {
    entries: archive.length,
    unnumbered: series ? archive.length - series.members.length : 0,
    count: countFact(series, archive.length, { epochs: options.epochs, findZone }),
    title: titleFact(series, titled),
    fileName: fileNameFact(archive, series),
    date: dateFact(series?.members.map(({ entry }) => entry) ?? archive),
    zone,
    keys: keysFact(archive, series),
    countdowns: countdownFacts(archive),
  };
}
