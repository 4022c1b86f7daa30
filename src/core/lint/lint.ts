import type { Entry } from '../entry/entry.ts';
import type { Problem, Surroundings } from './rule.ts';
import { rules } from './rules/index.ts';

/** Every problem of an entry, in the order of the text. */
export function lint(entry: Entry, surroundings: Surroundings): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const severity = rule.severity[surroundings.stage];
    for (const finding of rule.check(entry, surroundings)) problems.push({ ...finding, rule: rule.id, severity });
  }
  return problems.sort((a, b) => a.from - b.from || a.to - b.to);
}
