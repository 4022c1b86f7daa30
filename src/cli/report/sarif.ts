import type { Fix, Location, Log, ReportingDescriptor, Result } from 'sarif';
import { lineStarts, positionAt } from '../../core/lines.ts';
import type { Problem, Severity } from '../../core/lint/rule.ts';
import { rules } from '../../core/lint/rules/index.ts';
import type { Checked } from './report.ts';

/** A SARIF 2.1.0 log of one run, as code scanners read it. */
export function asSarif(checked: readonly Checked[]): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Daybook', version: __VERSION__, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: checked.flatMap(resultsOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function descriptor({ id, summary, why, severity }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    defaultConfiguration: { level: LEVELS[severity.published] },
  };
}

function resultsOf({ path, text, problems }: Checked): Result[] {
  const starts = problems.length === 0 ? [] : lineStarts(text);
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return problems.map((problem) => ({
    ruleId: problem.rule,
    ruleIndex: rules.findIndex(({ id }) => id === problem.rule),
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [locationOf(uri, problem, starts)],
    ...(problem.fix ? { fixes: [fixOf(uri, problem.fix)] } : {}),
  }));
}

function locationOf(uri: string, { from, to }: Problem, starts: readonly number[]): Location {
  const start = positionAt(starts, from);
  const end = positionAt(starts, to);
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: from,
    charLength: to - from,
  };
  return { physicalLocation: { artifactLocation: { uri }, region } };
}

function fixOf(uri: string, { title, edits }: NonNullable<Problem['fix']>): Fix {
  const replacements = edits.map(({ from, to, text }) => ({
    deletedRegion: { charOffset: from, charLength: to - from },
    ...(text === '' ? {} : { insertedContent: { text } }),
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: { uri }, replacements }] };
}

/** Set when the bundle is built. */
declare const __VERSION__: string;
