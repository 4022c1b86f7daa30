import type { Entry } from '../entry/entry.ts';
import type { Stage } from '../entry/stage.ts';
import { ruleEntryOf } from './findingsOf.ts';
import {
  type Finding,
  MAX_FINDINGS_PER_RULE,
  type Problem,
  type Rule,
  type RuleContext,
  type Severity,
} from './rule.ts';
import { rules } from './rules/index.ts';
import { withoutSuppressed } from './suppress.ts';
import { withoutHarm } from './withoutHarm.ts';

/** Severities by rule id, as a newsroom configures them. Rules that are not listed keep their own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Returns the problems of an entry in text order, without those that the writer has suppressed. */
export function lint(entry: Entry, context: RuleContext, severities: Severities = NO_SEVERITIES): Problem[] {
  const problems: Problem[] = [];
  const ruleEntry = ruleEntryOf(entry);
  for (const ruleToRun of rulesToRun(severities, context.stage)) {
    const findings = ruleToRun.check(ruleEntry, context);
    // Nearly always empty.
    if (findings.length > 0) addProblems(problems, withoutHarm(ruleEntry, findings, ruleToRun.reaches), ruleToRun);
  }
  if (problems.length === 0) return problems;
  return withoutSuppressed(entry, problems).sort((a, b) => a.from - b.from || a.to - b.to);
}

const NO_SEVERITIES: Severities = {};

function addProblems(
  problems: Problem[],
  findings: readonly Finding[],
  { id, severity, isConfigured }: RuleToRun,
): void {
  for (const finding of findings.length > MAX_FINDINGS_PER_RULE ? findings.slice(0, MAX_FINDINGS_PER_RULE) : findings) {
    problems.push({ ...finding, rule: id, severity: isConfigured ? severity : (finding.severity ?? severity) });
  }
}

/** A rule that is not off, with the severity that applies. All have the same shape, which makes the loop over them faster. */
interface RuleToRun extends Pick<Rule, 'id' | 'check'> {
  readonly reaches: Rule['reaches'] | undefined;
  readonly severity: Severity;
  /** Whether the severity comes from a setting, which overrides the severity of a finding. */
  readonly isConfigured: boolean;
}

/** Cached by settings object, because all entries of an archive share it. */
function rulesToRun(severities: Severities, stage: Stage): readonly RuleToRun[] {
  let rulesByStage = cache.get(severities);
  if (!rulesByStage) {
    rulesByStage = { draft: rulesForStage(severities, 'draft'), published: rulesForStage(severities, 'published') };
    cache.set(severities, rulesByStage);
  }
  return rulesByStage[stage];
}

const cache = new WeakMap<Severities, Readonly<Record<Stage, readonly RuleToRun[]>>>();

function rulesForStage(severities: Severities, stage: Stage): readonly RuleToRun[] {
  return rules.flatMap(({ id, check, reaches, severity: defaults }) => {
    const configured = severities[id];
    const severity = configured ?? defaults[stage];
    if (severity === 'off') return [];
    return [{ id, check, reaches, severity, isConfigured: configured !== undefined }];
  });
}
