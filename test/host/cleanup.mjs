// What must not outlive this process: temporary folders and the processes it started.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<() => void>} */
const chores = new Set();

/**
 * Has a synchronous chore done at exit, also after Ctrl+C or a polite kill; returns a function that calls it off.
 *
 * @param {() => void} chore
 */
export function atExit(chore) {
  listen();
  chores.add(chore);
  return () => chores.delete(chore);
}

/**
 * Makes a new folder, removed at exit; its path is the real one, because an editor compares paths as text.
 *
 * @param {string} name a word to recognize it by
 */
export function temporaryFolder(name) {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `daybook-${name}-`)));
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const callOff = atExit(remove);
  return {
    path,
    remove: () => {
      callOff();
      remove();
    },
  };
}

/**
 * Sends a signal to a process group; false when nobody is left in it.
 *
 * @param {number | undefined} pid undefined for a process that could not be started
 * @param {NodeJS.Signals | 0} signal 0 only asks whether somebody is there
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
 * Ends a process group: politely first, by force after `patience` milliseconds.
 *
 * @param {number | undefined} pid undefined for a process that could not be started
 */
export async function endGroup(pid, patience = 3000) {
  const deadline = Date.now() + patience;
  signalGroup(pid, 'SIGTERM');
  while (signalGroup(pid, 0)) {
    if (Date.now() > deadline) signalGroup(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const chore of [...chores].reverse()) chore();
  });
  for (const signal of /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM'])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
