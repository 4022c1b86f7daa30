import { scanLiquid } from '../entry/scanLiquid.ts';
import type { SiteAddress } from '../newsroom/siteConfig.ts';
import type { Span } from '../text/text.ts';
import { escapeHtml } from './commonmark/escape.ts';

/** Replacements for the Liquid in entries. The defaults are those of the site. */
export interface LiquidOptions extends SiteAddress {
  /** Replaces `{% twitter … %}`. Must return a `div` without line feeds, so that the Markdown around it is parsed as on the site. */
  readonly renderTweet?: (url: string) => string;
  /** Replaces unknown Liquid. The default leaves it as written. */
  readonly renderUnknown?: (source: string) => string;
}

interface ExpandedLiquid {
  readonly text: string;
  /** Maps a line of the text (from 0), or the number of its lines, to the corresponding line of the source. */
  readonly sourceLine: (line: number) => number;
}

/**
 * Expands the Liquid that entries use: `{% twitter URL %}`, `{{ site.url }}` and `{{ site.baseurl }}`. What `{% raw %}` encloses stays as
 * written, and what `{% comment %}` encloses is left out.
 */
export function expandLiquid(source: string, options: LiquidOptions = {}): ExpandedLiquid {
  if (!source.includes('{{') && !source.includes('{%')) return { text: source, sourceLine: (line) => line };
  const removals: RemovedLines[] = [];
  let text = '';
  let at = 0;
  for (const { from, to } of constructsIn(source)) {
    const construct = source.slice(from, to);
    const replacement = replacementFor(construct, options);
    text += source.slice(at, from) + replacement;
    at = to;
    const count = countLineFeeds(construct) - countLineFeeds(replacement);
    if (count !== 0) removals.push({ line: countLineFeeds(text), count });
  }
  return {
    text: text + source.slice(at),
    sourceLine: (line) => removals.reduce((sum, removed) => (removed.line < line ? sum + removed.count : sum), line),
  };
}

/** An embedded tweet as the site writes it. */
export function embeddedTweet(url: string): string {
  return `<div class='jekyll-twitter-plugin'><blockquote class="twitter-tweet"><a href="${url}">${url}</a></blockquote><script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script></div>`;
}

/** A tweet as a plain link, which loads nothing from elsewhere. */
export function tweetLink(url: string): string {
  const escapedUrl = escapeHtml(url);
  return `<div class="tweet"><a href="${escapedUrl}">${escapedUrl}</a></div>`;
}

/**
 * Unknown Liquid in a `mark` element, escaped so that Markdown leaves it alone. The attribute has no quotes because the Liquid
 * may be inside another attribute.
 */
export function highlightedLiquid(source: string): string {
  const escapedSource = source.replace(/[^\w\s]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<mark class=liquid>${escapedSource}</mark>`;
}

/** The lines that the text lost because a construct was replaced by a shorter one. */
interface RemovedLines {
  /** The line of the text in which the replacement ends. */
  readonly line: number;
  readonly count: number;
}

/** The tags and expressions to replace, and the whole of `{% raw %}` and `{% comment %}`. */
function constructsIn(source: string): readonly Span[] {
  // The site expands the Liquid inside `{% highlight %}`, so here it must not count as a block.
  const text = source.includes('highlight') ? source.replaceAll('highlight', '_________') : source;
  return scanLiquid(text, { from: 0, to: text.length });
}

function replacementFor(
  construct: string,
  { siteUrl = '', baseUrl = '', renderTweet = embeddedTweet, renderUnknown = (unknown) => unknown }: LiquidOptions,
): string {
  const [, block, content = ''] = BLOCK.exec(construct) ?? [];
  if (block !== undefined) return block === 'raw' ? content : '';
  const tweetUrl = TWEET.exec(construct)?.[1];
  if (tweetUrl !== undefined) return renderTweet(tweetUrl);
  const expression = EXPRESSION.exec(construct)?.[1];
  if (expression === 'site.url') return siteUrl;
  if (expression === 'site.baseurl') return baseUrl;
  return isClosed(construct) ? renderUnknown(construct) : construct;
}

const BLOCK = /^\{%-?\s*(raw|comment)\b[^%]*%\}([\s\S]*)\{%-?\s*end\1\s*-?%\}$/;
const TWEET = /^\{%-?\s*twitter\s+(?!-?%\})(\S+?)(?:\s[\s\S]*)?-?%\}$/;
const EXPRESSION = /^\{\{-?\s*([\w.]+)\s*-?\}\}$/;

function isClosed(construct: string): boolean {
  return construct.endsWith(construct.startsWith('{%') ? '%}' : '}}');
}

function countLineFeeds(text: string): number {
  return text.split('\n').length - 1;
}
