// The steps of a test run. Each step is a command with a title. It belongs to one part of a run (`npm test -- unit editor`) and to
// one or more levels: `default` (npm test), `slow` (npm run test:slow) and `all` (npm run test:all).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasHostedEditor, newest, oldest, project } from '../test/host/hosts.mjs';
import { globSync } from './glob.mjs';

/** @typedef {'default' | 'slow' | 'all'} Level */

/**
 * @typedef {object} Step
 * @property {string} part
 * @property {string} title
 * @property {readonly string[]} command
 * @property {readonly Level[]} levels
 * @property {boolean} [countsTests] false if the step only succeeds or fails
 * @property {boolean} [exclusive] true if no other step may run at the same time
 * @property {Readonly<Record<string, string>>} [env]
 */

const node = process.execPath;
const vsix = '.vscode-test/daybook.vsix';

/** Packs the extension. Runs before the build step, because its production build goes into the same folder. */
export const packageStep = step('package', 'package', ['scripts/package.mjs', '--out', vsix], { countsTests: false });

/** Builds the extension and the tests. */
export const buildStep = step('build', 'build', ['esbuild.mjs', '--tests'], { countsTests: false });

/**
 * Returns the steps of a level in the order in which they start. `parts` selects steps; `match` selects test files whose path
 * contains it. Reads the list of built test files, so call it after the build.
 *
 * @param {{ level: Level, parts: readonly string[], match?: string }} options
 * @returns {readonly Step[]}
 */
export function stepsOf({ level, parts, match = '' }) {
  const steps = [
    step('check', 'types', [bin('typescript', 'tsc'), '--build'], { countsTests: false, levels: ['default', 'all'] }),
    step('check', 'style', [bin('@biomejs/biome', 'biome'), 'check'], {
      countsTests: false,
      levels: ['default', 'all'],
    }),
    step('check', 'dead code', [bin('knip')], { countsTests: false, levels: ['default', 'all'] }),
    step('check', 'workflows', ['scripts/lintWorkflows.mjs'], { countsTests: false, levels: ['default', 'all'] }),
    testFiles('unit', { folder: 'out/test', suffix: '.test.mjs', level, match }),
    editor('editor', newest, 'node', ['default', 'all']),
    ...(hasHostedEditor ? [testFiles('ui', { folder: 'test/ui', suffix: '.journey.mjs', level, match })] : []),
    ...(hasHostedEditor ? [untrusted(newest)] : []),
    smoke(newest, 'web'),
    smoke(oldest, 'node'),
    smoke(newest, 'vsix'),
    editor('editor', newest, 'web', ['all']),
    editor('editor', oldest, 'node', ['all']),
    editor('editor', oldest, 'web', ['all']),
    editor('editor', newest, 'vsix', ['all']),
    editor('editor', oldest, 'vsix', ['all']),
    editor('desktop', newest, 'node', ['default', 'all']),
    editor('desktop', newest, 'web', ['all']),
    editor('desktop', newest, 'vsix', ['default', 'all']),
  ];
  return steps.filter((step) => parts.includes(step.part) && step.levels.includes(level));
}

/** Whether a step needs the packed extension. */
export function needsPackage(/** @type {Step} */ { command, env }) {
  return command.includes(vsix) || env?.['DAYBOOK_VSIX'] === vsix;
}

/** @returns {Step} */
function step(
  /** @type {string} */ part,
  /** @type {string} */ title,
  /** @type {readonly string[]} */ args,
  /** @type {Partial<Step>} */ options = {},
) {
  return { part, title, command: [node, ...args], levels: ['default', 'slow', 'all'], exclusive: true, ...options };
}

/** @returns {Step} */
function editor(
  /** @type {string} */ part,
  /** @type {string} */ version,
  /** @type {'node' | 'web' | 'vsix'} */ kind,
  /** @type {readonly Level[]} */ levels,
  /** @type {readonly string[]} */ extraArgs = [],
) {
  const args = [
    'test/host/runSuites.mjs',
    '--version',
    version,
    ...(kind === 'vsix' ? ['--vsix', vsix] : ['--kind', kind]),
  ];
  if (part === 'desktop') args.push('--desktop');
  const title = [
    part,
    version,
    kind,
    extraArgs.includes('--untrusted') ? 'untrusted' : extraArgs.includes('--smoke') ? 'smoke' : '',
  ]
    .join(' ')
    .trim();
  return step(part, title, [...args, ...extraArgs], { levels, exclusive: part === 'desktop' });
}

/** Runs one test or more of each feature, in a host other than the one that runs the whole suite. */
function smoke(/** @type {string} */ version, /** @type {'node' | 'web' | 'vsix'} */ kind) {
  return editor('editor', version, kind, ['default'], ['--smoke']);
}

/** Runs those tests in a window that does not trust the folder, and those of Restricted Mode. */
function untrusted(/** @type {string} */ version) {
  return editor('editor', version, 'node', ['default', 'all'], ['--untrusted', '--smoke']);
}

/**
 * Runs the test files of a folder that belong to a level. Files named `*.slow.*` belong to `slow`, all others to `default`.
 *
 * @param {string} part
 * @param {{ folder: string, suffix: string, level: Level, match: string }} options
 * @returns {Step}
 */
function testFiles(part, { folder, suffix, level, match }) {
  const files = existsSync(join(project, folder)) ? globSync(folder, /./) : [];
  const chosen = files.filter(
    (path) =>
      path.endsWith(suffix) &&
      path.includes(match) &&
      (part === 'ui' || level === 'all' || path.endsWith(`.slow${suffix}`) === (level === 'slow')),
  );
  const options = ['--enable-source-maps', '--test-reporter=./scripts/testReporter.mjs', 'scripts/runInOneProcess.mjs'];
  return step(part, part === 'ui' ? 'journeys' : part, [...options, ...chosen], {
    exclusive: part === 'unit',
    env: { DAYBOOK_LEVEL: level, ...(part === 'ui' && level !== 'default' ? { DAYBOOK_VSIX: vsix } : {}) },
  });
}

/**
 * Returns the path of the script that a command of an installed package runs.
 *
 * @param {string} packageName
 * @param {string} [command]
 */
export function bin(packageName, command = packageName) {
  const folder = join(project, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (path === undefined) throw new Error(`${packageName} has no command "${command}".`);
  return join(folder, path);
}
