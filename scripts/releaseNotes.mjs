// Prints what CHANGELOG.md says about a release: `node scripts/releaseNotes.mjs v0.2.0`. Fails unless package.json has that version and
// the changelog has a date for it.
import { readFileSync } from 'node:fs';

const [tag = ''] = process.argv.slice(2);
/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
if (tag !== `v${version}`) fail(`The tag is "${tag}", but package.json has version ${version}.`);
const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const section = sections.find((text) => text.startsWith(`[${version}] - `)) ?? '';
const [, date] = /^.* - (\d{4}-\d{2}-\d{2})\n/.exec(section) ?? [];
if (date === undefined) fail(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD".`);
const [, ...lines] = section.split('\n');
const end = lines.findIndex((line) => /^\[[^\]]+\]: /.test(line)); // the links at the end of the changelog
console.log(
  lines
    .slice(0, end === -1 ? undefined : end)
    .join('\n')
    .trim(),
);

function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}
