import { lineStarts, positionAt } from '../core/lines.ts';
import type { Problem, Severity } from '../core/lint/rule.ts';

/** An entry that was checked. The problems' spans are those of the text. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly fixed: number;
}

/** The findings as a person (text) or a program (json) reads them. */
export function report(checked: readonly Checked[], format: 'text' | 'json', colour: boolean): string {
  return format === 'json' ? `${JSON.stringify(asJson(checked))}\n` : asText(checked, colour);
}

function asJson(checked: readonly Checked[]) {
  return {
    version: 1,
    entries: checked.map(({ path, text, problems }) => {
      const starts = problems.length === 0 ? [] : lineStarts(text);
      return {
        path,
        problems: problems.map(({ rule, severity, message, from, to, fix }) => ({
          rule,
          severity,
          message,
          from,
          to,
          start: positionAt(starts, from),
          end: positionAt(starts, to),
          fix: fix
            ? { title: fix.title, edits: fix.edits.map((edit) => ({ from: edit.from, to: edit.to, text: edit.text })) }
            : null,
        })),
      };
    }),
  };
}

function asText(checked: readonly Checked[], colour: boolean): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  for (const { path, text, problems } of checked) {
    if (problems.length === 0) continue;
    const starts = lineStarts(text);
    lines.push(paint(4, path));
    for (const { rule, severity, message, from, fix } of problems) {
      const { line, column } = positionAt(starts, from);
      const place = `${line}:${column}`.padStart(9);
      const mark = fix ? ' (fixable)' : '';
      lines.push(`${place}  ${paint(COLOURS[severity], severity.padEnd(7))}  ${message}  ${paint(2, rule + mark)}`);
    }
    lines.push('');
  }
  const all = checked.flatMap(({ problems }) => problems);
  const fixed = checked.reduce((sum, entry) => sum + entry.fixed, 0);
  if (fixed > 0) lines.push(`${count(fixed, 'problem')} fixed.`);
  lines.push(`${summary(all)} in ${count(checked.length, 'entry', 'entries')}.`);
  return `${lines.join('\n')}\n`;
}

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems';
  const parts = (['error', 'warning', 'info', 'hint'] as const).map((severity) => {
    const found = problems.filter((problem) => problem.severity === severity).length;
    return found > 0 ? count(found, severity) : undefined;
  });
  return parts.filter((part) => part !== undefined).join(', ');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
