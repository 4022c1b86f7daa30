import { type CommonMarkOptions, DEFAULT_COMMONMARK } from './commonMarkOptions.ts';
import type { KramdownOptions } from './kramdownOptions.ts';

/** What turns the Markdown of a site into HTML, with its options. */
export type Engine =
  | { readonly name: 'commonmark'; readonly options: CommonMarkOptions }
  | { readonly name: 'kramdown'; readonly options: KramdownOptions };

/** The engines that a setting or an argument can name. `gfm` is CommonMark with GitHub's extensions. */
export const ENGINE_NAMES = ['commonmark', 'gfm', 'kramdown'] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];

/** The name that comes closest to an engine: `gfm` if it has GitHub's tables. */
export function dialectOf({ name, options }: Engine): EngineName {
  return name === 'commonmark' && options.table ? 'gfm' : name;
}

/** The engine where no configuration names one. */
export const DEFAULT_ENGINE: Engine = { name: 'commonmark', options: DEFAULT_COMMONMARK };
