import { parseArgs } from 'node:util';

/** Where a command runs, and what it may not find out by itself. */
export interface CommandContext {
  readonly cwd: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly systemZone: () => string;
  readonly colour: boolean;
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes one line to standard error. */
  readonly error: (line: string) => void;
}

/** Takes the arguments behind the command's name; gives the exit status. */
export type Command = (args: readonly string[], surface: CommandContext) => number;

/** Ends a command with status 2; the message is its one line on standard error. */
export class CannotRun extends Error {}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Reads options and paths, strictly. */
export function parseArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const [, option] = /^Option '(--[\w-]+)' argument is ambiguous/.exec(message) ?? [];
    if (option) throw new CannotRun(`${option} takes a value; one that begins with a dash is written ${option}=…`);
    throw new CannotRun(message.replace(/\. To specify.*$/, ''));
  }
}

/** The value of an option that allows a few words only; the first of them where it is not given. */
export function oneOf<const T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly [T, ...T[]],
): T {
  if (value === undefined) return allowed[0];
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new CannotRun(`${option} is "${value}"; it can be ${allowed.join(', ')}`);
  return found;
}

/** What went wrong, without the path that Node puts into it. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+.*$/, '');
}
