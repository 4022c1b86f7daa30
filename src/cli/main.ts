import { setFlagsFromString } from 'node:v8';
import { run } from './run.ts';

// The only file that knows of the process: everything it needs of it is handed in.

// Over in about a second, the command would spend more on having its functions optimized than on running them. With
// this, Node 20 optimizes only those that an archive makes really hot; later engines know no such flag, and complain of it.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=5000000 --always-sparkplug');

const chunks: string[] = [];
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error; // a reader such as `head` has seen enough
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
    process.exitCode = 2; // a fault of ours, and not a finding
    process.stderr.write(`daybook: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  },
);
