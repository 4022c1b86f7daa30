// The levels of the tests, in the order in which they run.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { hosted, newest, oldest, project } from '../test/host/hosts.mjs';
import { globSync } from './files.mjs';

const node = process.execPath;
const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const vsix = `${name}-${version}.vsix`;

/**
 * Every level belongs to a part, by which it is called (`npm test -- unit editor`); `desktop` runs only when called.
 * `match` picks the test files of the parts that run in node by a piece of their path.
 */
export function levels({ match = '' }) {
  const units = files('out/test', /^(?!vscode).*\.test\.js$/, match);
  const journeys = files('test/ui', /\.journey\.mjs$/, match);
  return [
    { part: 'check', title: 'types', command: [node, bin('typescript', 'tsc'), '--noEmit'], counts: false },
    { part: 'check', title: 'style', command: [node, bin('@biomejs/biome', 'biome'), 'check'], counts: false },
    { part: 'unit', title: 'unit', command: testRun(units, availableParallelism()) },
    editor('editor', newest, 'node'),
    editor('editor', newest, 'web'),
    editor('editor', oldest, 'node'),
    editor('editor', oldest, 'web'),
    packing('editor'),
    editor('editor', newest, 'vsix'),
    editor('editor', oldest, 'vsix'),
    ...(hosted ? [{ part: 'ui', title: 'journeys', command: testRun(journeys, 1) }] : []), // they drive the browser
    editor('desktop', newest, 'node'),
    editor('desktop', newest, 'web'),
    packing('desktop'),
    editor('desktop', newest, 'vsix'),
  ];
}

function editor(part, version, what) {
  const options = what === 'vsix' ? ['--vsix', vsix] : ['--kind', what];
  if (part === 'desktop') options.push('--desktop');
  return {
    part,
    title: `${part} ${version} ${what}`,
    command: [node, 'test/host/run.mjs', '--version', version, ...options],
  };
}

function packing(part) {
  return { part, title: 'package', command: [node, 'scripts/package.mjs'], counts: false };
}

function testRun(paths, concurrency) {
  if (paths.length === 0) return [node, '--eval', "console.log('There is no test file.')"]; // `node --test` would look for some
  return [
    node,
    '--enable-source-maps',
    '--test',
    '--test-reporter=./scripts/reporter.mjs',
    `--test-concurrency=${concurrency}`,
    ...paths,
  ];
}

function files(folder, pattern, match) {
  return existsSync(join(project, folder)) ? globSync(folder, pattern).filter((path) => path.includes(match)) : [];
}

function bin(packageName, command) {
  const home = join(project, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, manifest.bin[command]);
}
