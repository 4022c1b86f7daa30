import { lineStarts, positionAt } from '../../core/lines.ts';
import type { Checked } from './report.ts';

/** The documented format: offsets in UTF-16 code units, lines and columns from 1; entries without problems are listed. */
export function asJson(checked: readonly Checked[]): string {
  const entries = checked.map(({ path, text, problems }) => {
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
  });
  return `${JSON.stringify({ version: 1, entries })}\n`;
}
