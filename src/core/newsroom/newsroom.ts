import type { ArchiveIndex, CitationLookup } from '../archive/archiveIndex.ts';
import { archiveWithDays } from '../archive/archiveWithDays.ts';
import { usualKeys } from '../archive/usualKeys.ts';
import { dayNumber, type Epoch } from '../dates/epochs.ts';
import { inferTimeZone, offsetsByArchive } from '../dates/inferTimeZone.ts';
import { localDays } from '../dates/localDays.ts';
import { withColon } from '../dates/timestamp.ts';
import { findTimeZone, offsetsOn, type TimeZone } from '../dates/timeZone.ts';
import type { EngineName } from '../engines/engine.ts';
import type { Day } from '../entry/day.ts';
import type { Stage } from '../entry/stage.ts';
import { fileNameOf } from '../files/paths.ts';
import type { Countdown, RuleContext } from '../lint/rule.ts';
import { learnOutlets, type Outlets } from '../outlets/outlets.ts';
import { type OwnOutlets, withOwnOutlets } from '../outlets/ownOutlets.ts';
import { lazy } from '../text/lazy.ts';
import { type ConfiguredConventions, type Conventions, conventionsOf } from './conventions.ts';
import { numbersOf } from './entryNumbers.ts';
import { type LearnedFacts, learnFacts } from './profile/profile.ts';

/** Everything that a newsroom's entries and settings determine. Each value is computed on first use. */
export interface Newsroom extends SharedRuleContext {
  readonly epochs: () => readonly Epoch[];
  /** The time zone for new dates: the configured one, or else the one that the archive shows, or else the system's. */
  readonly zone: () => TimeZone;
  /** The outlets, as built in, learned from the entries and configured. */
  readonly outlets: () => Outlets;
  /** What the entries show about how the log is written. */
  readonly facts: LearnedFacts;
  readonly conventions: () => Conventions;
}

/** The part of the rule context that is the same for every entry. */
type SharedRuleContext = Pick<
  RuleContext,
  | 'days'
  | 'dayNumber'
  | 'utcOffsets'
  | 'requiredKeys'
  | 'title'
  | 'numbering'
  | 'countdowns'
  | 'learnedCountdowns'
  | 'hasAnchor'
  | 'anchorsOf'
  | 'citationLookup'
  | 'trackingParameters'
  | 'markdown'
>;

/** Everything that is known about a newsroom in addition to its days. */
export interface NewsroomSettings {
  /** An IANA name. An unknown name counts as undefined. */
  readonly timezone: string | undefined;
  readonly epochs: readonly Epoch[];
  /** The system's time zone; a function, since finding it takes a while. */
  readonly systemZone: () => string;
  readonly countdowns?: readonly Countdown[];
  /** What the settings say about titles, numbers and file names. */
  readonly conventions?: ConfiguredConventions;
  /** Adds the countdowns to a day whose text has not been read. */
  readonly withCountdowns?: (day: Day) => Day;
  readonly hasAnchor?: (path: string, anchor: string) => boolean;
  readonly anchorsOf?: (path: string) => readonly string[] | undefined;
  /** The index of the entries, if there is one. */
  readonly archive?: ArchiveIndex | undefined;
  /** The outlets learned from the entries, if there is no index. */
  readonly outlets?: () => Outlets;
  /** The configured outlets; they override built-in and learned ones. */
  readonly ownOutlets?: OwnOutlets;
  /** The configured keys; undefined to require those that the entries around an entry have. */
  readonly requiredKeys?: readonly string[] | undefined;
  /** Additional tracking parameters of URLs. A parameter that starts with `!` is not for tracking. */
  readonly trackingParameters?: readonly string[];
  /** Which Markdown the site reads; by default, CommonMark. */
  readonly markdown?: EngineName;
}

