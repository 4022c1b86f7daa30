// What a run of the tests consists of. A step is a command with a title; each belongs to a part (`npm test -- unit editor`)
// and to one or several levels: `default` (npm test), `slow` (npm run test:slow) and `all` (npm run test:all).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hosted, newest, oldest, project } from '../test/host/hosts.mjs';
import { globSync } from './files.mjs';

/** @typedef {'default' | 'slow' | 'all'} Level */

/**
 * @typedef {object} Step
 * @property {string} part
 * @property {string} title
 * @property {readonly string[]} command
 * @property {readonly Level[]} levels
 * @property {boolean} [counts] false where success is all there is to tell
 * @property {boolean} [alone] true where no other step may run beside it
 * @property {Readonly<Record<string, string>>} [env]
 */

const node = process.execPath;
const vsix = '.vscode-test/daybook.vsix';

/** Packs what ships. It comes before the build: the package is made of a production build, which lies in the same place. */
export const packageStep = step('package', 'package', ['scripts/package.mjs', '--out', vsix], { counts: false });

/** Builds what the tests run on. */
export const buildStep = step('build', 'build', ['esbuild.mjs', '--tests'], { counts: false });

/**
 * The steps of a level in the order in which they start; `parts` picks some of them, `match` the test files whose path
 * holds it. Only this looks at files, so it is called after the build.
 *
 * @param {{ level: Level, parts: readonly string[], match?: string }} options
 * @returns {readonly Step[]}
 */
export function stepsOf({ level, parts, match = '' }) {
  const steps = [
    step('check', 'types', [bin('typescript', 'tsc'), '--build'], { counts: false, levels: ['default', 'all'] }),
    step('check', 'style', [bin('@biomejs/biome', 'biome'), 'check'], { counts: false, levels: ['default', 'all'] }),
    step('check', 'dead code', [bin('knip')], { counts: false, levels: ['default', 'all'] }),
    step('check', 'workflows', ['scripts/lintWorkflows.mjs'], { counts: false, levels: ['default', 'all'] }),
    testFiles('unit', { folder: 'out/test', suffix: '.test.mjs', level, match }),
    editor('editor', newest, 'node', ['default', 'all']),
    ...(hosted ? [testFiles('ui', { folder: 'test/ui', suffix: '.journey.mjs', level, match })] : []),
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

/** Whether a step installs the package, which must then be made first. */
export function needsPackage(/** @type {Step} */ { command }) {
  return command.includes(vsix);
}

/** @returns {Step} */
function step(
  /** @type {string} */ part,
  /** @type {string} */ title,
  /** @type {readonly string[]} */ args,
  /** @type {Partial<Step>} */ options = {},
) {
  return { part, title, command: [node, ...args], levels: ['default', 'slow', 'all'], alone: true, ...options };
}

/** @returns {Step} */
function editor(
  /** @type {string} */ part,
  /** @type {string} */ version,
  /** @type {string} */ what,
  /** @type {readonly Level[]} */ levels,
  /** @type {readonly string[]} */ more = [],
) {
  const args = ['test/host/run.mjs', '--version', version, ...(what === 'vsix' ? ['--vsix', vsix] : ['--kind', what])];
  if (part === 'desktop') args.push('--desktop');
  const title = [part, version, what, more.includes('--smoke') ? 'smoke' : ''].join(' ').trim();
  return step(part, title, [...args, ...more], { levels, alone: part === 'desktop' });
}

/** At least one test of each feature, in another host than the one that runs them all. */
function smoke(/** @type {string} */ version, /** @type {string} */ what) {
  return editor('editor', version, what, ['default'], ['--smoke']);
}

/**
 * The test files of a folder that belong to the level: `….slow…` to `slow`, the others to `default`.
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
  const options = ['--enable-source-maps', '--test-reporter=./scripts/reporter.mjs', 'scripts/oneProcess.mjs'];
  return step(part, part === 'ui' ? 'journeys' : part, [...options, ...chosen], {
    alone: part === 'unit',
    env: { DAYBOOK_LEVEL: level },
  });
}

/**
 * The program of an installed package; its command has the package's name unless another is named.
 *
 * @param {string} packageName
 * @param {string} [command]
 */
export function bin(packageName, command = packageName) {
  const home = join(project, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (path === undefined) throw new Error(`${packageName} has no command "${command}".`);
  return join(home, path);
}
