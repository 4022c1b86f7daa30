import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { PROJECT_URL } from '../core/urls/projectPages.ts';
import { run } from './run.ts';
import { plainLines } from './terminal/plainText.ts';
import { usesColour } from './terminal/usesColour.ts';
import { VERSION } from './version.ts';

// The only file that uses `process`; everything else gets what it needs as a `CommandContext`.

// A command ends within about a second, so optimizing its functions would cost more than running them. With these flags,
// Node 20 optimizes only the really hot ones. Later versions of V8 reject the flags.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=5000000 --always-sparkplug');

const chunks: string[] = [];
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error; // a reader such as `head` has closed the pipe
});
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  now: Date.now(),
  systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  colour: usesColour(process.env, process.stdout.isTTY === true),
  isTerminal: process.stdout.isTTY === true,
  readInput: () => readFileSync(0),
  out: (text) => chunks.push(text),
  err: (text) => process.stderr.write(text),
}).then(
  (status) => {
    process.exitCode = status;
    process.stdout.write(chunks.join(''));
  },
  (error: unknown) => {
    process.exitCode = 2; // a bug of ours, not a finding
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`daybook: This is a bug in Daybook ${VERSION}. Please report it: ${PROJECT_URL}/issues\n`);
    process.stderr.write(`${plainLines(trace)}\n`);
  },
);
