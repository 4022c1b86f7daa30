import { type CommonMarkOptions, GFM, PLAIN_COMMONMARK } from '../engines/commonMarkOptions.ts';
import { DEFAULT_ENGINE, type Engine, type EngineName } from '../engines/engine.ts';
import { JEKYLL_KRAMDOWN } from '../engines/kramdownOptions.ts';
import { yamlMappingOf } from '../entry/yaml.ts';
import { readKramdownOptions } from './readKramdownOptions.ts';
import type { SiteGenerator } from './siteGenerator.ts';

/**
 * The engines with the options that a `_config.yml` sets below `commonmark:` and `kramdown:`. `markdown` is the engine that it names:
 * if that is CommonMark, it has no options but those; otherwise the options that Daybook uses without a configuration.
 */
export function siteEngines(config: string, markdown: string | undefined): Readonly<Record<EngineName, Engine>> {
  const commonmark = sectionAt(config, 'commonmark');
  const kramdown = sectionAt(config, 'kramdown');
  const hasOptions = commonmark !== undefined || isCommonMark(markdown);
  return {
    commonmark: hasOptions
      ? { name: 'commonmark', options: readCommonMarkOptions(commonmark, /ghpages/i.test(markdown ?? '')) }
      : DEFAULT_ENGINE,
    gfm: GFM_ENGINE,
    kramdown: { name: 'kramdown', options: kramdown === undefined ? JEKYLL_KRAMDOWN : readKramdownOptions(kramdown) },
  };
}

/** The engine that `_config.yml` names; without a name, the one of the generator, or Daybook's default. Other Jekyll plugins read GitHub's dialect. */
export function namedEngine(
  engines: Readonly<Record<EngineName, Engine>>,
  markdown: string | undefined,
  generator: SiteGenerator | undefined,
): Engine {
  if (markdown === undefined) return generator === undefined ? DEFAULT_ENGINE : GENERATOR_ENGINES[generator];
  if (isCommonMark(markdown)) return engines.commonmark;
  return /^(?:kramdown|maruku)$/i.test(markdown) ? engines.kramdown : engines.gfm;
}

function isCommonMark(markdown: string | undefined): boolean {
  return /commonmark/i.test(markdown ?? '');
}

const GFM_ENGINE: Engine = { name: 'commonmark', options: GFM };

/** The engines by default: goldmark, markdown-it and remark. */
const GENERATOR_ENGINES: Readonly<Record<SiteGenerator, Engine>> = {
  hugo: { name: 'commonmark', options: { ...GFM, smart: true, unsafe: false, tagfilter: false } },
  eleventy: {
    name: 'commonmark',
    options: { ...GFM, footnotes: false, tasklist: false, autolink: false, tagfilter: false },
  },
  astro: { name: 'commonmark', options: { ...GFM, smart: true, tagfilter: false } },
};

function readCommonMarkOptions(section: unknown, headingIds: boolean): CommonMarkOptions {
  const { options, extensions } = isMapping(section) ? section : {};
  const isOn = (name: string) => namesIn(options).includes(name);
  const isExtension = (name: string) => namesIn(extensions).includes(name.toUpperCase());
  return {
    ...PLAIN_COMMONMARK,
    smart: isOn('SMART'),
    unsafe: isOn('UNSAFE'),
    footnotes: isOn('FOOTNOTES'),
    softBreak: isOn('HARDBREAKS') ? '<br />\n' : isOn('NOBREAKS') ? ' ' : '\n',
    preLang: isOn('GITHUB_PRE_LANG'),
    doubleTilde: isOn('STRIKETHROUGH_DOUBLE_TILDE'),
    strikethrough: isExtension('strikethrough'),
    table: isExtension('table'),
    tasklist: isExtension('tasklist'),
    autolink: isExtension('autolink'),
    tagfilter: isExtension('tagfilter'),
    headingIds,
  };
}

function namesIn(list: unknown): string[] {
  return Array.isArray(list) ? list.map((name) => String(name).toUpperCase()) : [];
}

/** The value of a top-level key that holds more keys; undefined if it is not there. */
function sectionAt(config: string, key: string): unknown {
  if (!new RegExp(`^${key}[ \\t]*:`, 'm').test(config)) return undefined;
  const section = new RegExp(`^${key}[ \\t]*:[^\\n]*(?:\\n(?:[ \\t#][^\\n]*|\\r?$))*`, 'm').exec(config)?.[0] ?? '';
  return (yamlMappingOf(section) ?? yamlMappingOf(config))?.[key] ?? undefined;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
