import type { ForeignReport } from './foreignLog.ts';

/**
 * Prints what the rules find in a log of another writer, what fix-all edits, and the harm it does. `--edits` lists every edit, `--errors`
 * every error, `--warnings` every warning.
 */
export function printForeignReport(report: ForeignReport, flags: readonly string[]): void {
  const { name, entryCount, problems, fixes, harm } = report;
  print(`\n${name}: ${entryCount} entries\n`);
  print(row(['rule', 'error', 'warning', 'info', 'hint', 'edits']));
  const rules = new Set([...problems, ...fixes].map(({ rule }) => rule));
  for (const rule of [...rules].sort()) {
    const counts = SEVERITIES.map(
      (severity) => problems.filter((problem) => problem.rule === rule && problem.severity === severity).length,
    );
    print(row([rule, ...counts, fixes.filter((fix) => fix.rule === rule).length]));
  }
  const sums = SEVERITIES.map((severity) => problems.filter((problem) => problem.severity === severity).length);
  print(row(['all', ...sums, fixes.length]));
  for (const severity of SEVERITIES.filter((each) => flags.includes(`--${each}s`))) {
    for (const { path, line, rule, message, excerpt } of problems.filter((problem) => problem.severity === severity)) {
      print(`  ${path}:${line} ${rule}: ${message}\n      ${excerpt}`);
    }
  }
  if (flags.includes('--edits')) {
    for (const { path, line, rule, message, before, after } of fixes) {
      print(`  ${path}:${line} ${rule}: ${message}\n    - ${oneLine(before)}\n    + ${oneLine(after)}`);
    }
  }
  const kinds = [...new Set(harm.map(({ kind }) => kind))].map(
    (kind) => `${harm.filter((each) => each.kind === kind).length} ${kind}`,
  );
  print(`\nHarm: ${harm.length === 0 ? 'none' : kinds.join(', ')}`);
  for (const { path, kind, rules: fixing, description } of harm) {
    print(`  ${path} ${kind}, by ${fixing.join(' or ')}: ${description}`);
  }
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

function print(line: string): void {
  console.log(line);
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '⏎');
}

function row([name, ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(38)}${cells.map((cell) => String(cell || '').padStart(11)).join('')}`;
}
