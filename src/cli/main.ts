import { setFlagsFromString } from 'node:v8';
import { run } from './run.ts';

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
  colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
  out: (text) => chunks.push(text),
  error: (line) => process.stderr.write(`daybook: ${line}\n`),
}).then(
  (status) => {
    process.exitCode = status;
    process.stdout.write(chunks.join(''));
  },
  (error: unknown) => {
    process.exitCode = 2; // a bug of ours, not a finding
    process.stderr.write(`daybook: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  },
);
