import type { Day } from '../entry/day.ts';
import { isDate } from './calendar.ts';
import { offsetMs, withColon } from './timestamp.ts';
import { findTimeZone, isTime, offsetsOn, type TimeZone, utcOffsetMsAt } from './timeZone.ts';

/** The time zone that the entries of an archive were written in. */
export interface InferredTimeZone {
  readonly zone: TimeZone;
  /** The number of entries whose offset is the zone's. */
  readonly witnesses: number;
  /** The offsets of those entries. The zone's other offsets are uncertain: the entries of a winter fit both Denver and Phoenix. */
  readonly offsets: readonly string[];
}

/** The number of entries that must agree on a zone before the offsets of other entries are judged by it. */
const MIN_WITNESSES = 10;

const FOUR_WEEKS_MS = 28 * 86_400_000;

const AVERAGE_YEAR_MS = 31_556_952_000;

/**
 * The zone that best fits the dates, times and offsets of the published entries. Among equals, the preferred one wins, then the
 * most widely used. Up to 2 % of the entries may not fit, or up to two if at least ten do; otherwise the result is undefined.
 */
export function inferTimeZone(days: readonly Day[], preferred?: string): InferredTimeZone | undefined {
  const evidence = evidenceOf(days);
  const maxMisfits = Math.max(
    Math.floor(evidence.length / 50),
    Math.min(2, Math.max(0, evidence.length - MIN_WITNESSES)),
  );
  const runs = runsOf(evidence);
  if (runs.length === 0 || !isPlausible(evidence, runs, maxMisfits)) return undefined;
  const likelyZones = preferred === undefined ? WIDELY_USED_ZONES : [preferred, ...WIDELY_USED_ZONES];
  const fit = bestFit(likelyZones, runs, maxMisfits) ?? bestFit(Intl.supportedValuesOf('timeZone'), runs, maxMisfits);
  return fit && { zone: fit.zone, witnesses: evidence.length - fit.misfits, offsets: fit.offsets };
}

/**
 * The valid offsets for an entry of this date and time, judging by the archive; undefined if the archive has too few entries to
 * tell.
 */
export function offsetsByArchive(
  date: string,
  time: string,
  inferred: InferredTimeZone,
): readonly string[] | undefined {
  if (inferred.witnesses < MIN_WITNESSES) return undefined;
  const offsets = offsetsOn(date, time, inferred.zone);
  return offsets.every((offset) => inferred.offsets.includes(offset)) ? offsets : undefined;
}

/** One zone for each set of clock rules that many people live by. Of zones that agree in one season, the more populous comes first. */
const WIDELY_USED_ZONES = [
  ...['America/Los_Angeles', 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix'],
  ...['Europe/London', 'Europe/Paris', 'UTC', 'Asia/Kolkata', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney'],
  ...['America/Mexico_City', 'America/Guatemala', 'America/Bogota', 'America/Caracas', 'America/Halifax'],
  ...['America/Sao_Paulo', 'America/Argentina/Buenos_Aires', 'America/Santiago', 'America/St_Johns'],
  ...['America/Havana', 'America/Anchorage', 'Pacific/Honolulu', 'Africa/Lagos', 'Africa/Casablanca'],
  ...['Europe/Athens', 'Africa/Cairo', 'Africa/Johannesburg', 'Asia/Jerusalem', 'Europe/Istanbul', 'Asia/Tehran'],
  ...['Asia/Dubai', 'Asia/Kabul', 'Asia/Karachi', 'Asia/Kathmandu', 'Asia/Dhaka', 'Asia/Yangon', 'Asia/Jakarta'],
  ...['Australia/Adelaide', 'Australia/Darwin', 'Australia/Brisbane', 'Pacific/Auckland'],
];

interface Evidence {
  /** Milliseconds since 1970 UTC. */
  readonly instant: number;
  readonly offset: string;
}

/** Consecutive entries with the same offset. */
interface Run {
  readonly offset: string;
  readonly utcOffsetMs: number;
  readonly instants: readonly number[];
}

interface Fit {
  readonly zone: TimeZone;
  /** The number of entries that do not fit the zone. */
  readonly misfits: number;
  readonly offsets: readonly string[];
}

function evidenceOf(days: readonly Day[]): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const { date, time, offset: written, draft } of days) {
    if (draft || date === undefined || time === undefined || written === undefined) continue;
    const offset = withColon(written);
    if (!isDate(date) || !isTime(time) || !/^[+-]\d\d:\d\d$/.test(offset)) continue;
    evidence.push({ instant: Date.parse(`${date}T${time}Z`) - offsetMs(offset), offset });
  }
  return evidence.sort((a, b) => a.instant - b.instant);
}

