import type { Fix, Location, Log, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import type { Problem, Related, Rule, Severity } from '../../core/lint/rule.ts';
import { rules } from '../../core/lint/rules/index.ts';
import { rulePage } from '../../core/newsroom/rulePage.ts';
import { lineStarts, positionAt } from '../../core/text/lineIndex.ts';
import type { Span } from '../../core/text/text.ts';
import type { CheckedEntry, Reporter } from './types.ts';

/** Writes a SARIF 2.1.0 log of one run, for code scanners. */
export function sarifReporter(): Reporter {
  const results: Result[] = [];
  const add = (entry: CheckedEntry) => {
    for (const result of resultsOf(entry)) results.push(result);
  };
  return { add, end: () => logOf(results) };
}

function logOf(results: Result[]): string {
  const found = new Set(results.map(({ ruleId }) => ruleId));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Daybook',
            version: __VERSION__,
            rules: rules.map((rule) => descriptor(rule, found.has(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results,
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

/** Includes a rule's page if the rule found something: code scanners show it next to the finding. */
function descriptor(rule: Rule, hasFound: boolean): ReportingDescriptor {
  const { id, summary, why, severity } = rule;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    ...(hasFound ? { help: { text: why, markdown: rulePage(rule) } } : {}),
    defaultConfiguration: configurationOf(severity.published),
  };
}

function configurationOf(severity: Severity | 'off'): ReportingConfiguration {
  return severity === 'off' ? { enabled: false } : { level: LEVELS[severity] };
}

function resultsOf({ path, text, problems }: CheckedEntry): Result[] {
  const starts = problems.length === 0 ? [] : lineStarts(text);
  const uri = uriOf(path);
  return problems.map((problem) => ({
    ruleId: problem.rule,
    ruleIndex: rules.findIndex(({ id }) => id === problem.rule),
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [locationOf(uri, problem, starts)],
    ...(problem.related ? { relatedLocations: problem.related.map((related) => elsewhere(uri, related, starts)) } : {}),
    ...(problem.fix ? { fixes: [fixOf(uri, problem.fix)] } : {}),
  }));
}

/** Relative to the root, or a `file:` URI for a path outside it. */
function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (parts.startsWith('/')) return `file://${parts}`;
  return /^[A-Za-z]%3A\//.test(parts) ? `file:///${parts}` : parts;
}

/** For another entry only its path is known here. */
function elsewhere(uri: string, related: Related, starts: readonly number[]): Location {
  const { path, message } = related;
  const place =
    path === undefined
      ? locationOf(uri, related, starts)
      : { physicalLocation: { artifactLocation: { uri: uriOf(path) } } };
  return { ...place, message: { text: message } };
}

function locationOf(uri: string, { from, to }: Span, starts: readonly number[]): Location {
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

/** Defined by the build. */
declare const __VERSION__: string;
