import type { Recall } from './knownFaults.ts';
import type { ArchiveProblem } from './lintArchive.ts';
import type { Outcome } from './writerFixes.ts';

/** A reviewer's verdict on a problem that is not on the list of known faults. */
export type Verdict = 'true' | 'arguable' | 'false';

export interface Report {
  readonly problems: readonly ArchiveProblem[];
  readonly classes: readonly Recall[];
  readonly unlisted: readonly ArchiveProblem[];
  readonly outcomes: readonly Outcome[];
  /** The verdicts by the key of the problem. */
  readonly reviewed: Readonly<Record<string, Verdict>>;
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

/** Prints the report. `--misses`, `--unreviewed` and `--rule <id>` list the cases as well. */
export function printReport(report: Report, flags: readonly string[]): void {
  printRules(report.problems);
  printRecall(report.classes, flags.includes('--misses'));
  printWriterFixes(report.outcomes, flags.includes('--misses'));
  printReviewed(report, flags.includes('--unreviewed'));
  const rule = flags[flags.indexOf('--rule') + 1];
  if (flags.includes('--rule')) {
    for (const { key, severity, message, excerpt } of report.problems.filter((problem) => problem.rule === rule)) {
      print(`  ${key} ${severity}: ${message}\n      ${excerpt}`);
    }
  }
}

function print(line = ''): void {
  console.log(line);
}

function printHeading(text: string): void {
  print(`\n${text}\n`);
}

function printRules(problems: readonly ArchiveProblem[]): void {
  printHeading('Findings');
  print(row(['rule', ...SEVERITIES]));
  for (const rule of [...new Set(problems.map((problem) => problem.rule))].sort()) {
    print(row([rule, ...countBySeverity(problems.filter((problem) => problem.rule === rule)).map(blankIfZero)]));
  }
  print(row(['all', ...countBySeverity(problems)]));
  const lines = new Map<string, number>();
  for (const { path, line } of problems) lines.set(`${path}:${line}`, (lines.get(`${path}:${line}`) ?? 0) + 1);
  const withSeveral = [...lines.values()].filter((count) => count > 1).length;
  print(`\n${lines.size} lines have problems, ${withSeveral} of them more than one.`);
}

function countBySeverity(problems: readonly ArchiveProblem[]): number[] {
  return SEVERITIES.map((severity) => problems.filter((problem) => problem.severity === severity).length);
}

function printRecall(classes: readonly Recall[], withMisses: boolean): void {
  printHeading('Known faults that the rules find');
  print(row(['class', 'found', 'of', '', 'rejected']));
  for (const severity of new Set(classes.map((recall) => recall.severity))) {
    const group = classes.filter((recall) => recall.severity === severity);
    for (const { class: kind, found, missed, rejected } of group) {
      const total = found + missed.length;
      print(row([`  ${kind}`, found, total, percent(found, total), blankIfZero(rejected.length)]));
      if (withMisses)
        for (const { path, line, detail } of missed) print(`      ${path}:${line} ${detail.slice(0, 80)}`);
    }
    const found = sum(group.map((recall) => recall.found));
    const total = found + sum(group.map((recall) => recall.missed.length));
    print(row([severity, found, total, percent(found, total), sum(group.map((recall) => recall.rejected.length))]));
  }
}

function printWriterFixes(outcomes: readonly Outcome[], withMisses: boolean): void {
  printHeading('Faults that writers have fixed: found before the fix, and the result of our fixes');
  print(row(['class', 'found', 'of', '', 'same', 'well', 'wrong', 'offered', 'none', 'excluded']));
  for (const severity of new Set(outcomes.map(({ row }) => row.severity))) {
    const group = outcomes.filter(({ row }) => row.severity === severity);
    for (const kind of new Set(group.map(({ row }) => row.class))) {
      const ofClass = group.filter(({ row }) => row.class === kind);
      print(outcomeRow(`  ${kind}`, ofClass));
      if (!withMisses) continue;
      for (const { row, exclusionReason, otherRules } of ofClass.filter(({ found }) => !found)) {
        const line = `${row.before_line.slice(0, 60)} … ${row.before_line.slice(-160)}`;
        print(`      ${exclusionReason ?? 'missed'} [${otherRules}] ${row.path} ${line}`);
      }
      for (const { row, fixedLine } of ofClass.filter(({ fixQuality }) => fixQuality === 'wrong')) {
        print(`      wrong ${row.path} ${fixedLine?.slice(-300)}`);
      }
    }
    print(outcomeRow(severity, group));
  }
  const withoutOthers = outcomes.filter(({ row }) => ['hard', 'soft', 'text'].includes(row.severity));
  print(outcomeRow('hard, soft and text', withoutOthers));
  print(outcomeRow('all', outcomes));
}

function outcomeRow(name: string, outcomes: readonly Outcome[]): string {
  const included = outcomes.filter(({ exclusionReason }) => !exclusionReason);
  const found = included.filter((outcome) => outcome.found).length;
  const qualities = ['same', 'well-formed', 'wrong', 'offered', 'none'] as const;
  return row([
    name,
    found,
    included.length,
    percent(found, included.length),
    ...qualities.map((quality) => blankIfZero(included.filter(({ fixQuality }) => fixQuality === quality).length)),
    blankIfZero(outcomes.length - included.length),
  ]);
}

function printReviewed({ unlisted, reviewed }: Report, withUnreviewed: boolean): void {
  printHeading('Problems that are not known faults, by verdict');
  const verdicts = ['true', 'arguable', 'false', undefined] as const;
  print(row(['', 'true', 'arguable', 'false', 'unreviewed']));
  for (const severity of ['error', 'warning'] as const) {
    const problems = unlisted.filter((problem) => problem.severity === severity);
    const counts = verdicts.map((verdict) => problems.filter(({ key }) => reviewed[key] === verdict).length);
    print(row([severity, ...counts]));
    if (!withUnreviewed) continue;
    for (const { key, message, excerpt } of problems) {
      if (reviewed[key] === undefined) print(`  ${key}: ${message}\n      ${excerpt}`);
    }
  }
  const keys = new Set(unlisted.map(({ key }) => key));
  const stale = Object.keys(reviewed).filter((key) => !keys.has(key)).length;
  if (stale > 0) print(`${stale} reviewed problems are no longer reported.`);
}

function blankIfZero(count: number): number | string {
  return count || '';
}

function percent(part: number, total: number): string {
  return total === 0 ? '' : `${((part / total) * 100).toFixed(1)} %`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function row([name, ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(38)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
}
