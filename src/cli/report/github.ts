import type { Severity } from '../../core/lint/rule.ts';
import { lineStarts, positionAt } from '../../core/text/lineIndex.ts';
import { escapeControls } from '../terminal/plainText.ts';
import type { Repository } from './repository.ts';
import type { CheckedEntry, Reporter } from './types.ts';

/** Writes workflow commands, which GitHub shows as annotations on the lines of a change. */
export function githubReporter(repository: Repository): Reporter {
  const lines: string[] = [];
  return { add: (entry) => addLines(entry, repository, lines), end: () => lines.join('') };
}

function addLines({ path, text, problems }: CheckedEntry, repository: Repository, lines: string[]): void {
  const starts = problems.length === 0 ? [] : lineStarts(text);
  for (const { rule, severity, message, from, to } of problems) {
    const start = positionAt(starts, from);
    const end = positionAt(starts, to);
    const place = {
      file: repository.pathOf(path),
      line: start.line,
      endLine: end.line,
      col: start.column,
      endColumn: end.column,
    };
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

/** The escapes of GitHub's workflow commands. Other control characters have none. */
function escapeMessage(text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return escapeControls(escaped);
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
