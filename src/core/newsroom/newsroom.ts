import type { ArchiveIndex, CitationLookup } from '../archive/archiveIndex.ts';
import { usualKeys } from '../archive/usualKeys.ts';
import { dayNumber, type Epoch, learnEpochs } from '../dates/calendar.ts';
import { inferTimeZone, offsetsShown } from '../dates/inferTimeZone.ts';
import { offsetsOn, type TimeZone, timeZoneOf } from '../dates/timeZone.ts';
import type { Day } from '../entry/day.ts';
import { fileNameOf } from '../files/paths.ts';
import type { Countdown, RuleContext, Stage } from '../lint/rule.ts';
import { learnOutlets, type Outlets } from '../outlets/outlets.ts';
import { type OwnOutlets, withOwnOutlets } from '../outlets/ownOutlets.ts';
import { lazy } from '../text/lazy.ts';

/** What one newsroom's entries and settings say of its days. Each answer is worked out when it is first asked for. */
export interface Newsroom extends Known {
  readonly epochs: () => readonly Epoch[];
  /** The zone to write dates in: the configured one, the one that the archive shows, else the machine's. */
  readonly zone: () => TimeZone;
  /** What is known of outlets, and what the entries teach. */
  readonly outlets: () => Outlets;
}

/** What is the same around every entry. */
type Known = Pick<
  RuleContext,
  'days' | 'offsets' | 'requiredKeys' | 'countdowns' | 'leadsTo' | 'anchors' | 'citing' | 'tracking'
>;

/** What is known of a newsroom beyond its entries. */
export interface NewsroomSettings {
  /** An IANA name; a name that is none is as good as undefined. */
  readonly timezone: string | undefined;
  readonly epochs: readonly Epoch[];
  /** The zone of the machine, asked for where it is needed: that takes a while. */
  readonly systemZone: () => string;
  readonly countdowns?: readonly Countdown[];
  readonly leadsTo?: (path: string, anchor: string) => boolean;
  readonly anchors?: (path: string) => readonly string[] | undefined;
  /** The index of its entries, where there is one: it teaches outlets, over what is known of them anyway. */
  readonly archive?: ArchiveIndex | undefined;
  /** What the entries teach of outlets, where no index says it. */
  readonly outlets?: () => Outlets;
  /** What goes before all that is known or learned of outlets. */
  readonly ownOutlets?: OwnOutlets;
  /** As settings have them; else those that the entries around one have. */
  readonly requiredKeys?: readonly string[] | undefined;
  /** Parameters of addresses that are tracking beyond those known; with `!` before it one is not. */
  readonly tracking?: readonly string[];
}

export function newsroomOf(days: readonly Day[], settings: NewsroomSettings): Newsroom {
  const { timezone, systemZone, archive } = settings;
  const epochs = lazy(() => learnEpochs(days, settings.epochs));
  const configured = lazy(() => (timezone === undefined ? undefined : timeZoneOf(timezone)));
  // Of zones that fit alike the machine's own is the one to write in; for judging any of them will do.
  const preferred = lazy(() => inferTimeZone(days, systemZone()));
  const inferred = lazy(() => inferTimeZone(days));
  return {
    days,
    epochs,
    zone: lazy(() => configured() ?? preferred()?.zone ?? timeZoneOf(systemZone()) ?? (timeZoneOf('UTC') as TimeZone)),
    offsets(date, time) {
      const zone = configured();
      if (zone) return offsetsOn(date, time, zone);
      const shown = inferred();
      return shown && offsetsShown(date, time, shown);
    },
    outlets: lazy(() =>
      withOwnOutlets((archive?.outlets ?? settings.outlets ?? learnOutlets)(), settings.ownOutlets ?? NO_OUTLETS),
    ),
    requiredKeys: (date) => settings.requiredKeys ?? usualKeys(days, date),
    countdowns: settings.countdowns ?? [],
    leadsTo: settings.leadsTo ?? (() => false),
    anchors: settings.anchors ?? archive?.anchors ?? (() => undefined),
    citing: archive?.citing ?? NOBODY_CITES,
    tracking: settings.tracking ?? NO_TRACKING,
  };
}

const NOBODY_CITES: CitationLookup = { days: () => [], item: () => undefined };
const NO_OUTLETS: OwnOutlets = { outlets: {}, ignoredOutlets: [] };
const NO_TRACKING: readonly string[] = [];

/** What the rules may know of the entry at that path below the newsroom's root; its file's name is enough. */
export function ruleContextOf(newsroom: Newsroom, path: string, stage: Stage): RuleContext {
  return {
    stage,
    path,
    fileName: fileNameOf(path),
    dayNumber: (date) => dayNumber(date, newsroom.epochs()),
    offsets: newsroom.offsets,
    outlets: newsroom.outlets(),
    days: newsroom.days,
    requiredKeys: newsroom.requiredKeys,
    countdowns: newsroom.countdowns,
    leadsTo: newsroom.leadsTo,
    anchors: newsroom.anchors,
    citing: newsroom.citing,
    tracking: newsroom.tracking,
  };
}

/** What Daybook reads of a site's `_config.yml`. */
export interface SiteConfig {
  readonly timezone: string | undefined;
  /** `https://example.org`, for `{{ site.url }}`. */
  readonly url: string | undefined;
}

export function readSiteConfig(config: string): SiteConfig {
  const value = (key: string) =>
    new RegExp(`^${key}:[ \\t]*(["']?)([^\\s"'#]+)\\1[ \\t]*(?:#.*)?\\r?$`, 'm').exec(config)?.[2];
  return { timezone: value('timezone'), url: value('url') };
}