/** The runs of the evidence, longest first, since they rule out a zone soonest. */
function runsOf(evidence: readonly Evidence[]): readonly Run[] {
  const runs: { offset: string; utcOffsetMs: number; instants: number[] }[] = [];
  for (const { instant, offset } of evidence) {
    const last = runs.at(-1);
    if (last?.offset === offset) last.instants.push(instant);
    else runs.push({ offset, utcOffsetMs: offsetMs(offset), instants: [instant] });
  }
  return runs.sort((a, b) => b.instants.length - a.instants.length);
}

/**
 * Whether the number of runs is one that a time zone can produce: no zone changes its clocks more than four times a year, and a wrong
 * entry adds two changes.
 */
function isPlausible(evidence: readonly Evidence[], runs: readonly Run[], maxMisfits: number): boolean {
  const years = ((evidence.at(-1)?.instant ?? 0) - (evidence[0]?.instant ?? 0)) / AVERAGE_YEAR_MS;
  return runs.length - 1 <= 4 * (years + 1) + 2 * maxMisfits;
}

function bestFit(zoneNames: readonly string[], runs: readonly Run[], maxMisfits: number): Fit | undefined {
  let best: Fit | undefined;
  for (const name of zoneNames) {
    const zone = findTimeZone(name);
    const fit = zone && fitOf(zone, runs, best ? best.misfits - 1 : maxMisfits);
    if (fit) best = fit;
    if (fit?.misfits === 0) break;
  }
  return best;
}

/** How well the zone fits; undefined if more than `maxMisfits` entries do not fit. */
function fitOf(zone: TimeZone, runs: readonly Run[], maxMisfits: number): Fit | undefined {
  let misfits = 0;
  const offsets = new Set<string>();
  for (const { offset, utcOffsetMs, instants } of runs) {
    const runMisfits = countMisfits(instants, utcOffsetMs, zone, maxMisfits - misfits);
    misfits += runMisfits;
    if (misfits > maxMisfits) return undefined;
    if (runMisfits < instants.length) offsets.add(offset);
  }
  return { zone, misfits, offsets: [...offsets] };
}

/**
 * The number of instants at which the zone has another offset. Samples one instant in four weeks; only between two samples that
 * disagree does it check each one. Stops early above `maxMisfits`.
 */
function countMisfits(instants: readonly number[], utcOffsetMs: number, zone: TimeZone, maxMisfits: number): number {
  const isMisfit = (instant: number): boolean => utcOffsetMsAt(instant, zone) !== utcOffsetMs;
  let misfits = 0;
  let sampleIndex = -1;
  let wasMisfit = false;
  for (const [index, instant] of instants.entries()) {
    const isLast = index === instants.length - 1;
    if (sampleIndex >= 0 && !isLast && instant - (instants[sampleIndex] ?? 0) < FOUR_WEEKS_MS) continue;
    const misfit = isMisfit(instant);
    const between = instants.slice(sampleIndex + 1, index);
    if (misfit) misfits++;
    if (misfit !== wasMisfit) misfits += between.filter(isMisfit).length;
    else if (misfit) misfits += between.length;
    if (misfits > maxMisfits) break;
    sampleIndex = index;
    wasMisfit = misfit;
  }
  return misfits;
}
