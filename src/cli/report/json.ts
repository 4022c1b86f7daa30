import { lineStarts, positionAt } from '../../core/text/lineIndex.ts';
import { plainJson } from '../terminal/plainText.ts';
import type { CheckedEntry, Reporter } from './types.ts';

/** Writes the documented format: offsets in UTF-16 code units, lines and columns from 1, entries without problems included. */
export function jsonReporter(): Reporter {
  const entries: string[] = [];
  return {
    add: (entry) => entries.push(plainJson(JSON.stringify(entryOf(entry)))),
    end: () => `{"version":1,"entries":[${entries.join(',')}]}\n`,
  };
}

function entryOf({ path, text, problems }: CheckedEntry): object {
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
}
