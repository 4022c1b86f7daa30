// Runs one level of the tests in a process group of its own: with an end to what hangs, a log, and a result that must be stated.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atExit, endGroup, signalGroup } from '../test/host/cleanup.mjs';
import { project } from '../test/host/hosts.mjs';
import { LEVEL_IDLE_MS, watchIdle } from '../test/host/idle.mjs';

/**
 * Runs a level's command and resolves to `{ passed, failed, skipped, reasons, output, seconds }`. What only has to succeed
 * (`counts: false`) counts nothing when it does; a level that states no result, or not a single test, has failed.
 */
export async function runLevel({ title, command: [program, ...args], counts = true }, { verbose }) {
  const began = Date.now();
  mkdirSync(join(project, 'out/logs'), { recursive: true });
  const log = createWriteStream(join(project, 'out/logs', `${title.replace(/\W+/g, '-')}.log`));
  const child = spawn(program, args, {
    cwd: project,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const callOff = atExit(() => signalGroup(child.pid, 'SIGTERM'));
  let output = '';
  let lastTest = 'none';
  const print = (line) => {
    output += `${line}\n`;
    log.write(`${line}\n`);
    if (verbose) console.log(line);
  };
  const watch = watchIdle(LEVEL_IDLE_MS, () => {
    print(`Ended: nothing happened for ${LEVEL_IDLE_MS / 60_000} minutes; the last test that began: ${lastTest}`);
    endGroup(child.pid);
  });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      watch.touch();
      const [, title] = /^##test (.*)$/.exec(line) ?? [];
      if (title === undefined) print(line.replaceAll('\u2063', ''));
      else lastTest = title;
    });
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      print(error.message);
      resolve(1);
    });
    child.on('close', (status) => {
      watch.stop();
      resolve(status ?? 1);
    });
  });
  if (child.pid !== undefined) await endGroup(child.pid);
  callOff();
  log.end();
  return { output, seconds: (Date.now() - began) / 1000, ...verdict(output, code, counts) };
}

function verdict(output, code, counts) {
  const none = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  if (!counts) return { ...none, failed: code === 0 ? 0 : 1 };
  const stated = [...output.matchAll(/^##result (.*)$/gm)].at(-1);
  const result = { ...none, ...(stated ? JSON.parse(stated[1]) : {}) };
  const proven = result.passed > 0 && code === 0;
  return { ...result, failed: proven ? result.failed : Math.max(result.failed, 1) };
}
