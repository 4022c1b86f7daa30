// Removes temporary folders and ends child processes when this process exits.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<() => void>} */
const tasks = new Set();

/**
 * Runs a synchronous task at exit, even after Ctrl+C or SIGTERM. Returns a function that cancels the task.
 *
 * @param {() => void} task
 */
export function atExit(task) {
  listen();
  tasks.add(task);
  return () => tasks.delete(task);
}

/**
 * Creates a temporary folder that is removed at exit. Its path has no symbolic links, because an editor compares paths as text.
 *
 * @param {string} name becomes part of the folder's name
 */
export function temporaryFolder(name) {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `daybook-${name}-`)));
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const cancel = atExit(remove);
  return {
    path,
    remove: () => {
      cancel();
      remove();
    },
  };
}

/**
 * Sends a signal to a process group. Returns false if the group has no processes.
 *
 * @param {number | undefined} pid undefined for a process that could not be started
 * @param {NodeJS.Signals | 0} signal 0 sends nothing and only checks whether the group has processes
 */
export function signalGroup(pid, signal) {
  if (pid === undefined) return false;
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ends a process group with SIGTERM, and with SIGKILL if it is still alive after the timeout.
 *
 * @param {number | undefined} pid undefined for a process that could not be started
 */
export async function endGroup(pid, timeoutMs = 3000) {
  const deadline = Date.now() + timeoutMs;
  signalGroup(pid, 'SIGTERM');
  while (signalGroup(pid, 0)) {
    if (Date.now() > deadline) signalGroup(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let isListening = false;

function listen() {
  if (isListening) return;
  isListening = true;
  process.once('exit', () => {
    for (const task of [...tasks].reverse()) task();
  });
  for (const signal of /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM'])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
