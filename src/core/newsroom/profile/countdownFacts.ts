import { addDays, daysBetween } from '../../dates/calendar.ts';
import type { DatedEntry } from './archive.ts';
import { type Fact, newestPaths, strengthOf } from './fact.ts';
import { groupBy } from './groupBy.ts';

/** An event that entries count down to. */
export interface LearnedEvent {
  /** As in the newest entry that agrees: `2026 midterms`. */
  readonly phrase: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

interface Mention {
  readonly path: string;
  readonly phrase: string;
  /** The date that the number of days leads to. */
  readonly date: string;
}

/** The events that several entries count down to, by date. The same phrase may name several, such as one election after the other. */
export function countdownFacts(entries: readonly DatedEntry[]): readonly Fact<LearnedEvent>[] {
  const mentions = entries.flatMap(({ path, day, countdowns }) =>
    countdowns.flatMap(({ phrase, days }): Mention[] => {
      const date = day === undefined || days === 0 ? undefined : addDays(day, days);
      return date === undefined ? [] : [{ path, phrase, date }];
    }),
  );
  const byPhrase = groupBy(mentions, ({ phrase }) => phrase.toLowerCase().replace(/\s+/g, ' '));
  return [...byPhrase.values()].flatMap(eventsOf).sort((a, b) => (a.value.date < b.value.date ? -1 : 1));
}

/** The events of one phrase. A date that few agree on is a wrong number in a countdown to the nearest event. */
function eventsOf(mentions: readonly Mention[]): readonly Fact<LearnedEvent>[] {
  const byDate = groupBy(mentions, ({ date }) => date);
  const mostFrequent = [...byDate].sort(([, a], [, b]) => b.length - a.length);
  const dates: string[] = [];
  for (const [date, { length }] of mostFrequent) {
    const isSlip = dates.some((other) => distance(date, other) <= SAME_EVENT_DAYS);
    if (length >= MIN_MENTIONS && !isSlip) dates.push(date);
  }
  const nearestTo = (date: string) =>
    dates.reduce((best, each) => (distance(each, date) < distance(best, date) ? each : best), dates[0] ?? '');
  return dates.map((date) => {
    const ofEvent = mentions.filter((mention) => nearestTo(mention.date) === date);
    const agreeing = ofEvent.filter((mention) => mention.date === date);
    return {
      value: { phrase: agreeing.at(-1)?.phrase ?? '', date },
      agree: agreeing.length,
      total: ofEvent.length,
      disagree: newestPaths(ofEvent.filter((mention) => mention.date !== date)),
      strength: strengthOf(agreeing.length, ofEvent.length),
      since: undefined,
    };
  });
}

/** An event that fewer entries agree on is not learned. */
const MIN_MENTIONS = 2;

/** Two events of the same name are farther apart. */
const SAME_EVENT_DAYS = 31;

function distance(a: string, b: string): number {
  return Math.abs(daysBetween(a, b) ?? Number.POSITIVE_INFINITY);
}
