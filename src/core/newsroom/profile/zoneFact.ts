import { inferTimeZone } from '../../dates/inferTimeZone.ts';
import { toLocal } from '../../dates/localTimestamp.ts';
import { findTimeZone, offsetsOn, type TimeZone } from '../../dates/timeZone.ts';
import type { DatedEntry } from './archive.ts';
import { atMost, type Fact, factOf } from './fact.ts';
import { newestRunOf } from './newestRun.ts';
import { writtenDayOf } from './writtenDay.ts';

export interface ZoneForm {
  /** An IANA name. */
  readonly name: string;
  /** Where the name is from: the settings of the newsroom or the site, its entries, or the system. */
  readonly source: 'settings' | 'entries' | 'system';
  /** Whether dates are written in local time or in UTC; `noOffset`: they do not say. */
  readonly stamps: 'local' | 'utc' | 'noOffset';
}

export interface ZoneOptions {
  /** The zone in the settings; undefined if there is none. */
  readonly timezone: string | undefined;
  readonly systemZone: string;
}

/** The time zone of the log, and whether its dates are in it. */
export function zoneFact(entries: readonly DatedEntry[], { timezone, systemZone }: ZoneOptions): Fact<ZoneForm> {
  const configured = timezone === undefined ? undefined : findTimeZone(timezone);
  const run = newestRunOf(entries, stampsOf);
  const ofRun = run?.items ?? [];
  const since = run?.isChanged ? ofRun[0]?.day : undefined;
  if (run?.form === 'utc' && !ofRun.some((entry) => stampsOf(entry) === 'local')) {
    const { name, source } = configured
      ? { name: configured.name, source: 'settings' as const }
      : zoneOfFileNames(ofRun, systemZone);
    return factOf<ZoneForm, DatedEntry>(
      { name, source, stamps: 'utc' },
      ofRun,
      (entry) => stampsOf(entry) === 'utc',
      since,
    );
  }
  // Where most dates have no offset, the few that have one may be from anywhere.
  const inferred = configured ?? (run?.form === 'noOffset' ? undefined : inferredZone(ofRun, systemZone));
  const zone = inferred ?? findTimeZone(systemZone);
  const value: ZoneForm = {
    name: zone?.name ?? 'UTC',
    source: configured ? 'settings' : inferred ? 'entries' : 'system',
    stamps: run === undefined || run.form === 'noOffset' ? 'noOffset' : 'local',
  };
  const witnesses = value.stamps === 'noOffset' ? [] : ofRun.filter((entry) => stampsOf(entry) !== 'noOffset');
  const fact = factOf(value, witnesses, (entry) => zone !== undefined && isInZone(entry, zone), since);
  if (!inferred) return { ...fact, strength: 'guess' };
  // A configured zone is certain, unless most entries are from elsewhere.
  if (configured) return { ...fact, strength: fact.agree * 2 >= fact.total ? 'certain' : 'guess' };
  // The entries of a winter fit several zones, and so does an offset that is never changed.
  const hasClockChange = new Set(witnesses.map(({ timestamp }) => timestamp?.offset)).size > 1;
  return fact.total < MANY_ENTRIES || !hasClockChange ? atMost('likely', fact) : fact;
}

const MANY_ENTRIES = 30;

function stampsOf({ timestamp }: DatedEntry): ZoneForm['stamps'] | undefined {
  if (!timestamp) return undefined;
  if (timestamp.offset === undefined) return 'noOffset';
  return timestamp.offset === '+00:00' ? 'utc' : 'local';
}

function isInZone({ timestamp }: DatedEntry, zone: TimeZone): boolean {
  return timestamp?.offset !== undefined && offsetsOn(timestamp.date, timestamp.time, zone).includes(timestamp.offset);
}

/** The zone that the entries show or, if they are from several places, the newest of them. */
function inferredZone(entries: readonly DatedEntry[], systemZone: string): TimeZone | undefined {
  for (const newest of [entries, entries.slice(-50), entries.slice(-15)]) {
    const inferred = inferTimeZone(
      newest.map((entry) => writtenDayOf({ entry })),
      systemZone,
    );
    if (inferred) return inferred.zone;
  }
  return undefined;
}

/**
 * The zone in which moments written in UTC have the dates of their files' names. UTC itself unless a name says otherwise: then the
 * system's zone, or else a common one, if it explains them all.
 */
function zoneOfFileNames(entries: readonly DatedEntry[], systemZone: string): Pick<ZoneForm, 'name' | 'source'> {
  const named = entries.filter(({ file, timestamp }) => file.date !== undefined && timestamp?.form.time !== 'none');
  const isUtc = named.every(({ file, timestamp }) => file.date === timestamp?.date);
  if (isUtc) return { name: 'UTC', source: 'entries' };
  const fitting = [systemZone, ...CANDIDATES].find((name) => {
    const zone = findTimeZone(name);
    return zone && named.every((entry) => localDateOf(entry, zone) === entry.file.date);
  });
  return {
    name: fitting ?? systemZone,
    source: fitting === undefined || fitting === systemZone ? 'system' : 'entries',
  };
}

const CANDIDATES = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Chicago',
  'Europe/London',
  'Europe/Paris',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
];

function localDateOf({ timestamp }: DatedEntry, zone: TimeZone): string | undefined {
  if (timestamp?.offset === undefined) return undefined;
  const { date, time, offset } = timestamp;
  return toLocal({ date, time, offset }, (localDate, localTime) => offsetsOn(localDate, localTime, zone))?.date;
}
