import type { LiquidValues, Values } from '../newsroom/liquidValues.ts';
import type { SiteAddress } from '../newsroom/siteConfig.ts';

/**
 * What the site shows for an expression or a tag that names a value or a page; undefined for everything else, which Daybook does not run.
 * Jekyll 4 puts `baseurl` before the address of a page, Jekyll 3 leaves that to the writer, so it is added only if the text lacks it.
 */
export function resolveLiquid(
  construct: string,
  textBefore: string,
  options: SiteAddress & LiquidValues,
): string | undefined {
  const [, expression, filter] = EXPRESSION.exec(construct) ?? [];
  if (expression !== undefined) {
    if (filter === undefined && !/^\w/.test(expression)) return undefined;
    const value = textOfValue(expression, options);
    if (filter === undefined || value === undefined) return value;
    const path = relativeUrl(value, options);
    return filter === 'absolute_url' && path.startsWith('/') ? withoutSlash(options.siteUrl ?? '') + path : path;
  }
  const [, tag, target] = PAGE_TAG.exec(construct) ?? [];
  if (tag === undefined || target === undefined) return undefined;
  const address = options.addressOf?.(unquoted(target), tag === 'link' ? 'file' : 'post');
  if (address === undefined) return undefined;
  const { baseUrl = '' } = options;
  return baseUrl !== '' && textBefore.endsWith(baseUrl) ? address : relativeUrl(address, options);
}

/** A text in quotes, or a value of the site or the page that has a text. */
function textOfValue(
  expression: string,
  { siteUrl = '', baseUrl = '', siteValues, pageValues }: SiteAddress & LiquidValues,
) {
  if (/^["']/.test(expression)) return unquoted(expression);
  if (expression === 'site.url') return siteUrl;
  if (expression === 'site.baseurl') return baseUrl;
  const [object, ...keys] = expression.split('.');
  let value: unknown = (object === 'site' ? siteValues : pageValues)?.();
  for (const key of keys) value = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** A path of the site with the folder that the site is in; other addresses stay. */
function relativeUrl(address: string, { baseUrl = '' }: SiteAddress): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return address;
  const folder = withoutSlash(baseUrl);
  const path = address.startsWith('/') ? address : `/${address}`;
  return `${folder === '' || folder.startsWith('/') ? folder : `/${folder}`}${path}`;
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function isMapping(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{{ site.author.name }}`, `{{ "/about/" | relative_url }}` */
const EXPRESSION =
  /^\{\{-?\s*((?:site|page)(?:\.[\w-]+)+|"[^"{}]*"|'[^'{}]*')\s*(?:\|\s*(relative_url|absolute_url)\s*)?-?\}\}$/;
const PAGE_TAG = /^\{%-?\s*(link|post_url)\s+("[^"{}]*"|'[^'{}]*'|[^\s"'{}|]+)\s*-?%\}$/;
