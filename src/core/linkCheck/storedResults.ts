import type { Finding, Reason, Verdict } from './response.ts';

/** What was found of an address, and when, in milliseconds since 1970. */
export interface StoredResult extends Finding {
  readonly at: number;
}

/** Whether a site need not be asked again: what is there stays for a week, what is gone for a day. */
export function isFresh({ verdict, at }: StoredResult, now: number): boolean {
  return at <= now && now - at < FRESH[verdict];
}

const HOUR = 3_600_000;

const FRESH: Readonly<Record<Verdict, number>> = { there: 7 * 24 * HOUR, gone: 24 * HOUR, unsure: HOUR };

/** Checks as they are kept between sessions: the newest twenty thousand. */
export function writeChecks(checks: ReadonlyMap<string, StoredResult>): string {
  const newest = [...checks].sort(([, a], [, b]) => b.at - a.at).slice(0, MOST);
  return JSON.stringify(newest.map(([address, { verdict, because, at }]) => [address, verdict, because, at]));
}

const MOST = 20_000;

/** Checks that were kept; what is none of them is left out. */
export function readChecks(text: string): Map<string, StoredResult> {
  const checks = new Map<string, StoredResult>();
  for (const row of rowsOf(text)) {
    if (!Array.isArray(row)) continue;
    const [address, verdict, because, at] = row as readonly unknown[];
    if (typeof address !== 'string' || !isVerdict(verdict) || !isBecause(because) || typeof at !== 'number') continue;
    checks.set(address, { verdict, because, at });
  }
  return checks;
}

function rowsOf(text: string): readonly unknown[] {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

function isVerdict(value: unknown): value is Verdict {
  return value === 'there' || value === 'gone' || value === 'unsure';
}

function isBecause(value: unknown): value is Reason {
  return typeof value === 'number' || (typeof value === 'string' && WORDS.has(value));
}

const WORDS: ReadonlySet<string> = new Set<Reason & string>([
  'timeout',
  'unreachable',
  'loop',
  'elsewhere',
  'not-asked',
]);
