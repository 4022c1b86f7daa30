import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import type { ProcessContext } from '../../src/cli/command.ts';
import { run } from '../../src/cli/run.ts';

/** The lines of a `_config.yml` that name the engine whose output the tests expect. */
export const COMMONMARK =
  'markdown: CommonMark\ncommonmark:\n  options: [SMART, UNSAFE, FOOTNOTES]\n  extensions: [strikethrough]\n';

/** Creates a temporary newsroom with some files and returns its path. Removed after the tests of the file. */
export function createNewsroom(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'daybook-cli-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export interface RunResult {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line in a folder, at noon UTC on 2026-03-16, on a machine in New York. */
export async function runDaybook(cwd: string, ...args: string[]): Promise<RunResult> {
  return runWith({ cwd }, ...args);
}

/** As `runDaybook`, with another process: another input, or a terminal. */
export async function runWith(process: Partial<ProcessContext>, ...args: string[]): Promise<RunResult> {
  let out = '';
  let error = '';
  const status = await run(args, {
    cwd: '.',
    now: Date.UTC(2026, 2, 16, 12),
    systemZone: () => 'America/New_York',
    colour: false,
    isTerminal: false,
    readInput: () => Buffer.from(''),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      error += text;
    },
    ...process,
  });
  return { status, out, error: error.replaceAll(/^daybook: /gm, '') };
}

/** Reads a file of a newsroom. */
export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The output of `check --format json`. */
export interface CheckReport {
  readonly version: number;
  readonly entries: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly start: { readonly line: number; readonly column: number };
      readonly fix: null | { readonly title: string; readonly edits: readonly object[] };
    }[];
  }[];
}

/** The entries in the output of `check --format json`. */
export function checkedEntries(out: string): CheckReport['entries'] {
  return (JSON.parse(out) as CheckReport).entries;
}
