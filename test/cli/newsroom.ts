import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { run } from '../../src/cli/run.ts';

/** A folder of its own for a test, with these files in it; gone when all tests of the file are over. */
export function newsroom(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'daybook-cli-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line in a folder at noon of 2026-03-16 UTC, on a machine in New York. */
export async function daybook(cwd: string, ...args: string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const status = await run(args, {
    cwd,
    now: Date.UTC(2026, 2, 16, 12),
    systemZone: () => 'America/New_York',
    colour: false,
    out: (text) => {
      out += text;
    },
    error: (line) => {
      error += `${line}\n`;
    },
  });
  return { status, out, error };
}

export function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What `check --format json` prints. */
export interface Report {
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

export function reported(out: string): Report['entries'] {
  return (JSON.parse(out) as Report).entries;
}
