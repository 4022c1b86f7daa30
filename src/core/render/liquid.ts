import { escapeHtml } from './commonmark/escape.ts';

/** What stands in place of the Liquid that entries use; everything has the site's own answer as its default. */
export interface LiquidOptions {
  /** `{{ site.url }}`: `url` in the site's `_config.yml`; the log that Daybook was made for, if nothing else is said. */
  readonly siteUrl?: string;
  /** `{% twitter … %}`: HTML without a line feed, a `div` as the site's is, so that the Markdown around it reads alike. */
  readonly tweet?: (url: string) => string;
  /** Liquid that we do not know, as it was written; it stays so by default. */
  readonly unknown?: (source: string) => string;
}

interface Expansion {
  readonly text: string;
  /** The line (from 0) of the source in which a line of the text, or the end of all lines, stands. */
  readonly sourceLine: (line: number) => number;
}

/** The text as Liquid hands it to Markdown: `{% twitter URL %}`, `{{ site.baseurl }}` (empty) and `{{ site.url }}`. */
export function expandLiquid(source: string, options: LiquidOptions = {}): Expansion {
  if (!source.includes('{{') && !source.includes('{%')) return { text: source, sourceLine: (line) => line };
  const folds: Fold[] = [];
  let text = '';
  let at = 0;
  for (const found of source.matchAll(CONSTRUCT)) {
    const [written, name, parameters, expression] = found;
    const replacement = replacementFor(written, name, parameters ?? '', expression?.trim(), options);
    text += source.slice(at, found.index) + replacement;
    at = found.index + written.length;
    const missing = count(written) - count(replacement);
    if (missing !== 0) folds.push({ line: count(text), missing });
  }
  return {
    text: text + source.slice(at),
    sourceLine: (line) => folds.reduce((sum, fold) => (fold.line < line ? sum + fold.missing : sum), line),
  };
}

/** The site's embedded tweet. */
export function siteTweet(url: string): string {
  return `<div class='jekyll-twitter-plugin'><blockquote class="twitter-tweet"><a href="${url}">${url}</a></blockquote><script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script></div>`;
}

/** A tweet as no more than its address: nothing is loaded from elsewhere. */
export function quietTweet(url: string): string {
  const address = escapeHtml(url);
  return `<div class="tweet"><a href="${address}">${address}</a></div>`;
}

/** Unknown Liquid, marked, and proof against Markdown. The attribute has no quotes, as it may stand inside another. */
export function markedLiquid(source: string): string {
  const written = source.replace(/[^\w\s]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<mark class=liquid>${written}</mark>`;
}

/** Where a construct of several lines has become a shorter one: the line of the text it ends in, and the lines it lost. */
interface Fold {
  readonly line: number;
  readonly missing: number;
}

function replacementFor(
  written: string,
  name: string | undefined,
  parameters: string,
  expression: string | undefined,
  { siteUrl = SITE_URL, tweet = siteTweet, unknown = (source) => source }: LiquidOptions,
): string {
  const url = name === 'twitter' ? (parameters.match(/\S+/)?.[0] ?? '') : '';
  if (url !== '') return tweet(url);
  if (expression === 'site.baseurl') return '';
  if (expression === 'site.url') return siteUrl;
  return unknown(written);
}

function count(text: string): number {
  return text.split('\n').length - 1;
}

const SITE_URL = 'https://whatthefuckjusthappenedtoday.com';

/** `{% name parameters %}` or `{{ expression }}`; neither reaches into the next tag. */
const CONSTRUCT = /\{%-?\s*(\w+)((?:(?!\{%)[\s\S])*?)-?%\}|\{\{-?((?:(?!\{\{)[\s\S])*?)-?\}\}/g;
