import { scanLiquid } from '../entry/scanLiquid.ts';
import { scanLiterals } from '../entry/scanLiterals.ts';
import type { LiquidValues } from '../newsroom/liquidValues.ts';
import type { SiteAddress } from '../newsroom/siteConfig.ts';
import type { Span } from '../text/text.ts';
import { escapeHtml } from './commonmark/escape.ts';
import { resolveLiquid } from './resolveLiquid.ts';

/** Replacements for the Liquid in entries. The defaults are those of the site. */
export interface LiquidOptions extends SiteAddress, LiquidValues {
  /** Replaces `{% twitter … %}`. Must return a `div` without line feeds, so that the Markdown around it is parsed as on the site. */
  readonly renderTweet?: (url: string) => string;
  /**
   * Replaces unknown Liquid outside code, which may stand between blank lines (`block`), in text, or in the address of a link. The default
   * leaves it as written. Must return HTML without line feeds or, in an address, what an address can contain.
   */
  readonly renderUnknown?: (source: string, place: LiquidPlace) => string;
}

export type LiquidPlace = 'block' | 'text' | 'address';

interface ExpandedLiquid {
  readonly text: string;
  /** Maps a line of the text (from 0), or the number of its lines, to the corresponding line of the source. */
  readonly sourceLine: (line: number) => number;
}

/**
 * Expands the Liquid that entries use: embedded tweets, values of the site and of the page, the addresses of pages, and code to highlight.
 * What `{% raw %}` encloses stays as written, and what `{% comment %}` encloses is left out.
 */
export function expandLiquid(source: string, options: LiquidOptions = {}): ExpandedLiquid {
  if (!source.includes('{{') && !source.includes('{%')) return { text: source, sourceLine: (line) => line };
  const removals: RemovedLines[] = [];
  const isInCode = codeFinder(source);
  let text = '';
  let at = 0;
  for (const { from, to } of scanLiquid(source, { from: 0, to: source.length })) {
    const construct = source.slice(from, to);
    text += source.slice(at, from);
    const known = replacementFor(construct, text, options);
    const isUnknown = known === undefined && options.renderUnknown !== undefined && isClosed(construct);
    const replacement =
      isUnknown && !isInCode(from)
        ? options.renderUnknown(construct, placeOf(source, { from, to }, text))
        : (known ?? construct);
    text += replacement;
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
 * Unknown Liquid as a card between blank lines, and else in a `mark` element, escaped so that Markdown leaves it alone. The attribute has no
 * quotes because the Liquid may be inside another attribute.
 */
export function highlightedLiquid(source: string, place: LiquidPlace = 'text'): string {
  if (place === 'address') return encodeURIComponent(source);
  const escapedSource = source.replace(/[^\w \t]/gu, (character) => `&#${character.codePointAt(0)};`);
  return place === 'block'
    ? `<figure class="liquid">${escapedSource}</figure>`
    : `<mark class=liquid>${escapedSource}</mark>`;
}

/** The lines that the text lost because a construct was replaced by a shorter one. */
interface RemovedLines {
  /** The line of the text in which the replacement ends. */
  readonly line: number;
  readonly count: number;
}

/** What replaces a tag, an expression or a whole block; undefined if it is unknown. */
function replacementFor(construct: string, textBefore: string, options: LiquidOptions): string | undefined {
  const [, block, content = ''] = BLOCK.exec(construct) ?? [];
  if (block !== undefined) return block === 'raw' ? content : '';
  const [, language, code = ''] = HIGHLIGHT.exec(construct) ?? [];
  if (language !== undefined) return highlighted(language, expandLiquid(code, withoutCards(options)).text);
  const tweetUrl = TWEET.exec(construct)?.[1];
  if (tweetUrl !== undefined) return (options.renderTweet ?? embeddedTweet)(tweetUrl);
  return resolveLiquid(construct, textBefore, options);
}

/** Code as the site shows it, without colors. `pre` keeps Markdown out, blank lines included. */
function highlighted(language: string, code: string): string {
  return `<pre><code class="language-${language}">${escapeHtml(code.replace(/^[\r\n]+|[\r\n]+$/g, ''))}</code></pre>`;
}

function withoutCards({ renderUnknown: _, ...options }: LiquidOptions): LiquidOptions {
  return options;
}

const BLOCK = /^\{%-?\s*(raw|comment)\b[^%]*%\}([\s\S]*)\{%-?\s*end\1\s*-?%\}$/;
const HIGHLIGHT = /^\{%-?\s*highlight\s+([\w.+#-]+)[^%]*%\}([\s\S]*)\{%-?\s*endhighlight\s*-?%\}$/;
const TWEET = /^\{%-?\s*twitter\s+(?!-?%\})(\S+?)(?:\s[\s\S]*)?-?%\}$/;

function isClosed(construct: string): boolean {
  return construct.endsWith(construct.startsWith('{%') ? '%}' : '}}');
}

/** Returns a function that tells whether an offset is in code, where tags would show. The code is found at the first call. */
function codeFinder(source: string): (offset: number) => boolean {
  let code: readonly Span[] | undefined;
  return (offset) => {
    code ??= scanLiterals(source, { from: 0, to: source.length }, true).filter(({ kind }) => kind === 'code');
    return code.some(({ from, to }) => from <= offset && offset < to);
  };
}

/** An expression is part of a text even if it is alone. */
function placeOf(source: string, { from, to }: Span, expandedBefore: string): LiquidPlace {
  const isTag = source.startsWith('{%', from);
  if (isTag && /(?:^|\n[ \t]*\n) {0,3}$/.test(source.slice(Math.max(0, from - MAX_BLANK_CHARS), from))) {
    if (/^[ \t]*(?:$|\r?\n[ \t]*(?:$|\r?\n))/.test(source.slice(to, to + MAX_BLANK_CHARS))) return 'block';
  }
  return /\]\([^\s()]*$/.test(expandedBefore.slice(-MAX_ADDRESS_CHARS)) ? 'address' : 'text';
}

/** Upper bounds for the white space around a block, and for an address. */
const MAX_BLANK_CHARS = 100;
const MAX_ADDRESS_CHARS = 2000;

function countLineFeeds(text: string): number {
  return text.split('\n').length - 1;
}
