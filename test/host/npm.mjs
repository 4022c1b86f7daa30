// Uses built-in modules only: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/**
 * Runs npm and resolves to its output. Rejects with the first lines of its error output, without URLs.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<string>}
 */
export function npm(args, cwd) {
  const cli = process.env['npm_execpath'] ?? '';
  const [command, npmArgs] = basename(cli) === 'npm-cli.js' ? [process.execPath, [cli]] : ['npm', []];
  const flags = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...npmArgs, ...args, ...flags], {
      cwd,
      shell: command === 'npm' && process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (/** @type {Buffer} */ bytes) => (output += bytes));
    child.stderr.on('data', (/** @type {Buffer} */ bytes) => (errors += bytes));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      const lines = (errors || output)
        .replace(/https?:\/\/\S+/g, '(the registry)')
        .trim()
        .split('\n');
      reject(new Error(`npm ${args[0]} failed (${code}):\n${lines.slice(0, 15).join('\n')}`));
    });
  });
}
