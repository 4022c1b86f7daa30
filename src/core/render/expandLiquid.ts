import { escapeHtml } from './commonmark/escape.ts';

/** Replacements for the Liquid in entries. The defaults are those of the site. */
export interface LiquidOptions {
  /** Replaces `{{ site.url }}`: the `url` in the site's `_config.yml`. The default is the log that Daybook was made for. */
  readonly siteUrl?: string;
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

/** Expands the Liquid that entries use: `{% twitter URL %}`, `{{ site.baseurl }}` (empty) and `{{ site.url }}`. */
export function expandLiquid(source: string, options: LiquidOptions = {}): ExpandedLiquid {
  if (!source.includes('{{') && !source.includes('{%')) return { text: source, sourceLine: (line) => line };
  const removals: RemovedLines[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(LIQUID)) {
    const [construct, tag, parameters, expression] = match;
    const replacement = replacementFor(construct, tag, parameters ?? '', expression?.trim(), options);
    text += source.slice(at, match.index) + replacement;
    at = match.index + construct.length;
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

function replacementFor(
  construct: string,
  tag: string | undefined,
  parameters: string,
  expression: string | undefined,
  { siteUrl = DEFAULT_SITE_URL, renderTweet = embeddedTweet, renderUnknown = (unknown) => unknown }: LiquidOptions,
): string {
  const tweetUrl = tag === 'twitter' ? (parameters.match(/\S+/)?.[0] ?? '') : '';
  if (tweetUrl !== '') return renderTweet(tweetUrl);
  if (expression === 'site.baseurl') return '';
  if (expression === 'site.url') return siteUrl;
  return renderUnknown(construct);
}

function countLineFeeds(text: string): number {
  return text.split('\n').length - 1;
}

const DEFAULT_SITE_URL = 'https://whatthefuckjusthappenedtoday.com';

/** `{% tag parameters %}` or `{{ expression }}`, neither of which contains the start of another one. */
const LIQUID = /\{%-?\s*(\w+)((?:(?!\{%)[\s\S])*?)-?%\}|\{\{-?((?:(?!\{\{)[\s\S])*?)-?\}\}/g;
