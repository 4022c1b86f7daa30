// Runs `daybook check` with the inputs of the GitHub Action. GitHub passes each input in a variable of the environment; no text of an input
// is part of a script.
const input = (/** @type {string} */ name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const args = input('args')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');

process.argv.splice(
  2,
  Number.POSITIVE_INFINITY,
  'check',
  '--format=github',
  `--root=${input('root') || '.'}`,
  `--fail-on=${input('fail-on') || 'error'}`,
  ...args,
);
const commandLine = '../dist/cli.js'; // built, and so without types
await import(commandLine);
