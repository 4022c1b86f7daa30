// Tags a release: `node scripts/tagRelease.mjs [--repository DIR]` creates the tag `v<version>`. The tagged commit follows the current one
// and adds the built command line, which the GitHub Action and the pre-commit hooks run from the tag: so they install and build nothing.
// Neither the branch nor the work tree changes. Build for production first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What the tag adds to the sources. The first file can be executed. */
const BUILT_FILES = ['dist/cli.js', 'dist/ThirdPartyNotices.txt'];

const { values } = parseArgs({ options: { repository: { type: 'string', default: '.' } } });
const { repository } = values;
/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
const tag = `v${version}`;
if (git('status', '--porcelain') !== '') throw new Error('There are uncommitted changes. Commit them first.');

const folder = mkdtempSync(join(tmpdir(), 'daybook-tag-'));
try {
  process.env['GIT_INDEX_FILE'] = join(folder, 'index'); // a tag must not touch what is staged
  git('read-tree', 'HEAD');
  for (const [index, path] of BUILT_FILES.entries()) {
    const blob = git('hash-object', '-w', '--', path);
    git('update-index', '--add', '--cacheinfo', `${index === 0 ? '100755' : '100644'},${blob},${path}`);
  }
  const commit = git('commit-tree', git('write-tree'), '-p', 'HEAD', '-m', `Build the command line of ${tag}`);
  git('tag', '--annotate', tag, commit, '--message', `Daybook ${version}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Created ${tag}. Push it with: git push origin ${tag}`);

function git(/** @type {readonly string[]} */ ...args) {
  return execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();
}
