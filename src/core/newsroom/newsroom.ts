import type { ArchiveIndex, CitationLookup } from '../archive/archiveIndex.ts';
import { usualKeys } from '../archive/usualKeys.ts';
import { dayNumber, type Epoch, learnEpochs } from '../dates/epochs.ts';
import { inferTimeZone, offsetsByArchive } from '../dates/inferTimeZone.ts';
import { localDays } from '../dates/localDays.ts';
import { findTimeZone, offsetsOn, type TimeZone } from '../dates/timeZone.ts';
import type { Day } from '../entry/day.ts';
import type { Stage } from '../entry/stage.ts';
import { fileNameOf } from '../files/paths.ts';
import type { Countdown, RuleContext } from '../lint/rule.ts';
import { learnOutlets, type Outlets } from '../outlets/outlets.ts';
import { type OwnOutlets, withOwnOutlets } from '../outlets/ownOutlets.ts';
import { lazy } from '../text/lazy.ts';
import type { MarkdownDialect } from './siteConfig.ts';

/** Everything that a newsroom's entries and settings determine. Each value is computed on first use. */
export interface Newsroom extends SharedRuleContext {
  readonly epochs: () => readonly Epoch[];
  /** The time zone for new dates: the configured one, or else the one that the archive shows, or else the system's. */
  readonly zone: () => TimeZone;
  /** The outlets, as built in, learned from the entries and configured. */
  readonly outlets: () => Outlets;
}

/** The part of the rule context that is the same for every entry. */
type SharedRuleContext = Pick<
  RuleContext,
  | 'days'
  | 'utcOffsets'
  | 'requiredKeys'
  | 'countdowns'
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
  readonly markdown?: MarkdownDialect;
}

export function newsroomOf(writtenDays: readonly Day[], settings: NewsroomSettings): Newsroom {
  const { timezone, systemZone, archive } = settings;
  const configuredZone = lazy(() => (timezone === undefined ? undefined : findTimeZone(timezone)));
  const days = localDays(writtenDays, configuredZone);
  const epochs = lazy(() => learnEpochs(days, settings.epochs));
  // If several zones fit the archive, new dates use the system's zone; for judging existing dates, any of them will do.
  const inferredForWriting = lazy(() => inferTimeZone(writtenDays, systemZone()));
  const inferred = lazy(() => inferTimeZone(writtenDays));
  const findSystemZone = () => findTimeZone(systemZone()) ?? (findTimeZone('UTC') as TimeZone);
  return {
    days,
    epochs,
    zone: lazy(() => configuredZone() ?? inferredForWriting()?.zone ?? findSystemZone()),
    utcOffsets(date, time) {
      const zone = configuredZone();
      if (zone) return offsetsOn(date, time, zone);
      const inferredZone = inferred();
      return inferredZone && offsetsByArchive(date, time, inferredZone);
    },
    outlets: lazy(() => {
      const learnedOutlets = archive?.outlets ?? settings.outlets ?? learnOutlets;
      return withOwnOutlets(learnedOutlets(), settings.ownOutlets ?? NO_OWN_OUTLETS);
    }),
    requiredKeys: (date) => settings.requiredKeys ?? usualKeys(days, date),
    countdowns: settings.countdowns ?? [],
    hasAnchor: settings.hasAnchor ?? (() => false),
    anchorsOf: settings.anchorsOf ?? archive?.anchors ?? (() => undefined),
    citationLookup: archive?.citationLookup ?? NO_CITATIONS,
    trackingParameters: settings.trackingParameters ?? NO_TRACKING_PARAMETERS,
    markdown: settings.markdown ?? 'commonmark',
  };
}

const NO_CITATIONS: CitationLookup = { daysCiting: () => [], itemCiting: () => undefined };
const NO_OWN_OUTLETS: OwnOutlets = { outlets: {}, ignoredOutlets: [] };
const NO_TRACKING_PARAMETERS: readonly string[] = [];

/** The rule context of the entry at a path below the newsroom's root. A file name alone will do. */
export function ruleContextOf(newsroom: Newsroom, path: string, stage: Stage): RuleContext {
  return {
    stage,
    path,
    fileName: fileNameOf(path),
    dayNumber: (date) => dayNumber(date, newsroom.epochs()),
    utcOffsets: newsroom.utcOffsets,
    outlets: newsroom.outlets(),
    days: newsroom.days,
    requiredKeys: newsroom.requiredKeys,
    countdowns: newsroom.countdowns,
    hasAnchor: newsroom.hasAnchor,
    anchorsOf: newsroom.anchorsOf,
    citationLookup: newsroom.citationLookup,
    trackingParameters: newsroom.trackingParameters,
    markdown: newsroom.markdown,
  };
}
