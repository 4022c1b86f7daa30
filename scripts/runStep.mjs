// Runs one step of a test run in its own process group, writes a log, and ends the step if it hangs.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atExit, endGroup, signalGroup } from '../test/host/cleanup.mjs';
import { project } from '../test/host/hosts.mjs';
import { STEP_IDLE_MS, watchIdle } from '../test/host/watchIdle.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} reasons why tests were skipped
 */

/** @typedef {Counts & { output: string, seconds: number }} Result */

/**
 * Runs the command of a step and resolves to its result. A step fails if it prints no `##result` line or passes no test, unless it
 * `countsTests: false`: then its exit code decides, and all counts of a success are 0.
 *
 * @param {import('./testSteps.mjs').Step} step
 * @param {{ verbose?: boolean, idleMs?: number }} [options]
 * @returns {Promise<Result>}
 */
export async function runStep(
  { title, command, env, countsTests = true },
  { verbose = false, idleMs = STEP_IDLE_MS } = {},
) {
  const started = Date.now();
  mkdirSync(join(project, 'out/logs'), { recursive: true });
  const log = createWriteStream(join(project, 'out/logs', `${title.replace(/\W+/g, '-')}.log`));
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: project,
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const cancel = atExit(() => signalGroup(child.pid, 'SIGTERM'));
  let output = '';
  let lastTest = 'none';
  const print = (/** @type {string} */ line) => {
    output += `${line}\n`;
    log.write(`${line}\n`);
    if (verbose) console.log(line);
  };
  const watch = watchIdle(idleMs, () => {
    print(`Ended after ${idleMs / 60_000} minutes without output. Last test started: ${lastTest}`);
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
  cancel();
  log.end();
  return { output, seconds: (Date.now() - started) / 1000, ...countsOf(output, code, countsTests) };
}

/** @returns {Counts} */
function countsOf(/** @type {string} */ output, /** @type {number} */ code, /** @type {boolean} */ countsTests) {
  const none = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  if (!countsTests) return { ...none, failed: code === 0 ? 0 : 1 };
  const [, json = '{}'] = [...output.matchAll(/^##result (.*)$/gm)].at(-1) ?? [];
  /** @type {Counts} */
  const result = { ...none, ...JSON.parse(json) };
  const hasPassed = result.passed > 0 && code === 0;
  return { ...result, failed: hasPassed ? result.failed : Math.max(result.failed, 1) };
}
