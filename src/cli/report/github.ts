import type { Severity } from '../../core/lint/rule.ts';
import { lineStarts, positionAt } from '../../core/text/lineIndex.ts';
import type { CheckedEntry, Reporter } from './types.ts';

/** Writes workflow commands, which GitHub shows as annotations on the lines of a change. */
export function githubReporter(): Reporter {
  const lines: string[] = [];
  return { add: (entry) => addLines(entry, lines), end: () => lines.join('') };
}

function addLines({ path, text, problems }: CheckedEntry, lines: string[]): void {
  const starts = problems.length === 0 ? [] : lineStarts(text);
  for (const { rule, severity, message, from, to } of problems) {
    const start = positionAt(starts, from);
    const end = positionAt(starts, to);
    const place = { file: path, line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
    const properties = Object.entries({ ...place, title: rule }).map(
      ([name, value]) => `${name}=${escapeProperty(String(value))}`,
    );
    lines.push(`::${LEVELS[severity]} ${properties.join(',')}::${escapeMessage(message)}\n`);
  }
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
