import type { Entry } from '../entry/entry.ts';
import type { Problem, Severity, Surroundings } from './rule.ts';
import { rules } from './rules/index.ts';
import { unsilenced } from './suppress.ts';

/** How loud rules are where a newsroom wants it otherwise; a rule that is not named keeps its own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Every problem of an entry that the writer has not silenced, in the order of the text. */
export function lint(entry: Entry, surroundings: Surroundings, severities: Severities = {}): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const chosen = severities[rule.id];
    if (chosen === 'off' || (rule.optIn && chosen === undefined)) continue;
    for (const finding of rule.check(entry, surroundings)) {
      const severity = chosen ?? finding.severity ?? rule.severity[surroundings.stage];
      problems.push({ ...finding, rule: rule.id, severity });
    }
  }
  return unsilenced(entry, problems).sort((a, b) => a.from - b.from || a.to - b.to);
}
