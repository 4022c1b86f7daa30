import { lineAt, lineStarts } from '../../core/lines.ts';
import type { Problem, Severity } from '../../core/lint/rule.ts';
import type { Checked } from './report.ts';

/** For people: each problem with its place, its rule, and the words it is about. */
export function asText(checked: readonly Checked[], colour: boolean): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  for (const { path, text, problems } of checked) {
    const starts = problems.length === 0 ? [] : lineStarts(text);
    for (const problem of problems) {
      const { rule, severity, message, from, fix } = problem;
      const line = lineAt(starts, from);
      const column = from - (starts[line] ?? 0) + 1;
      const place = paint(1, `${path}:${line + 1}:${column}`);
      const mark = paint(90, fix ? `${rule}, fixable` : rule);
      lines.push(`${place} ${paint(COLOURS[severity], severity)} ${message} ${mark}`);
      const [words, caret] = excerpt(text, starts[line] ?? 0, starts[line + 1] ?? text.length + 1, problem);
      lines.push(`  ${words}`, `  ${paint(COLOURS[severity], caret)}`, '');
    }
  }
  const fixed = checked.reduce((sum, entry) => sum + entry.fixed, 0);
  if (fixed > 0) lines.push(`${count(fixed, 'problem')} fixed.`);
  const all = checked.flatMap(({ problems }) => problems);
  lines.push(`${summary(all)} in ${count(checked.length, 'entry', 'entries')}.`);
  return `${lines.join('\n')}\n`;
}

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

/** How much of a line is shown on either side of a problem; entries have lines of two thousand characters. */
const AROUND = 40;
const LONGEST = 60;

/** The words around a problem, and a line that points at them. */
function excerpt(text: string, lineStart: number, nextLine: number, { from, to }: Problem): [string, string] {
  const lineEnd = Math.max(lineStart, nextLine - 1);
  const end = Math.min(to, lineEnd, from + LONGEST);
  const left = Math.max(lineStart, from - AROUND);
  const right = Math.min(lineEnd, Math.max(end, from) + AROUND);
  const head = `${left > lineStart ? '…' : ''}${plain(text.slice(left, from))}`;
  const words = plain(text.slice(from, end));
  const tail = `${plain(text.slice(end, right))}${right < lineEnd ? '…' : ''}`;
  return [`${head}${words}${tail}`.trimEnd(), `${' '.repeat(head.length)}${'^'.repeat(Math.max(1, words.length))}`];
}

function plain(text: string): string {
  return text.replace(/[\t\r\n]/g, ' ');
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems';
  const parts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const found = problems.filter((problem) => problem.severity === severity).length;
    return found > 0 ? [count(found, severity)] : [];
  });
  return parts.join(', ');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
