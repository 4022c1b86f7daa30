// Runs the suites of test/vscode in an editor: `node test/host/run.mjs [--version 1.139] [--kind web] [--vsix file]
// [--smoke] [--grep title] [--desktop]`; `--smoke` runs the tests whose titles end in `@smoke`, `--grep` those whose titles hold the text.
// Prints the suites' report, then `##result {…}`; exits with 1 if a test failed or none ran.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { makeHome } from './home.mjs';
import { hosted, newest, project, releaseOf, shelf } from './hosts.mjs';
import { install } from './install.mjs';
import { addRealDraft, copyNewsroom } from './newsroom.mjs';
import { installExtension } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    version: { type: 'string', default: newest },
    kind: { type: 'string', default: 'node' },
    vsix: { type: 'string' },
    folder: { type: 'string' },
    smoke: { type: 'boolean', default: false },
    grep: { type: 'string' },
    desktop: { type: 'boolean', default: !hosted },
  },
});
const { version, kind, desktop } = options;
const vsix = options.vsix && resolve(options.vsix);
// What the suite must find itself in, see test/vscode/smoke.test.ts.
const home = makeHome(({ extensions }) => ({
  'daybookTest.version': version,
  'daybookTest.kind': kind,
  'daybookTest.grep': options.grep ?? (options.smoke ? '@smoke' : ''),
  'daybookTest.root': vsix ? extensions : project,
  // A workbench in the browser does not heed extensionDevelopmentKind, but it does heed this.
  ...(kind === 'web' ? { 'remote.extensionKind': { 'daybook.daybook': ['web'] } } : {}),
}));
const folder = join(home.path, 'newsroom');
copyNewsroom(folder, options.folder);
addRealDraft(folder);

try {
  const executable = desktop ? await desktopEditor() : await hostedEditor();
  await runTests({
    vscodeExecutablePath: executable,
    // A source folder would shadow the installed package: there the suite comes with an empty extension of its own.
    extensionDevelopmentPath: vsix ? join(project, 'test/host/carrier') : project,
    extensionTestsPath: join(project, 'out/test/vscode', kind === 'web' ? 'web.js' : 'index.js'),
    extensionTestsEnv: {
      DAYBOOK_HOST: version,
      DAYBOOK_SCREENSHOT: join(project, `out/screenshots/failed-${version}-${vsix ? 'vsix' : kind}.png`),
    },
    launchArgs: [
      folder,
      `--user-data-dir=${home.data}`,
      `--extensions-dir=${home.extensions}`,
      ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  home.remove();
}

async function hostedEditor() {
  await install(version, ...(process.env['CHROMIUM_PATH'] ? [] : ['chromium']));
  if (vsix) installExtension(vsix, { home, version });
  return fileURLToPath(new URL('electron.mjs', import.meta.url));
}

async function desktopEditor() {
  const executable = await downloadAndUnzipVSCode({ version: releaseOf(version), cachePath: shelf });
  if (vsix) {
    const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, {
      reuseMachineInstall: true,
    });
    const folders = [`--user-data-dir=${home.data}`, `--extensions-dir=${home.extensions}`];
    const { status } = spawnSync(cli, [...args, ...folders, '--install-extension', vsix], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`${vsix} could not be installed.`);
  }
  return executable;
}
