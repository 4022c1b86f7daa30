// Runs the suites of test/vscode in an editor:
//   node test/host/runSuites.mjs [--version 1.139] [--kind web] [--vsix FILE] [--smoke] [--grep TITLE] [--untrusted] [--desktop]
// `--smoke` runs the tests whose title ends in `@smoke`, `--grep` those whose title contains the text. `--untrusted`
// opens the folder in Restricted Mode. Prints the report of the suites,
// then `##result {…}`. Exits with 1 if a test failed or none ran.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { createHome, RESTRICTED_MODE } from './editorHome.mjs';
import { hasHostedEditor, hostsFolder, newest, project, releaseOf } from './hosts.mjs';
import { install } from './install.mjs';
import { addRealDraft, copyNewsroom } from './sampleNewsroom.mjs';
import { installExtension } from './vscodeServer.mjs';

const { values: options } = parseArgs({
  options: {
    version: { type: 'string', default: newest },
    kind: { type: 'string', default: 'node' },
    vsix: { type: 'string' },
    folder: { type: 'string' },
    smoke: { type: 'boolean', default: false },
    grep: { type: 'string' },
    untrusted: { type: 'boolean', default: false },
    desktop: { type: 'boolean', default: !hasHostedEditor },
  },
});
const { version, kind, desktop } = options;
const vsix = options.vsix && resolve(options.vsix);
// test/vscode/smoke.test.ts checks that the suite runs in the host that these settings describe.
const home = createHome(({ extensions }) => ({
  'daybookTest.version': version,
  'daybookTest.kind': kind,
  'daybookTest.grep': options.grep ?? (options.smoke ? '@smoke' : ''),
  'daybookTest.root': vsix ? extensions : project,
  'daybookTest.untrusted': options.untrusted,
  ...(options.untrusted ? RESTRICTED_MODE : {}),
  // A workbench in a browser ignores extensionDevelopmentKind but applies this setting.
  ...(kind === 'web' ? { 'remote.extensionKind': { 'daybook.daybook': ['web'] } } : {}),
}));
const folder = join(home.path, 'newsroom');
copyNewsroom(folder, options.folder);
addRealDraft(folder);

try {
  const executable = desktop ? await desktopEditor() : await hostedEditor();
  await runTests({
    vscodeExecutablePath: executable,
    // Loaded from its sources, the extension would hide the installed package. So run the package's tests with an empty extension.
    extensionDevelopmentPath: vsix ? join(project, 'test/host/emptyExtension') : project,
    extensionTestsPath: join(project, 'out/test/vscode', kind === 'web' ? 'web.js' : 'index.js'),
    extensionTestsEnv: {
      DAYBOOK_HOST: version,
      ...(options.untrusted ? { DAYBOOK_UNTRUSTED: '1' } : {}),
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
  return fileURLToPath(new URL('hostedEditor.mjs', import.meta.url));
}

async function desktopEditor() {
  const executable = await downloadAndUnzipVSCode({ version: releaseOf(version), cachePath: hostsFolder });
  if (vsix) {
    const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, {
      reuseMachineInstall: true,
    });
    const folders = [`--user-data-dir=${home.data}`, `--extensions-dir=${home.extensions}`];
    const { status } = spawnSync(cli, [...args, ...folders, '--install-extension', vsix], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`Could not install ${vsix}.`);
  }
  return executable;
}
