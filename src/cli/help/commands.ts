/** The help of a command. */
export interface CommandHelp {
  /** What follows the name: `PATH… [options]`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What the command does, in a few sentences. */
  readonly description: string;
  readonly options: readonly OptionHelp[];
  /** What status 1 means; undefined if the command does not use it. */
  readonly findings?: string;
  /** Whole command lines. */
  readonly examples: readonly string[];
}

export interface OptionHelp {
  /** With the placeholder of its value: `--root DIR`. */
  readonly flag: string;
  /** One or two sentences. */
  readonly text: string;
  readonly values?: readonly string[];
  readonly default?: string;
}

const ROOT: OptionHelp = {
  flag: '--root DIR',
  text: "The newsroom's folder, which contains its posts and drafts, and whose daybook.json applies.",
  default: 'the nearest folder above the first path that is one, else the current folder',
};

const ROOT_WITHOUT_PATHS: OptionHelp = { ...ROOT, default: 'the current folder' };

const TEXT_OR_JSON: OptionHelp = {
  flag: '--format FORMAT',
  text: 'What to print.',
  values: ['text', 'json'],
  default: 'text',
};

/** By name, in the order of the list of commands. */
export const COMMANDS: Readonly<Record<string, CommandHelp>> = {
  check: {
    usage: '[PATH…] [options]',
    summary: 'Report problems in entries, and fix them.',
    description:
      'Reports problems in files, or in all entries of folders; without a path, in all entries of the newsroom. A folder or file that cannot be read is reported, and the rest is checked. The path - stands for standard input.',
    options: [
      ROOT,
      {
        flag: '--format FORMAT',
        text: 'What to print: text for people, json and sarif for programs, github for annotations in pull requests.',
        values: ['text', 'json', 'sarif', 'github'],
        default: 'text',
      },
      {
        flag: '--fix',
        text: 'Fix what can be fixed with certainty, and report what remains. A file is not changed if a link leads out of the newsroom to it.',
      },
      {
        flag: '--fail-on SEVERITY',
        text: 'End with status 1 if there are problems of this severity or higher.',
        values: ['error', 'warning', 'info', 'hint'],
        default: 'error',
      },
      {
        flag: '--rule ID=SEVERITY',
        text: 'Give a rule another severity, or turn it off. Can be repeated.',
      },
      {
        flag: '--stdin-filename PATH',
        text: 'With the path -: check standard input as if it were this file, which need not exist. With --fix, standard output is the fixed text alone, and standard error reports what remains.',
      },
    ],
    findings: 'There are problems at or above --fail-on.',
    examples: [
      'daybook check',
      'daybook check --fix _drafts',
      'daybook check --format sarif --rule citation-tracking=off > daybook.sarif',
      'daybook check --fix --stdin-filename _drafts/day-65.markdown - < draft.md',
    ],
  },
  render: {
    usage: 'PATH… [options]',
    summary: 'Print entries as the site shows them.',
    description: 'Prints entries as HTML or plain text. The address of the site is that of its _config.yml.',
    options: [
      ROOT,
      {
        flag: '--target TARGET',
        text: "What to make: body is exactly what the site's renderer outputs, page a self-contained file, email has inline styles, text no HTML.",
        values: ['body', 'page', 'email', 'text'],
        default: 'body',
      },
      {
        flag: '--engine ENGINE',
        text: 'The Markdown of the site, where its _config.yml is absent or wrong: commonmark, gfm or kramdown.',
        default: "the site's own",
      },
      { flag: '--format FORMAT', text: 'What to print.', values: ['html', 'json'], default: 'html' },
    ],
    examples: [
      'daybook render _drafts/day-65.markdown',
      'daybook render --target email _drafts/day-65.markdown > mail.html',
    ],
  },
  new: {
    usage: '[options]',
    summary: 'Start an entry with the right number and date.',
    description:
      'Starts an entry in the drafts and prints its path. It never overwrites a file, and refuses a date or a number that is taken.',
    options: [
      ROOT_WITHOUT_PATHS,
      { flag: '--date YYYY-MM-DD', text: 'The date of the entry.', default: "today in the newsroom's time zone" },
      { flag: '--time HH:MM[:SS]', text: 'The time of day of the entry.', default: 'now' },
      {
        flag: '--day N',
        text: 'The number of the day.',
        default: 'the number that the other entries give to the date',
      },
      { flag: '--published', text: 'Start the entry in the posts instead.' },
      { flag: '--dry-run', text: 'Write nothing.' },
      TEXT_OR_JSON,
    ],
    examples: ['daybook new', 'daybook new --date 2031-01-30 --dry-run --format json'],
  },
  cite: {
    usage: 'URL… [options]',
    summary: 'Print a citation group for web addresses.',
    description:
      'Prints one citation group with the outlets of the addresses, named as the entries name them. The path - reads standard input, one group of addresses per line, and prints one group per line.',
    options: [ROOT_WITHOUT_PATHS],
    examples: ['daybook cite https://herald.example/a https://radio.example/b', 'daybook cite - < addresses.txt'],
  },
  number: {
    usage: 'PATH… [options]',
    summary: 'Number the sections of entries.',
    description: 'Numbers all sections, including TK/, and prints the paths of changed files.',
    options: [ROOT, { flag: '--dry-run', text: 'Write nothing, and print the changes.' }],
    examples: ['daybook number _drafts/day-65.markdown'],
  },
  summary: {
    usage: 'PATH [options]',
    summary: 'Print today in one sentence.',
    description: "Prints a sentence made from an entry's headlines.",
    options: [ROOT],
    examples: ['daybook summary _drafts/day-65.markdown'],
  },
  ready: {
    usage: 'PATH… [options]',
    summary: 'List what is left to do before entries can be published.',
    description:
      'Lists what is left to do before entries can be published: problems, placeholders and missing front matter.',
    options: [ROOT, TEXT_OR_JSON],
    findings: 'Something is left to do.',
    examples: ['daybook ready _drafts/day-65.markdown'],
  },
  stats: {
    usage: '[PATH…] [options]',
    summary: 'Count words, items, citations, outlets and problems.',
    description: 'Counts words, minutes, items, citations, outlets and problems of each entry and in total.',
    options: [ROOT, TEXT_OR_JSON],
    examples: ['daybook stats', 'daybook stats --format json _posts'],
  },
  profile: {
    usage: '[options]',
    summary: 'Show what Daybook has learned about how the log is written.',
    description:
      'Shows how entries are counted, titled, named and dated, each with the number of entries that agree. If the log has changed its form, the newest one counts.',
    options: [ROOT_WITHOUT_PATHS, TEXT_OR_JSON],
    examples: ['daybook profile', 'daybook profile --format json'],
  },
};
