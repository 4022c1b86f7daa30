import { run } from './run.ts';

// The only file that knows of the process: everything it needs of it is handed in.
const chunks: string[] = [];
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error; // a reader such as `head` has seen enough
});
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  now: Date.now(),
  systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  out: (text) => chunks.push(text),
  error: (line) => process.stderr.write(`daybook: ${line}\n`),
}).then((status) => {
  process.exitCode = status;
  process.stdout.write(chunks.join(''));
});
