// Makes everything that a release consists of: `npm run release` writes the VSIX, the npm package, a list of the packages in both (SBOM,
// CycloneDX), their licenses and the checksums to out/release, or to --out. Publishes nothing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from '../test/host/hosts.mjs';
import { bin } from './testSteps.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: `${project}/out/release` } } });
const folder = resolve(values.out);
/** @type {{ name: string, version: string }} */
const { name, version } = JSON.parse(readFileSync(`${project}/package.json`, 'utf8'));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
run('npm', ['pack', '--pack-destination', folder]);
run(process.execPath, ['scripts/package.mjs', '--out', join(folder, `${name}-${version}.vsix`)]);
run(process.execPath, [
  bin('@cyclonedx/cyclonedx-esbuild', 'cyclonedx-esbuild'),
  ...['dist/metafile.json', '--output-reproducible', '--output-file', join(folder, `${name}-sbom.cdx.json`)],
]);
copyFileSync(`${project}/dist/ThirdPartyNotices.txt`, join(folder, 'ThirdPartyNotices.txt'));
const sums = readdirSync(folder)
  .sort()
  .map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`);
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
console.log(sums.join(''));

function run(/** @type {string} */ program, /** @type {readonly string[]} */ args) {
  execFileSync(program, args, { cwd: project, stdio: 'inherit', shell: process.platform === 'win32' });
}

function sha256(/** @type {Buffer} */ content) {
  return createHash('sha256').update(content).digest('hex');
}
