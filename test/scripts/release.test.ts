import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import Ajv from 'ajv';

// Tests what accompanies the packages, on the files of the last build in dist/.

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}

const metafile: Metafile = JSON.parse(readFileSync('dist/metafile.json', 'utf8'));
const notices = readFileSync('dist/ThirdPartyNotices.txt', 'utf8');

/** Each package with code in dist/, as `name version`. */
const bundled = [
  ...new Set(
    Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)] : [],
      )
      .map((match) => match.input.slice(0, match.index + match[0].length))
      .map((folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')))
      .map(({ name, version }) => `${name} ${version}`),
  ),
].sort();

test('the metafile covers every script and style sheet that ships', async () => {
  const packed = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
  const shipped = [...packed.filter((path) => /^dist\/.*\.(?:js|css)$/.test(path)), 'dist/cli.js'];
  const outputs = new Set(Object.keys(metafile.outputs));
  // The chunks have other names in the metafile: what they share is named after its content.
  const renamed = /^dist\/(?:\w+\.shared\d*|extension\.web)\.js$/;
  assert.deepEqual(
    shipped.filter((path) => !outputs.has(path) && !renamed.test(path)),
    [],
  );
});

test('the notices list exactly the bundled packages, each with the text of its license', () => {
  const [list = '', ...texts] = notices.split(/^={80}$/m);
  const listed = [...list.matchAll(/^- (\S+ \S+) \(.+\)$/gm)].map(([, name]) => name);
  assert.ok(listed.length >= 10);
  assert.deepEqual(listed.toSorted(), bundled);
  assert.equal(texts.length, listed.length);
  for (const [index, text] of texts.entries()) {
    assert.ok(text.trim().startsWith(`${listed[index]} (`), `${listed[index]}`);
    assert.match(text, /copyright/i);
    assert.match(text, /permission|redistribution|license, version/i);
  }
});

test('both packages contain the notices', async () => {
  const packed = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
  assert.ok(packed.includes('dist/ThirdPartyNotices.txt'));
  const [report] = JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts']));
  const paths: string[] = report.files.map(({ path }: { path: string }) => path);
  for (const path of ['dist/cli.js', 'dist/ThirdPartyNotices.txt', 'README.md', 'LICENSE', 'package.json']) {
    assert.ok(paths.includes(path), path);
  }
  assert.ok(!paths.some((path) => /^(?:src|test|docs|node_modules)\//.test(path)));
});

test('the list of packages (SBOM) is valid CycloneDX and names exactly the bundled ones', () => {
  const program = 'node_modules/@cyclonedx/cyclonedx-esbuild/bin/cyclonedx-esbuild-cli.js';
  const args = ['dist/metafile.json', '--output-reproducible', '--spec-version', '1.6'];
  const text = execFileSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const sbom = JSON.parse(text);
  assert.deepEqual([sbom.bomFormat, sbom.metadata.component.name], ['CycloneDX', 'daybook']);
  const named = sbom.components.map(({ name, version, group }: Record<string, string>) => {
    return `${group === undefined ? '' : `${group}/`}${name} ${version}`;
  });
  assert.deepEqual(named.sort(), bundled);
  const folder = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of readdirSync(folder).filter((file) => /^(?:spdx|jsf|cryptography).*\.json$/.test(file))) {
    ajv.addSchema(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), `http://cyclonedx.org/schema/${name}`);
  }
  const validate = ajv.compile(JSON.parse(readFileSync(`${folder}/bom-1.6.SNAPSHOT.schema.json`, 'utf8')));
  assert.ok(validate(sbom), JSON.stringify(validate.errors));
});

test('the release notes are the section of the version in the changelog, and no other tag has any', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const run = (tag: string) => spawnSync(process.execPath, ['scripts/releaseNotes.mjs', tag], { encoding: 'utf8' });
  const { stdout, status } = run(`v${version}`);
  assert.equal(status, 0);
  assert.match(stdout, /^\S/);
  assert.ok(readFileSync('CHANGELOG.md', 'utf8').includes(stdout.trim()));
  assert.doesNotMatch(stdout, /^## |^\[[^\]]+\]: /m);
  const other = run('v9.9.9');
  assert.deepEqual([other.status, other.stdout], [1, '']);
  assert.equal(other.stderr, `The tag is "v9.9.9", but package.json has version ${version}.\n`);
});

function npm(args: readonly string[]): string {
  return execFileSync('npm', args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
