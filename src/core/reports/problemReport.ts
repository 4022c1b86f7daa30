/** What is known about the window in which a problem occurred. */
export interface ProblemReport {
  readonly version: string;
  /** `Visual Studio Code 1.139.0 (desktop)` */
  readonly editor: string;
  /** The kind of extension host: `node` or `web`. */
  readonly host: 'node' | 'web';
  /** The kind of remote machine, such as `ssh-remote`; undefined for none. */
  readonly remote: string | undefined;
  readonly isTrusted: boolean;
  readonly newsrooms: readonly ReportedNewsroom[];
}

interface ReportedNewsroom {
  readonly entryCount: number;
  /** The names of the settings that have a value of their own. */
  readonly settings: readonly string[];
  /** What has been learned from the entries. */
  readonly facts: readonly ReportedFact[];
}

/** The part of a fact that says how it was learned. Its value and the entries that disagree stay out of the report. */
interface ReportedFact {
  readonly name: string;
  readonly agree: number;
  readonly of: number;
  readonly source: string;
  readonly strength: string;
}

/**
 * What the maintainers need to know, as Markdown. Contains no text, path or name of an entry, and no value of a setting.
 */
export function problemReport({ version, editor, host, remote, isTrusted, newsrooms }: ProblemReport): string {
  const where = [
    `- Daybook ${version}`,
    `- ${editor}`,
    `- extension host: ${host}${remote === undefined ? '' : `, remote: ${remote}`}`,
    ...(isTrusted ? [] : ['- Restricted Mode']),
  ];
  return `${[['## Window', '', ...where].join('\n'), ...newsrooms.map(describe)].join('\n\n')}\n`;
}

function describe({ entryCount, settings, facts }: ReportedNewsroom): string {
  return [
    '## Log',
    '',
    `- entries: ${entryCount}`,
    `- settings: ${settings.length === 0 ? 'none' : settings.join(', ')}`,
    ...facts.map(({ name, agree, of, source, strength }) => `- ${name}: ${source}, ${strength} (${agree} of ${of})`),
  ].join('\n');
}
