import { parseArgs } from 'node:util';

/** Everything that the command line needs from the process. */
export interface ProcessContext {
  readonly cwd: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly systemZone: () => string;
  readonly colour: boolean;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Reads all of standard input. */
  readonly readInput: () => Buffer;
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
}

/** What a command works with. */
export interface CommandContext extends ProcessContext {
  /** Writes texts of entries to standard output: unchanged, but on a terminal without control characters. */
  readonly outText: (text: string) => void;
  /** Writes one line to standard error. */
  readonly error: (line: string) => void;
  /** As `error`, for something that could not be done. The command goes on, and ends with status 2. */
  readonly fail: (line: string) => void;
}

/** Takes the arguments after the command's name and returns the exit status. */
export type Command = (args: readonly string[], context: CommandContext) => number;

/** Ends a command with status 2; the message becomes its one line on standard error. */
export class CannotRun extends Error {}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Parses options and paths. Throws `CannotRun` for unknown options and missing values. */
export function parseArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const [, option] = /^Option '(--[\w-]+)' argument is ambiguous/.exec(message) ?? [];
    if (option) throw new CannotRun(`${option} takes a value; write one that begins with a dash as ${option}=…`);
    throw new CannotRun(message.replace(/\. To specify.*$/, ''));
  }
}

/** Checks the value of an option that allows only certain words. Returns the first of them if there is no value. */
export function oneOf<const T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly [T, ...T[]],
): T {
  if (value === undefined) return allowed[0];
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new CannotRun(`${option} is "${value}"; it must be one of ${allowed.join(', ')}`);
  return found;
}

/** The message of a Node.js error, without its code and path. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+.*$/, '');
}
