import { CannotRun, type Command, type CommandContext, type ProcessContext } from './command.ts';
import { plainLines, plainText } from './terminal/plainText.ts';
import { VERSION } from './version.ts';

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

/** Runs a command line. Resolves to its exit status: 0 fine, 1 findings, 2 could not run (with one line on standard error). */
export async function run(args: readonly string[], processContext: ProcessContext): Promise<number> {
  let hasFailed = false;
  const reported = new Set<string>(); // a file may be needed more than once
  const error = (line: string) => {
    if (!reported.has(line)) processContext.err(`daybook: ${plainText(line)}\n`);
    reported.add(line);
  };
  const context: CommandContext = {
    ...processContext,
    outText: (text) => processContext.out(processContext.isTerminal ? plainLines(text) : text),
    error,
    fail(line) {
      hasFailed = true;
      error(line);
    },
  };
  const [name, ...rest] = args;
  try {
    if (name === '--version') context.out(`${VERSION}\n`);
    else if (name === 'help' || name === '--help' || name === '-h') await printHelp(rest[0], context);
    else {
      const load = commandOf(name);
      if (rest.includes('--help') || rest.includes('-h')) await printHelp(name, context);
      else {
        const status = (await load())(rest, context);
        return hasFailed ? 2 : status;
      }
    }
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof CannotRun)) throw thrown;
    error(thrown.message);
    return 2;
  }
}

/** Prints the help of a command, or the list of commands. */
async function printHelp(name: string | undefined, { out }: CommandContext): Promise<void> {
  if (name !== undefined) commandOf(name);
  const { commandHelp, overview } = await import('./help/help.ts');
  out(name === undefined ? overview() : commandHelp(name));
}

function commandOf(name: string | undefined): () => Promise<Command> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return load;
  const what = name === undefined ? 'no command given' : `there is no command "${name}"`;
  throw new CannotRun(`${what}; the commands are ${Object.keys(COMMANDS).join(', ')}; see daybook help`);
}
