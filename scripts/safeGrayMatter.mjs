import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Bundles gray-matter without its engines, which evaluate JavaScript in front matter, and with our js-yaml instead of the older
 * version that it depends on. Of js-yaml, bundles only what reads YAML's core schema: nothing else is read, and nothing is written.
 * @type {import('esbuild').Plugin}
 */
export const safeGrayMatter = {
  name: 'safe-gray-matter',
  setup(build) {
    build.onResolve({ filter: /^js-yaml$/ }, () => ({ path: require.resolve('js-yaml') }));
    build.onResolve({ filter: /^\.\/(lib\/)?engines$/ }, ({ importer }) =>
      /gray-matter/.test(importer) ? { path: 'engines', namespace: 'empty' } : undefined,
    );
    build.onResolve(
      { filter: /\/(?:dumper|type\/(?:binary|merge|omap|pairs|set|timestamp))$/ },
      ({ path, importer }) => (/js-yaml/.test(importer) ? { path, namespace: 'empty' } : undefined),
    );
    build.onResolve({ filter: /\/schema\/default$/ }, ({ path, importer, kind, resolveDir }) =>
      /js-yaml/.test(importer) ? build.resolve(path.replace('default', 'core'), { kind, resolveDir }) : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};
