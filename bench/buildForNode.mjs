import esbuild from 'esbuild';

/**
 * Builds sources of the project into one minified file for Node, as a bench runs them; `options` say what and whereto.
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
