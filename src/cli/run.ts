import { CannotRun, type Command, type CommandContext } from './command.ts';

/** Each is loaded when it is run: Markdown and time zones take longer to load than a file takes to lint. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  render: async () => (await import('./commands/render.ts')).render,
  new: async () => (await import('./commands/new.ts')).create,
  cite: async () => (await import('./commands/cite.ts')).cite,
  number: async () => (await import('./commands/number.ts')).number,
  summary: async () => (await import('./commands/summary.ts')).summary,
  ready: async () => (await import('./commands/ready.ts')).ready,
  stats: async () => (await import('./commands/stats.ts')).stats,
};

const USAGE = `daybook check  [PATH…] [--root DIR] [--format text|json|sarif|github] [--fix] [--fail-on error|warning|info|hint] [--rule id=severity]…
daybook render PATH…   [--root DIR] [--target body|page|email|text] [--format html|json]
daybook new    [--root DIR] [--date YYYY-MM-DD] [--time HH:MM[:SS]] [--day N] [--published] [--dry-run] [--format text|json]
daybook cite   [--root DIR] URL…   (or -, the addresses of one group a line on standard input)
daybook number PATH…   [--root DIR] [--dry-run]
daybook summary PATH   [--root DIR]
daybook ready  PATH…   [--root DIR] [--format text|json]
daybook stats  [PATH…] [--root DIR] [--format text|json]
`;

/** Runs a command line; the exit status: 0 fine, 1 findings, 2 could not run (said in one line). */
export async function run(args: readonly string[], surface: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    surface.out(USAGE);
    return 0;
  }
  if (name === '--version') {
    surface.out(`${__VERSION__}\n`);
    return 0;
  }
  try {
    const load = commandOf(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      surface.out(USAGE);
      return 0;
    }
    return (await load())(rest, surface);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    surface.error(error.message);
    return 2;
  }
}

function commandOf(name: string | undefined): () => Promise<Command> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return load;
  const what = name === undefined ? 'no command is given' : `there is no command "${name}"`;
  throw new CannotRun(`${what}; there are ${Object.keys(COMMANDS).join(', ')}`);
}

/** Set when the bundle is built. */
declare const __VERSION__: string;