export function newsroomOf(writtenDays: readonly Day[], settings: NewsroomSettings): Newsroom {
  const { timezone, systemZone, archive } = settings;
  const configured = settings.conventions ?? {};
  const configuredZone = lazy(() => (timezone === undefined ? undefined : findTimeZone(timezone)));
  const facts = learnFacts(writtenDays, () => {
    const { epochs, withCountdowns } = settings;
    return { epochs, timezone, systemZone: systemZone(), withCountdowns };
  });
  const { title, days, numbering, epochs } = numbersOf(localDays(writtenDays, configuredZone), facts, {
    ...configured,
    epochs: settings.epochs,
  });
  // If several zones fit the archive, new dates use the system's zone; for judging existing dates, any of them will do.
  const inferredForWriting = lazy(() => inferTimeZone(witnessesOfZone(writtenDays), systemZone()));
  const inferred = lazy(() => inferTimeZone(writtenDays));
  const findSystemZone = () => findTimeZone(systemZone()) ?? (findTimeZone('UTC') as TimeZone);
  return {
    days,
    dayNumber: (date) => (numbering().kind === 'calendar' ? dayNumber(date, epochs()) : undefined),
    epochs,
    zone: lazy(() => {
      const zone = configuredZone();
      if (zone) return zone;
      // Dates in UTC are written by machines: the names of the files show whose day it is.
      if (areInUtc(writtenDays)) return findTimeZone(facts.zone().value.name) ?? findSystemZone();
      return inferredForWriting()?.zone ?? findSystemZone();
    }),
    utcOffsets(date, time) {
      const zone = configuredZone();
      if (zone) return offsetsOn(date, time, zone);
      const inferredZone = inferred();
      return inferredZone && offsetsByArchive(date, time, inferredZone);
    },
    facts,
    title,
    numbering,
    conventions: lazy(() => conventionsOf(title, numbering().kind, facts, configured)),
    outlets: lazy(() => {
      const learnedOutlets = archive?.outlets ?? settings.outlets ?? learnOutlets;
      return withOwnOutlets(learnedOutlets(), settings.ownOutlets ?? NO_OWN_OUTLETS);
    }),
    requiredKeys: (date) => settings.requiredKeys ?? usualKeys(days, date),
    countdowns: settings.countdowns ?? [],
    learnedCountdowns: () => facts.countdowns(),
    hasAnchor: settings.hasAnchor ?? (() => false),
    anchorsOf: settings.anchorsOf ?? archive?.anchors ?? (() => undefined),
    citationLookup: archive ? archiveWithDays(archive, days).citationLookup : NO_CITATIONS,
    trackingParameters: settings.trackingParameters ?? NO_TRACKING_PARAMETERS,
    markdown: settings.markdown ?? 'commonmark',
  };
}

/** The published entries or, as long as there are none, several drafts; none where most of them have no offset. */
function witnessesOfZone(days: readonly Day[]): readonly Day[] {
  const published = days.filter(({ draft }) => !draft);
  const drafts = days.length > 1 ? days.map((day) => ({ ...day, draft: false })) : [];
  const witnesses = published.length > 0 ? published : drafts;
  const timed = witnesses.filter(({ time }) => time !== undefined);
  return timed.filter(({ offset }) => offset === undefined).length * 2 > timed.length ? [] : witnesses;
}

/** Whether any of the newest entries has an offset, and those that do have that of UTC. */
function areInUtc(days: readonly Day[]): boolean {
  const newest = days
    .flatMap(({ draft, date = '', offset }) =>
      draft || offset === undefined ? [] : [{ date, offset: withColon(offset) }],
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(-NEWEST);
  return newest.length > 0 && newest.every(({ offset }) => offset === '+00:00');
}

/** So many entries show what the log does now. */
const NEWEST = 100;

const NO_CITATIONS: CitationLookup = { daysCiting: () => [], itemCiting: () => undefined };
const NO_OWN_OUTLETS: OwnOutlets = { outlets: {}, ignoredOutlets: [] };
const NO_TRACKING_PARAMETERS: readonly string[] = [];

/** The rule context of the entry at a path below the newsroom's root. A file name alone will do. */
export function ruleContextOf(newsroom: Newsroom, path: string, stage: Stage): RuleContext {
  return {
    stage,
    path,
    fileName: fileNameOf(path),
    dayNumber: newsroom.dayNumber,
    title: newsroom.title,
    numbering: newsroom.numbering,
    utcOffsets: newsroom.utcOffsets,
    outlets: newsroom.outlets(),
    days: newsroom.days,
    requiredKeys: newsroom.requiredKeys,
    countdowns: newsroom.countdowns,
    learnedCountdowns: newsroom.learnedCountdowns,
    hasAnchor: newsroom.hasAnchor,
    anchorsOf: newsroom.anchorsOf,
    citationLookup: newsroom.citationLookup,
    trackingParameters: newsroom.trackingParameters,
    markdown: newsroom.markdown,
  };
}
