import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const atExit = fileURLToPath(new URL('cpuAtExit.cjs', import.meta.url));

/**
 * The user CPU, in seconds, that a node script and its arguments take as a process of their own, and what it prints.
 *
 * @param {readonly string[]} args
 * @param {string} input what it is given to read
 */
export function measured(args, input = '') {
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', atExit, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  const seconds = Number(/##(\d+)$/.exec(stderr)?.[1]) / 1e6;
  if (!Number.isFinite(seconds)) throw new Error(`${args[0]} did not end: ${stderr.slice(0, 500)}`);
  return { seconds, stdout };
}

/** The user CPU alone. */
export function userCpuOf(/** @type {readonly string[]} */ args) {
  return measured(args).seconds;
}
