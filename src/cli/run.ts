import { CannotRun, type Command, type CommandContext } from './command.ts';

/** Loaded on demand: Markdown and time zones take longer to load than a file takes to lint. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  render: async () => (await import('./commands/render.ts')).render,
  new: async () => (await import('./commands/new.ts')).create,
  cite: async () => (await import('./commands/cite.ts')).cite,
  number: async () => (await import('./commands/number.ts')).number,
  summary: async () => (await import('./commands/summary.ts')).summary,
  ready: async () => (await import('./commands/ready.ts')).ready,
  stats: async () => (await import('./commands/stats.ts')).stats,
  profile: async () => (await import('./commands/profile.ts')).profile,
};

const USAGE = `daybook check  [PATH…] [--root DIR] [--format text|json|sarif|github] [--fix] [--fail-on error|warning|info|hint] [--rule id=severity]…
daybook render PATH…   [--root DIR] [--target body|page|email|text] [--format html|json]
daybook new    [--root DIR] [--date YYYY-MM-DD] [--time HH:MM[:SS]] [--day N] [--published] [--dry-run] [--format text|json]
daybook cite   [--root DIR] URL…   (or - to read standard input, one group of addresses per line)
daybook number PATH…   [--root DIR] [--dry-run]
daybook summary PATH   [--root DIR]
daybook ready  PATH…   [--root DIR] [--format text|json]
daybook stats  [PATH…] [--root DIR] [--format text|json]
daybook profile [--root DIR] [--format text|json]
`;

/** Runs a command line. Resolves to its exit status: 0 fine, 1 findings, 2 could not run (with one line on standard error). */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    context.out(USAGE);
    return 0;
  }
  if (name === '--version') {
    context.out(`${__VERSION__}\n`);
    return 0;
  }
  try {
    const load = commandOf(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      context.out(USAGE);
      return 0;
    }
    return (await load())(rest, context);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    context.error(error.message);
    return 2;
  }
}

function commandOf(name: string | undefined): () => Promise<Command> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return load;
  const what = name === undefined ? 'no command given' : `there is no command "${name}"`;
  throw new CannotRun(`${what}; the commands are ${Object.keys(COMMANDS).join(', ')}`);
}

/** Defined by the build. */
declare const __VERSION__: string;
