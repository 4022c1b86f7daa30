import type { Found } from './archive.ts';
import type { Recall } from './known.ts';
import type { Outcome } from './mended.ts';

/** What a reader said of a problem that no list of known faults has. */
export type Verdict = 'true' | 'arguable' | 'false';

export interface Report {
  readonly found: readonly Found[];
  readonly classes: readonly Recall[];
  readonly unknown: readonly Found[];
  readonly outcomes: readonly Outcome[];
  /** By the key of a problem. */
  readonly reviewed: Readonly<Record<string, Verdict>>;
}

/** Writes the report; `--misses`, `--unreviewed` and `--rule <id>` add what stands behind the counts. */
export function printReport(report: Report, flags: readonly string[]): void {
  printRules(report.found);
  printRecall(report.classes, flags.includes('--misses'));
  printMends(report.outcomes, flags.includes('--misses'));
  printReviewed(report, flags.includes('--unreviewed'));
  const rule = flags[flags.indexOf('--rule') + 1];
  if (flags.includes('--rule')) {
    for (const { key, severity, message, excerpt } of report.found.filter((one) => one.rule === rule)) {
      print(`  ${key} ${severity}: ${message}\n      ${excerpt}`);
    }
  }
}

function print(line = ''): void {
  console.log(line);
}

function heading(words: string): void {
  print(`\n${words}\n`);
}

function printRules(found: readonly Found[]): void {
  heading('Findings');
  const severities = ['error', 'warning', 'info', 'hint'] as const;
  print(row(['rule', ...severities]));
  for (const rule of [...new Set(found.map((one) => one.rule))].sort()) {
    const own = found.filter((one) => one.rule === rule);
    print(row([rule, ...severities.map((severity) => own.filter((one) => one.severity === severity).length || '')]));
  }
  print(row(['all', ...severities.map((severity) => found.filter((one) => one.severity === severity).length)]));
  const lines = new Map<string, number>();
  for (const { path, line } of found) lines.set(`${path}:${line}`, (lines.get(`${path}:${line}`) ?? 0) + 1);
  print(
    `\n${lines.size} lines have problems, ${[...lines.values()].filter((count) => count > 1).length} of them more than one.`,
  );
}

function printRecall(classes: readonly Recall[], withMisses: boolean): void {
  heading('Known faults that are found');
  print(row(['class', 'found', 'of', '', 'unfit']));
  for (const severity of new Set(classes.map((one) => one.severity))) {
    const own = classes.filter((one) => one.severity === severity);
    for (const { class: kind, found, missed, unfit } of own) {
      print(
        row([`  ${kind}`, found, found + missed.length, percent(found, found + missed.length), unfit.length || '']),
      );
      if (withMisses)
        for (const { path, line, detail } of missed) print(`      ${path}:${line} ${detail.slice(0, 80)}`);
    }
    const found = sum(own.map((one) => one.found));
    const all = found + sum(own.map((one) => one.missed.length));
    print(row([severity, found, all, percent(found, all), sum(own.map((one) => one.unfit.length))]));
  }
}

function printMends(outcomes: readonly Outcome[], withMisses: boolean): void {
  heading('Faults that writers mended: found before, and what fixes make of them');
  print(row(['class', 'found', 'of', '', 'same', 'well', 'wrong', 'offer', 'none', 'unfit']));
  for (const severity of new Set(outcomes.map(({ row: { severity } }) => severity))) {
    const own = outcomes.filter(({ row }) => row.severity === severity);
    for (const kind of new Set(own.map(({ row }) => row.class))) {
      const some = own.filter(({ row }) => row.class === kind);
      print(mendRow(`  ${kind}`, some));
      if (!withMisses) continue;
      for (const {
        row: { path, before_line },
        unfit,
        found,
        others,
      } of some) {
        if (!found)
          print(
            `      ${unfit ?? 'missed'} [${others}] ${path} ${before_line.slice(0, 60)} … ${before_line.slice(-160)}`,
          );
      }
      for (const {
        row: { path },
        made,
        repair,
      } of some) {
        if (repair === 'wrong') print(`      wrong ${path} ${made?.slice(-300)}`);
      }
    }
    print(mendRow(severity, own));
  }
  print(
    mendRow(
      'hard, soft and text',
      outcomes.filter(({ row }) => ['hard', 'soft', 'text'].includes(row.severity)),
    ),
  );
  print(mendRow('all', outcomes));
}

function mendRow(name: string, outcomes: readonly Outcome[]): string {
  const fit = outcomes.filter(({ unfit }) => !unfit);
  const found = fit.filter((one) => one.found).length;
  const repaired = (repair: Outcome['repair']) => fit.filter((one) => one.repair === repair).length || '';
  const kinds = ['same', 'well-formed', 'wrong', 'offered', 'none'] as const;
  return row([
    name,
    found,
    fit.length,
    percent(found, fit.length),
    ...kinds.map(repaired),
    outcomes.length - fit.length || '',
  ]);
}

function printReviewed({ unknown, reviewed }: Report, withUnreviewed: boolean): void {
  heading('Reported but not known: what a reader said of it');
  const verdicts = ['true', 'arguable', 'false', undefined] as const;
  print(row(['', 'true', 'arguable', 'false', 'unreviewed']));
  for (const severity of ['error', 'warning'] as const) {
    const own = unknown.filter((one) => one.severity === severity);
    print(row([severity, ...verdicts.map((verdict) => own.filter(({ key }) => reviewed[key] === verdict).length)]));
    if (!withUnreviewed) continue;
    for (const { key, message, excerpt } of own) {
      if (reviewed[key] === undefined) print(`  ${key}: ${message}\n      ${excerpt}`);
    }
  }
  const keys = new Set(unknown.map(({ key }) => key));
  const stale = Object.keys(reviewed).filter((key) => !keys.has(key)).length;
  if (stale > 0) print(`${stale} reviewed problems are no longer reported.`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((part / whole) * 100).toFixed(1)} %`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function row([name, ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(38)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
}
