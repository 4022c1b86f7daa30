import { COMMANDS, type CommandHelp, type OptionHelp } from './commands.ts';

/** The list of commands, for `daybook --help`. */
export function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary] as const);
  return paragraphs(
    'Checks, renders and starts the entries of a dated, numbered, cited log.',
    'Usage: daybook <command> [options]',
    section('Commands', rows),
    section('Options', [
      ['--help', 'Print the help of a command: daybook check --help.'],
      ['--version', 'Print the version.'],
    ]),
    section('Environment', [
      ['NO_COLOR', 'Print without colors.'],
      ['FORCE_COLOR', 'Print with colors even into a pipe.'],
    ]),
    section('Exit status', EXIT_STATUS),
  );
}

/** The help of one command. */
export function commandHelp(name: string): string {
  const help: CommandHelp | undefined = COMMANDS[name];
  if (!help) return overview();
  const { usage, description, options, examples, findings } = help;
  return paragraphs(
    `Usage: daybook ${name} ${usage}`,
    description,
    section('Options', options.map(optionRow)),
    section(
      'Exit status',
      EXIT_STATUS.map(([status, meaning]) => [status, status === '1' ? (findings ?? 'Not used.') : meaning]),
    ),
    ['Examples:', ...examples.map((example) => `  ${example}`)].join('\n'),
  );
}

const EXIT_STATUS = [
  ['0', 'Nothing to report.'],
  ['1', 'The command found something.'],
  ['2', 'The command, or a part of it, could not run. Standard error has the reason.'],
] as const;

function optionRow({ flag, text, values, default: byDefault }: OptionHelp): readonly [string, string] {
  const parts = [text];
  if (values) parts.push(`One of ${values.join(', ')}.`);
  if (byDefault !== undefined) parts.push(`Default: ${byDefault}.`);
  return [flag, parts.join(' ')];
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  const indent = ' '.repeat(width + 4);
  const lines = rows.map(([name, text]) => `  ${name.padEnd(width)}  ${wrap(text, indent)}`);
  return [`${title}:`, ...lines].join('\n');
}

/** Breaks a text into lines that fit into a terminal; all but the first are indented. */
function wrap(text: string, indent: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && indent.length + line.length + 1 + word.length > MAX_COLUMNS) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${indent}`);
}

const MAX_COLUMNS = 100;

function paragraphs(...texts: readonly string[]): string {
  return `${texts.map((text) => (text.includes('\n') ? text : wrap(text, ''))).join('\n\n')}\n`;
}
