import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const LARGEST_PACKAGE_BYTES = 400 * 1024;

test('two builds at another time, in another zone, in another folder and with other file modes give the same package', (t) => {
  const packages = ['one', 'two'].map((name, index) => {
    const folder = mkdtempSync(join(tmpdir(), `daybook-${name}-`));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    copyProject(folder);
    if (index === 1) {
      utimesSync(join(folder, 'README.md'), 0, 0);
      chmodSync(join(folder, 'LICENSE'), 0o600);
    }
    const env = { ...process.env, TZ: index === 0 ? 'America/St_Johns' : 'Asia/Tokyo', SOURCE_DATE_EPOCH: undefined };
    execFileSync(process.execPath, ['scripts/package.mjs', '--out', 'out.vsix'], { cwd: folder, env, stdio: 'ignore' });
    return readFileSync(join(folder, 'out.vsix'));
  });
  const [first, second] = packages;
  assert.ok(first && second && first.equals(second));
  assert.ok(first.length <= LARGEST_PACKAGE_BYTES, `${first.length} bytes`);
});

/** Copies all but what is built or installed, and links what is installed. */
function copyProject(to: string): void {
  for (const name of readdirSync('.')) {
    if (/^(?:\.git|\.vscode-test|dist|node_modules|out.*|.*\.vsix)$/.test(name)) continue;
    cpSync(name, join(to, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(to, 'node_modules'), 'junction');
}
