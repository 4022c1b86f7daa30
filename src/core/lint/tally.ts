import type { Severity } from './rule.ts';

/** `2 errors, 1 warning`: how many problems there are of each kind, the loudest first; `No problems` where there is none. */
export function tally(problems: Iterable<{ readonly severity: Severity }>): string {
  const counts = new Map<Severity, number>();
  for (const { severity } of problems) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const parts = LOUDEST_FIRST.flatMap((severity) => {
    const count = counts.get(severity);
    return count === undefined ? [] : [numbered(count, severity)];
  });
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}

const LOUDEST_FIRST: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** `1 entry`, `2 entries` */
export function numbered(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
