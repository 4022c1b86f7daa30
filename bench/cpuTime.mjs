import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const printCpuTime = fileURLToPath(new URL('printCpuTimeAtExit.cjs', import.meta.url));

/**
 * Runs a Node.js script in its own process; returns its output and its user CPU time in seconds.
 *
 * @param {readonly string[]} args the script and its arguments
 * @param {string} input its standard input
 */
export function runMeasured(args, input = '') {
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', printCpuTime, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  const seconds = Number(/##(\d+)$/.exec(stderr)?.[1]) / 1e6;
  if (!Number.isFinite(seconds)) throw new Error(`${args[0]} did not run to the end: ${stderr.slice(0, 500)}`);
  return { seconds, stdout };
}

/** Runs a Node.js script in its own process and returns its user CPU time in seconds. */
export function userCpuSeconds(/** @type {readonly string[]} */ args) {
  return runMeasured(args).seconds;
}
