/** The generators, besides Jekyll, that Daybook knows by their configuration files. */
export type SiteGenerator = 'hugo' | 'eleventy' | 'astro';

/** The generator whose configuration is among the files in a site's root folder. */
export function siteGeneratorOf(fileNames: readonly string[]): SiteGenerator | undefined {
  for (const [pattern, generator] of CONFIGURATION_FILES) {
    if (fileNames.some((name) => pattern.test(name))) return generator;
  }
  return undefined;
}

/** `config.toml` was Hugo's until 2023. */
const CONFIGURATION_FILES: readonly (readonly [RegExp, SiteGenerator])[] = [
  [/^(?:hugo\.(?:toml|ya?ml|json)|config\.toml)$/, 'hugo'],
  [/^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/, 'eleventy'],
  [/^astro\.config\.[cm]?[jt]s$/, 'astro'],
];
