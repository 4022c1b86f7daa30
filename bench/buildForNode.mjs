import esbuild from 'esbuild';

/**
 * Bundles source files into one minified file for Node.js. `options` set the entry points and the output file.
 *
 * @param {esbuild.BuildOptions} options
 */
export function buildForNode(options) {
  return esbuild.build({
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    ...options,
  });
}
