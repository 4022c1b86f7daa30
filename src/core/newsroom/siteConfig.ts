/** Where a site is. */
export interface SiteAddress {
  /** `https://example.org`, the value of `{{ site.url }}`; empty on a site without one. */
  readonly siteUrl?: string;
  /** `/blog`, the value of `{{ site.baseurl }}`: the folder that the site is in. Usually empty. */
  readonly baseUrl?: string;
}

/** The values that Daybook reads from a site's `_config.yml`. */
export interface SiteConfig {
  readonly timezone: string | undefined;
  readonly address: SiteAddress;
  readonly markdown: MarkdownDialect;
}

/** Which Markdown the site reads. Jekyll's default is kramdown; without a configuration, Daybook assumes CommonMark. */
export type MarkdownDialect = 'commonmark' | 'kramdown';

/** Reads top-level scalars with a regular expression: no YAML parser is needed for a few keys. */
export function readSiteConfig(config: string): SiteConfig {
  const siteUrl = scalarAt(config, 'url');
  const baseUrl = scalarAt(config, 'baseurl');
  return {
    timezone: scalarAt(config, 'timezone'),
    markdown:
      config.trim() === '' || !/^kramdown$/i.test(scalarAt(config, 'markdown') ?? 'kramdown')
        ? 'commonmark'
        : 'kramdown',
    address: { ...(siteUrl !== undefined && { siteUrl }), ...(baseUrl !== undefined && { baseUrl }) },
  };
}

/** A value without white space; undefined if it is empty or null. */
function scalarAt(config: string, key: string): string | undefined {
  const pattern = new RegExp(
    `^${key}[ \\t]*:[ \\t]+(?:(["'])([^\\s"']+)\\1|([^\\s"'#]\\S*))[ \\t]*(?:[ \\t]#.*)?\\r?$`,
    'm',
  );
  const [, , quoted, plain] = pattern.exec(config) ?? [];
  return quoted ?? (plain === '~' || plain === 'null' ? undefined : plain);
}
