import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * gray-matter brings engines that evaluate JavaScript and a js-yaml of its own.
 * Neither is in anything we ship: the engines are replaced by nothing, js-yaml by ours.
 * @type {import('esbuild').Plugin}
 */
export const tameGrayMatter = {
  name: 'tame-gray-matter',
  setup(build) {
    build.onResolve({ filter: /^js-yaml$/ }, () => ({ path: require.resolve('js-yaml') }));
    build.onResolve({ filter: /^\.\/(lib\/)?engines$/ }, ({ importer }) =>
      /gray-matter/.test(importer) ? { path: 'engines', namespace: 'nothing' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};
