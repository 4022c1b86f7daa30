import type { Engine, EngineName } from '../engines/engine.ts';
import { namedEngine, siteEngines } from './siteEngines.ts';
import type { SiteGenerator } from './siteGenerator.ts';

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
  /** What turns the site's Markdown into HTML. */
  readonly engine: Engine;
  /** The engines with the options that the site sets for them, whichever it uses. */
  readonly engines: Readonly<Record<EngineName, Engine>>;
  /** The whole configuration; empty if there is none. */
  readonly source: string;
}

/**
 * Reads the text of a `_config.yml`; empty if there is none, and another generator may build the site. Top-level scalars are found with a
 * regular expression: most sites need no YAML parser.
 */
export function readSiteConfig(source: string, generator?: SiteGenerator): SiteConfig {
  const siteUrl = scalarAt(source, 'url');
  const baseUrl = scalarAt(source, 'baseurl');
  const hasConfig = source.trim() !== '';
  const markdown = hasConfig ? (scalarAt(source, 'markdown') ?? 'kramdown') : undefined;
  const engines = siteEngines(source, markdown);
  return {
    timezone: scalarAt(source, 'timezone'),
    address: { ...(siteUrl !== undefined && { siteUrl }), ...(baseUrl !== undefined && { baseUrl }) },
    engine: namedEngine(engines, markdown, generator),
    engines,
    source,
  };
}

/** The engine to use: the one that a setting or an argument names, with the options of the site, else the site's own. */
export function engineOf({ engine, engines }: SiteConfig, name: EngineName | undefined): Engine {
  return name === undefined ? engine : engines[name];
}

/** What the addresses of all pages of the site start with: `https://log.example/blog`, or only `/blog`, or nothing. */
export function addressPrefix({ siteUrl = '', baseUrl = '' }: SiteAddress): string {
  const folder = baseUrl.replace(/^(?=[^/])/, '/');
  return siteUrl.replace(/\/+$/, '') + folder.replace(/\/+$/, '');
}

/** The folder in a site's address: `/blog` in `https://log.example/blog`, and nothing in `https://log.example`. */
export function folderOfSite(siteUrl: string | undefined): string {
  return /^https?:\/\/[^/]+((?:\/[^/]+)*)/i.exec(siteUrl ?? '')?.[1] ?? '';
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
