import type { Entry } from '../entry/entry.ts';
import { readFrontMatterValues, yamlMappingOf } from '../entry/yaml.ts';
import { lazy } from '../text/lazy.ts';
import type { Values } from './liquidValues.ts';
import { pageAddress } from './permalink.ts';

/** The values that Liquid calls `site`: those of `_config.yml`. They are read at the first call. */
export function siteValuesOf({ source }: { readonly source: string }): () => Values {
  return lazy(() => yamlMappingOf(source) ?? NO_VALUES);
}

/**
 * The values that Liquid calls `page`: the defaults that `_config.yml` has for its path, its front matter, and its path and address.
 * `path` is below the root, with `/`.
 */
export function pageValuesOf(entry: Pick<Entry, 'text' | 'frontMatter'>, path: string, site: Values): Values {
  const frontMatter = readFrontMatterValues(entry);
  const values = { ...defaultsFor(path, site), ...(frontMatter.ok ? frontMatter.data : NO_VALUES) };
  return { ...values, path, url: pageAddress(path, values, site) };
}

/** The values of `defaults:` for a path; the more specific scope comes last. */
function defaultsFor(path: string, { defaults }: Values): Values {
  if (!Array.isArray(defaults)) return NO_VALUES;
  const type = /^_(\w+)\//.exec(path)?.[1] ?? 'pages';
  const applicable = defaults.filter(isMapping).flatMap(({ scope, values }) => {
    const { path: folder = '', type: scopeType = type } = isMapping(scope) ? scope : {};
    const applies =
      scopeType === type && `${path}/`.startsWith(String(folder).replace(/\/*$/, folder === '' ? '' : '/'));
    return applies && isMapping(values) ? [{ depth: String(folder).length, values }] : [];
  });
  return Object.assign({}, ...applicable.sort((a, b) => a.depth - b.depth).map(({ values }) => values));
}

function isMapping(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NO_VALUES: Values = {};
