import type { Entry } from '../entry/entry.ts';
import {
  type Finding,
  MOST_FINDINGS,
  type Problem,
  type Rule,
  type RuleContext,
  type Severity,
  type Stage,
} from './rule.ts';
import { rules } from './rules/index.ts';
import { unsilenced } from './suppress.ts';

/** How loud rules are where a newsroom wants it otherwise; a rule that is not named keeps its own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Every problem of an entry that the writer has not silenced, in the order of the text. */
export function lint(entry: Entry, surroundings: RuleContext, severities: Severities = NONE): Problem[] {
  const problems: Problem[] = [];
  const asked = askedFor(severities, surroundings.stage);
  for (const rule of asked) {
    const findings = rule.check(entry, surroundings);
    if (findings.length > 0) addProblems(problems, findings, rule); // nearly always there are none
  }
  if (problems.length === 0) return problems;
  return unsilenced(entry, problems).sort((a, b) => a.from - b.from || a.to - b.to);
}

const NONE: Severities = {};

function addProblems(problems: Problem[], findings: readonly Finding[], { id, severity, isSet }: Asked): void {
  for (const finding of findings.length > MOST_FINDINGS ? findings.slice(0, MOST_FINDINGS) : findings) {
    problems.push({ ...finding, rule: id, severity: isSet ? severity : (finding.severity ?? severity) });
  }
}

/** A rule that is to speak. */
interface Asked {
  readonly id: string;
  readonly check: Rule['check'];
  readonly severity: Severity;
  /** Whether the severity is a setting, which goes before a finding's own. */
  readonly isSet: boolean;
}

/** Worked out once for an archive, whose entries share their settings. */
function askedFor(severities: Severities, stage: Stage): readonly Asked[] {
  let stages = known.get(severities);
  if (!stages) {
    stages = { draft: listFor(severities, 'draft'), published: listFor(severities, 'published') };
    known.set(severities, stages);
  }
  return stages[stage];
}

const known = new WeakMap<Severities, Readonly<Record<Stage, readonly Asked[]>>>();

function listFor(severities: Severities, stage: Stage): readonly Asked[] {
  return rules.flatMap((rule) => {
    const set = severities[rule.id];
    const severity = set ?? rule.severity[stage];
    return severity === 'off' ? [] : [{ id: rule.id, check: rule.check, severity, isSet: set !== undefined }];
  });
}
