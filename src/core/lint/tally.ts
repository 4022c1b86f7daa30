import { plural } from '../text/plural.ts';
import type { Severity } from './rule.ts';

/** Counts problems by severity, most severe first: `2 errors, 1 warning`, or `No problems`. */
export function tally(problems: Iterable<{ readonly severity: Severity }>): string {
  const counts = new Map<Severity, number>();
  for (const { severity } of problems) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const parts = MOST_SEVERE_FIRST.flatMap((severity) => {
    const count = counts.get(severity);
    return count === undefined ? [] : [plural(count, severity)];
  });
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}

const MOST_SEVERE_FIRST: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
