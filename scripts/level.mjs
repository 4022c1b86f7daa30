// Runs one level of the tests in a process group of its own: with a time limit, a log, and a result that must be stated.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atExit, endGroup, signalGroup } from '../test/host/cleanup.mjs';
import { project } from '../test/host/hosts.mjs';

/**
 * Runs a level's command and resolves to `{ passed, failed, skipped, reasons, output, seconds }`. What only has to succeed
 * (`counts: false`) counts nothing when it does; a level that states no result, or not a single test, has failed.
 */
export async function runLevel({ title, command: [program, ...args], minutes = 15, counts = true }, { verbose }) {
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
  const read = (bytes) => {
    const text = bytes.toString().replaceAll('\u2063', '');
    output += text;
    log.write(text);
    if (verbose) process.stdout.write(text);
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  const code = await new Promise((resolve) => {
    const timer = setTimeout(() => {
      read(`\nStopped after ${minutes} min.\n`);
      endGroup(child.pid);
    }, minutes * 60_000);
    child.on('error', (error) => {
      read(`${error.message}\n`);
      resolve(1);
    });
    child.on('close', (status) => {
      clearTimeout(timer);
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
