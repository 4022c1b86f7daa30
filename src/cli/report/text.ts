import type { Problem, Related, Severity } from '../../core/lint/rule.ts';
import { tally } from '../../core/lint/tally.ts';
import { lineAt, lineStarts, positionAt } from '../../core/text/lineIndex.ts';
import { plural } from '../../core/text/plural.ts';
import { breakCommands, escapeControls } from '../terminal/plainText.ts';
import type { CheckedEntry, Reporter } from './types.ts';

/** Formats problems for people: each with its position, rule, and the words in question. */
export function textReporter(colour: boolean): Reporter {
  const lines: string[] = [];
  const all: { readonly severity: Severity }[] = [];
  let entries = 0;
  let fixed = 0;
  return {
    add(entry) {
      addLines(entry, lines, (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text));
      for (const { severity } of entry.problems) all.push({ severity });
      entries++;
      fixed += entry.fixed;
    },
    end() {
      if (fixed > 0) lines.push(`${plural(fixed, 'problem')} fixed.`);
      lines.push(`${tally(all)} in ${plural(entries, 'entry', 'entries')}.`);
      return `${lines.join('\n')}\n`;
    },
  };
}

function addLines(
  { path, text, problems }: CheckedEntry,
  lines: string[],
  paint: (code: number, text: string) => string,
): void {
  if (problems.length === 0) return;
  const starts = lineStarts(text);
  const shownPath = breakCommands(plain(path));
  for (const problem of problems) {
    const { rule, severity, message, from, fix } = problem;
    const line = lineAt(starts, from);
    const column = from - (starts[line] ?? 0) + 1;
    const place = paint(1, `${shownPath}:${line + 1}:${column}`);
    const mark = paint(90, fix ? `${rule}, fixable` : rule);
    lines.push(`${place} ${paint(COLOURS[severity], severity)} ${plain(message)} ${mark}`);
    const [words, caret] = excerpt(text, starts[line] ?? 0, starts[line + 1] ?? text.length + 1, problem);
    lines.push(breakCommands(`  ${words}`), `  ${paint(COLOURS[severity], caret)}`);
    for (const related of problem.related ?? []) lines.push(`  ${paint(90, seeAlso(related, path, starts))}`);
    lines.push('');
  }
}

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

/** A related location. For another entry only its path is known here. */
function seeAlso({ from, message, path }: Related, own: string, starts: readonly number[]): string {
  if (path !== undefined) return `see ${plain(path)} ${plain(message)}`;
  const { line, column } = positionAt(starts, from);
  return `see ${plain(own)}:${line}:${column} ${plain(message)}`;
}

/** Entries have lines of two thousand characters, so only this much of a line is shown on each side of a problem. */
const CONTEXT_CHARS = 40;
const MAX_EXCERPT_CHARS = 60;

/** The words around a problem, and a line of carets below them. */
function excerpt(text: string, lineStart: number, nextLine: number, { from, to }: Problem): [string, string] {
  const lineEnd = Math.max(lineStart, nextLine - 1);
  const end = Math.min(to, lineEnd, from + MAX_EXCERPT_CHARS);
  const left = Math.max(lineStart, from - CONTEXT_CHARS);
  const right = Math.min(lineEnd, Math.max(end, from) + CONTEXT_CHARS);
  const head = `${left > lineStart ? '…' : ''}${plain(text.slice(left, from))}`;
  const words = plain(text.slice(from, end));
  const tail = `${plain(text.slice(end, right))}${right < lineEnd ? '…' : ''}`;
  return [`${head}${words}${tail}`.trimEnd(), `${' '.repeat(head.length)}${'^'.repeat(Math.max(1, words.length))}`];
}

function plain(text: string): string {
  return escapeControls(text.replace(/[\t\r\n]/g, ' '));
}
