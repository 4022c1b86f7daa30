import type { LinkResult, Reason, Verdict } from './response.ts';

export interface StoredResult extends LinkResult {
  /** In milliseconds since 1970. */
  readonly checkedAt: number;
}

/** Whether a result is recent enough that the page need not be checked again. */
export function isFresh({ verdict, checkedAt }: StoredResult, now: number): boolean {
  return checkedAt <= now && now - checkedAt < FRESH_MS[verdict];
}

const HOUR_MS = 3_600_000;

const FRESH_MS: Readonly<Record<Verdict, number>> = {
  available: 7 * 24 * HOUR_MS,
  gone: 24 * HOUR_MS,
  unverified: HOUR_MS,
};

/** Serializes the newest results by address, as a JSON array of rows: address, verdict, reason, time of the check. */
export function serializeResults(results: ReadonlyMap<string, StoredResult>): string {
  const newest = [...results].sort(([, a], [, b]) => b.checkedAt - a.checkedAt).slice(0, MAX_STORED_RESULTS);
  return JSON.stringify(
    newest.map(([address, { verdict, reason, checkedAt }]) => [address, verdict, reason, checkedAt]),
  );
}

const MAX_STORED_RESULTS = 20_000;

/** Parses serialized results, by address. Ignores rows that are malformed. */
export function parseResults(text: string): Map<string, StoredResult> {
  const results = new Map<string, StoredResult>();
  for (const row of parseRows(text)) {
    if (!Array.isArray(row)) continue;
    const [address, storedVerdict, storedReason, checkedAt] = row as readonly unknown[];
    const verdict = currentWord(storedVerdict);
    const reason = currentWord(storedReason);
    if (typeof address !== 'string' || typeof checkedAt !== 'number') continue;
    if (isVerdict(verdict) && isReason(reason)) results.set(address, { verdict, reason, checkedAt });
  }
  return results;
}

function parseRows(text: string): readonly unknown[] {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

/** Translates the words that older versions stored. */
function currentWord(value: unknown): unknown {
  return (typeof value === 'string' && FORMER_WORDS.get(value)) || value;
}

const FORMER_WORDS: ReadonlyMap<string, Verdict | Reason> = new Map<string, Verdict | Reason>([
  ['there', 'available'],
  ['unsure', 'unverified'],
  ['elsewhere', 'redirected'],
  ['not-asked', 'skipped'],
]);

function isVerdict(value: unknown): value is Verdict {
  return value === 'available' || value === 'gone' || value === 'unverified';
}

function isReason(value: unknown): value is Reason {
  return typeof value === 'number' || (typeof value === 'string' && REASON_WORDS.has(value));
}

const REASON_WORDS: ReadonlySet<string> = new Set<Reason & string>([
  'timeout',
  'unreachable',
  'loop',
  'private',
  'hidden',
  'redirected',
  'skipped',
]);
