import type { Day } from '../entry/day.ts';
import { isDate } from './calendar.ts';
import { isTime, offsetsOn, shiftAt, type TimeZone, timeZoneOf } from './timeZone.ts';

/** The time zone that an archive shows. */
export interface InferredTimeZone {
  readonly zone: TimeZone;
  /** How many entries have the zone's offset. */
  readonly witnesses: number;
  /** The offsets that they have. Of the zone's others nothing is known: a winter's entries do not tell Denver from Phoenix. */
  readonly offsets: readonly string[];
}

/** How many entries must show a zone before it can tell others that they are wrong. */
const ENOUGH = 10;

const FOUR_WEEKS = 28 * 86_400_000;

/**
 * The zone that best fits the dates, times and offsets of the published entries, of equals the preferred one, then the
 * most widely used. All but 2 % must fit (of few entries, all but two, where ten do); else undefined.
 */
export function inferTimeZone(days: readonly Day[], preferred?: string): InferredTimeZone | undefined {
  const evidence = evidenceOf(days);
  const allowed = Math.max(Math.floor(evidence.length / 50), Math.min(2, Math.max(0, evidence.length - ENOUGH)));
  const runs = runsOf(evidence);
  if (runs.length === 0 || !couldBeClocks(evidence, runs, allowed)) return undefined;
  const likely = preferred === undefined ? WIDELY_USED : [preferred, ...WIDELY_USED];
  const fit = bestFit(likely, runs, allowed) ?? bestFit(Intl.supportedValuesOf('timeZone'), runs, allowed);
  return fit && { zone: fit.zone, witnesses: evidence.length - fit.misfits, offsets: fit.offsets };
}

/**
 * The offsets that an entry of this date and time may have, by what the archive shows; undefined where it shows too
 * little to judge.
 */
export function offsetsShown(date: string, time: string, inferred: InferredTimeZone): readonly string[] | undefined {
  if (inferred.witnesses < ENOUGH) return undefined;
  const offsets = offsetsOn(date, time, inferred.zone);
  return offsets.every((offset) => inferred.offsets.includes(offset)) ? offsets : undefined;
}

/** One zone for each way of keeping the clocks that many people live by; of those alike in a season, the more populous first. */
const WIDELY_USED = [
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

/** Entries with the same offset that follow each other. */
interface Run {
  readonly offset: string;
  readonly shift: number;
  readonly instants: readonly number[];
}

interface Fit {
  readonly zone: TimeZone;
  readonly misfits: number;
  readonly offsets: readonly string[];
}

function evidenceOf(days: readonly Day[]): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const { date, time, offset, draft } of days) {
    if (draft || date === undefined || time === undefined || offset === undefined) continue;
    if (!isDate(date) || !isTime(time) || !/^[+-]\d\d:\d\d$/.test(offset)) continue;
    evidence.push({ instant: Date.parse(`${date}T${time}Z`) - shiftNamed(offset), offset });
  }
  return evidence.sort((a, b) => a.instant - b.instant);
}

/** The runs of the evidence, the longest first: they decide soonest. */
function runsOf(evidence: readonly Evidence[]): readonly Run[] {
  const runs: { offset: string; shift: number; instants: number[] }[] = [];
  for (const { instant, offset } of evidence) {
    const last = runs.at(-1);
    if (last?.offset === offset) last.instants.push(instant);
    else runs.push({ offset, shift: shiftNamed(offset), instants: [instant] });
  }
  return runs.sort((a, b) => b.instants.length - a.instants.length);
}

/** No zone changes its clocks more than four times a year, and a wrong entry makes two changes of its own. */
function couldBeClocks(evidence: readonly Evidence[], runs: readonly Run[], allowed: number): boolean {
  const years = ((evidence.at(-1)?.instant ?? 0) - (evidence[0]?.instant ?? 0)) / 31_556_952_000;
  return runs.length - 1 <= 4 * (years + 1) + 2 * allowed;
}

function bestFit(names: readonly string[], runs: readonly Run[], allowed: number): Fit | undefined {
  let best: Fit | undefined;
  for (const name of names) {
    const zone = timeZoneOf(name);
    const fit = zone && fitOf(zone, runs, best ? best.misfits - 1 : allowed);
    if (fit) best = fit;
    if (fit?.misfits === 0) break;
  }
  return best;
}

/** How the zone fits; undefined where more than `allowed` entries do not. */
function fitOf(zone: TimeZone, runs: readonly Run[], allowed: number): Fit | undefined {
  let misfits = 0;
  const offsets = new Set<string>();
  for (const { offset, shift, instants } of runs) {
    const missing = misfitsOf(instants, shift, zone, allowed - misfits);
    misfits += missing;
    if (misfits > allowed) return undefined;
    if (missing < instants.length) offsets.add(offset);
  }
  return { zone, misfits, offsets: [...offsets] };
}

/** Asks for one entry in four weeks; only between two that differ, for each. Stops where more than `allowed` misfit. */
function misfitsOf(instants: readonly number[], shift: number, zone: TimeZone, allowed: number): number {
  const misfit = (instant: number): boolean => shiftAt(instant, zone) !== shift;
  let misfits = 0;
  let asked = -1;
  let before = false;
  for (const [index, instant] of instants.entries()) {
    if (asked >= 0 && index < instants.length - 1 && instant - (instants[asked] ?? 0) < FOUR_WEEKS) continue;
    const now = misfit(instant);
    const between = instants.slice(asked + 1, index);
    if (now) misfits++;
    if (now !== before) misfits += between.filter(misfit).length;
    else if (now) misfits += between.length;
    if (misfits > allowed) break;
    asked = index;
    before = now;
  }
  return misfits;
}

function shiftNamed(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset[0] === '-' ? -minutes : minutes) * 60_000;
}
