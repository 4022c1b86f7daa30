import type { Literal } from '../../entry/literals.ts';
import { startOfLine } from '../../text/lineBounds.ts';
import { hasKramdownSyntax } from '../kramdownSyntax.ts';
import type { Finding, Rule } from '../rule.ts';

export const table: Rule = {
  id: 'table',
  summary: 'There are no tables made of vertical bars.',
  why: 'The site reads CommonMark without tables: the page shows the bars and hyphens as they were typed. A list, or a table in HTML, shows as intended. Outside `_posts` and `_drafts`, and in an entry with blocks of code or formulas, nothing is reported, since most such sites show tables.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '⟦| Party | Seats |\n| --- | --- |⟧\n| Harbor | 12 |\n| Hill | 9 |',
  good: '* Harbor: 12 seats\n* Hill: 9 seats',
  check({ text, source, body, literals }, { markdown, path }) {
    const findings: Finding[] = [];
    if (markdown !== 'commonmark' || text.indexOf('|', body.from) < 0 || OTHER_FOLDER.test(path)) return findings;
    DELIMITER_ROW.lastIndex = body.from;
    for (let row = DELIMITER_ROW.exec(text); row; row = DELIMITER_ROW.exec(text)) {
      const delimiters = row[0].trim();
      const lineEnd = row.index - 1;
      const lineStart = startOfLine(text, Math.max(0, lineEnd));
      const header = text
        .slice(lineStart, Math.max(lineStart, lineEnd))
        .replace(/^[ \t>]*/, '')
        .trimEnd();
      if (!delimiters.includes('|') || lineStart < body.from || !header.includes('|')) continue;
      if (countCells(header) !== countCells(delimiters)) continue;
      findings.push({
        from: text.indexOf(header, lineStart),
        to: row.index + row[0].trimEnd().length,
        message: 'The page will show this table as it is typed, with its bars.',
      });
    }
    return findings.length > 0 && (hasKramdownSyntax(source) || literals.some(isExtension)) ? [] : findings;
  },
};

/** Whether the entry has what plain logs do not: blocks of code and formulas are written for sites that show tables as well. */
function isExtension({ kind, isBlock }: Literal): boolean {
  return kind === 'math' || (kind === 'code' && isBlock);
}

/** A path with folders, none of which is one of Jekyll's. */
const OTHER_FOLDER = /^(?!(?:.*\/)?_(?:posts|drafts)\/).*\//;

/** `| --- | :-: |`, perhaps in a quote. */
const DELIMITER_ROW = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?$/gm;

/** The number of cells in a row, which may start and end with a bar. */
function countCells(row: string): number {
  const cells = row.replace(/^[ \t>]*\|?|\|$/g, '').replace(/\\\|/g, '');
  return cells.split('|').length;
}
