// Runs one step of the tests in a process group of its own: with an end to what hangs, a log, and a result that must be stated.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atExit, endGroup, signalGroup } from '../test/host/cleanup.mjs';
import { project } from '../test/host/hosts.mjs';
import { STEP_IDLE_MS, watchIdle } from '../test/host/idle.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} reasons why some were skipped
 */

/** @typedef {Counts & { output: string, seconds: number }} Result */

/**
 * Runs a step's command and resolves to its result. What only has to succeed (`counts: false`) counts nothing when it
 * does; a step that states no result, or not a single test, has failed.
 *
 * @param {import('./steps.mjs').Step} step
 * @param {{ verbose?: boolean, idleMs?: number }} [options]
 * @returns {Promise<Result>}
 */
export async function runStep({ title, command, env, counts = true }, { verbose = false, idleMs = STEP_IDLE_MS } = {}) {
  const began = Date.now();
  mkdirSync(join(project, 'out/logs'), { recursive: true });
  const log = createWriteStream(join(project, 'out/logs', `${title.replace(/\W+/g, '-')}.log`));
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: project,
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const callOff = atExit(() => signalGroup(child.pid, 'SIGTERM'));
  let output = '';
  let lastTest = 'none';
  const print = (/** @type {string} */ line) => {
    output += `${line}\n`;
    log.write(`${line}\n`);
    if (verbose) console.log(line);
  };
  const watch = watchIdle(idleMs, () => {
    print(`Ended: nothing happened for ${idleMs / 60_000} minutes; the last test that began: ${lastTest}`);
    endGroup(child.pid);
  });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      watch.touch();
      const [, name] = /^##test (.*)$/.exec(line) ?? [];
      if (name === undefined) print(line.replaceAll('\u2063', ''));
      else lastTest = name;
    });
  }
  /** @type {number} */
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      print(error.message);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  watch.stop();
  await endGroup(child.pid);
  callOff();
  log.end();
  return { output, seconds: (Date.now() - began) / 1000, ...verdict(output, code, counts) };
}

/** @returns {Counts} */
function verdict(/** @type {string} */ output, /** @type {number} */ code, /** @type {boolean} */ counts) {
  const none = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  if (!counts) return { ...none, failed: code === 0 ? 0 : 1 };
  const [, stated = '{}'] = [...output.matchAll(/^##result (.*)$/gm)].at(-1) ?? [];
  /** @type {Counts} */
  const result = { ...none, ...JSON.parse(stated) };
  const proven = result.passed > 0 && code === 0;
  return { ...result, failed: proven ? result.failed : Math.max(result.failed, 1) };
}
