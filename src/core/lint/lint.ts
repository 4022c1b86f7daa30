import type { Entry } from '../entry/entry.ts';
import type { Stage } from '../entry/stage.ts';
import { ruleEntryOf } from './findingsOf.ts';
import {
  MAX_FINDINGS_PER_RULE,
  type Problem,
  type Rule,
  type RuleContext,
  type RuleEntry,
  type Severity,
} from './rule.ts';
import { rules } from './rules/index.ts';
import { withoutSuppressed } from './suppress.ts';
import { withoutHarm } from './withoutHarm.ts';

/** Severities by rule id, as a newsroom configures them. Rules that are not listed keep their own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** An entry to lint, and what is known beyond its text. */
export interface LintInput {
  readonly entry: Entry;
  readonly context: RuleContext;
}

/** Returns the problems of an entry in text order, without those that the writer has suppressed. */
export function lint(entry: Entry, context: RuleContext, severities: Severities = NO_SEVERITIES): Problem[] {
  const [problems = []] = lintBatch([{ entry, context }], severities);
  return problems;
}

/** Lints the entries of an archive as `lint` does, in two thirds of the time. Yields each with its problems. */
export function* lintEach(
  inputs: Iterable<LintInput>,
  severities: Severities = NO_SEVERITIES,
): Generator<readonly [LintInput, readonly Problem[]]> {
  for (const batch of batchesOf(inputs)) {
    const problems = lintBatch(batch, severities);
    for (const [index, input] of batch.entries()) yield [input, problems[index] ?? []];
  }
}

function* batchesOf(inputs: Iterable<LintInput>): Generator<readonly LintInput[]> {
  let batch: LintInput[] = [];
  let chars = 0;
  for (const input of inputs) {
    batch.push(input);
    chars += input.entry.text.length;
    if (batch.length < BATCH_SIZE && chars < MAX_BATCH_CHARS) continue;
    yield batch;
    batch = [];
    chars = 0;
  }
  if (batch.length > 0) yield batch;
}

/** A processor's caches hold about as many entries of ordinary length beside the code of a rule. */
const BATCH_SIZE = 16;

/** So that very long entries do not add up in memory. */
const MAX_BATCH_CHARS = 1_000_000;

/** The problems of each entry. A rule checks all of them before the next one does: the caches hold its code, but not that of all rules. */
function lintBatch(inputs: readonly LintInput[], severities: Severities): readonly Problem[][] {
  const checks = inputs.map(({ entry, context }): Check => ({ entry: ruleEntryOf(entry), context, problems: [] }));
  for (const stage of STAGES) {
    const ofStage = checks.filter(({ context }) => context.stage === stage);
    if (ofStage.length === 0) continue;
    for (const ruleToRun of rulesToRun(severities, stage)) {
      for (const check of ofStage) addProblems(check, ruleToRun);
    }
  }
  return checks.map(({ problems }, index) => {
    const entry = inputs[index]?.entry;
    if (!entry || problems.length === 0) return problems;
    return withoutSuppressed(entry, problems).sort((a, b) => a.from - b.from || a.to - b.to);
  });
}

const STAGES: readonly Stage[] = ['draft', 'published'];

/** An entry as rules see it, and its problems so far. */
interface Check {
  readonly entry: RuleEntry;
  readonly context: RuleContext;
  readonly problems: Problem[];
}

const NO_SEVERITIES: Severities = {};

function addProblems({ entry, context, problems }: Check, ruleToRun: RuleToRun): void {
  const found = ruleToRun.check(entry, context);
  if (found.length === 0) return; // nearly always
  const { id, severity, isConfigured } = ruleToRun;
  const findings = withoutHarm(entry, found, ruleToRun.reaches);
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
