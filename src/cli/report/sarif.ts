import type { ArtifactLocation, Fix, Location, Log, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import type { Problem, Related, Rule, Severity } from '../../core/lint/rule.ts';
import { rules } from '../../core/lint/rules/index.ts';
import { rulePage } from '../../core/newsroom/rulePage.ts';
import { lineStarts, positionAt } from '../../core/text/lineIndex.ts';
import type { Span } from '../../core/text/text.ts';
import { PROJECT_URL, projectPage } from '../../core/urls/projectPages.ts';
import { plainJson } from '../terminal/plainText.ts';
import { VERSION } from '../version.ts';
import type { Repository } from './repository.ts';
import type { CheckedEntry, Reporter } from './types.ts';

/** Writes a SARIF 2.1.0 log of one run, for code scanners. */
export function sarifReporter(repository: Repository): Reporter {
  const results: Result[] = [];
  const add = (entry: CheckedEntry) => {
    for (const result of resultsOf(entry, repository)) results.push(result);
  };
  return { add, end: () => logOf(results, repository) };
}

function logOf(results: Result[], { root }: Repository): string {
  const found = new Set(results.map(({ ruleId }) => ruleId));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Daybook',
            version: VERSION,
            semanticVersion: VERSION,
            informationUri: PROJECT_URL,
            rules: rules.map((rule) => descriptor(rule, found.has(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT_ID]: { uri: `${uriOf(root).replace(/\/$/, '')}/` } },
        results,
      },
    ],
  };
  return `${plainJson(JSON.stringify(log, null, 2))}\n`;
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
    helpUri: projectPage(`docs/rules/${id}.md`),
    ...(hasFound ? { help: { text: why, markdown: rulePage(rule) } } : {}),
    defaultConfiguration: configurationOf(severity.published),
  };
}

function configurationOf(severity: Severity | 'off'): ReportingConfiguration {
  return severity === 'off' ? { enabled: false } : { level: LEVELS[severity] };
}

function resultsOf({ path, text, problems }: CheckedEntry, repository: Repository): Result[] {
  const starts = problems.length === 0 ? [] : lineStarts(text);
  const artifact = artifactOf(path, repository);
  return problems.map((problem) => ({
    ruleId: problem.rule,
    ruleIndex: rules.findIndex(({ id }) => id === problem.rule),
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [locationOf(artifact, problem, starts)],
    ...(problem.related
      ? { relatedLocations: problem.related.map((related) => elsewhere(artifact, related, starts, repository)) }
      : {}),
    ...(problem.fix ? { fixes: [fixOf(artifact, problem.fix)] } : {}),
  }));
}

/** The name that stands for the root of the repository. */
const ROOT_ID = '%SRCROOT%';

/** Relative to the root of the repository, or a `file:` URI for a path outside it. */
function artifactOf(path: string, repository: Repository): ArtifactLocation {
  const uri = uriOf(repository.pathOf(path));
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT_ID };
}

function uriOf(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .map((name) => encodeURIComponent(name.replace(LONE_SURROGATES, '\ufffd')))
    .join('/');
  if (parts.startsWith('/')) return `file://${parts}`;
  return /^[A-Za-z]%3A\//.test(parts) ? `file:///${parts}` : parts;
}

/** Not possible in UTF-8, and so not in a URI. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** For another entry only its path is known here. */
function elsewhere(
  artifact: ArtifactLocation,
  related: Related,
  starts: readonly number[],
  repository: Repository,
): Location {
  const { path, message } = related;
  const place =
    path === undefined
      ? locationOf(artifact, related, starts)
      : { physicalLocation: { artifactLocation: artifactOf(path, repository) } };
  return { ...place, message: { text: message } };
}

function locationOf(artifactLocation: ArtifactLocation, { from, to }: Span, starts: readonly number[]): Location {
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
  return { physicalLocation: { artifactLocation, region } };
}

function fixOf(artifactLocation: ArtifactLocation, { title, edits }: NonNullable<Problem['fix']>): Fix {
  const replacements = edits.map(({ from, to, text }) => ({
    deletedRegion: { charOffset: from, charLength: to - from },
    ...(text === '' ? {} : { insertedContent: { text } }),
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}
