import Parser, { type MarkdownIt } from 'markdown-it';
import { paragraph } from './blocks.ts';
import { escapeHref } from './escape.ts';
import { footnotes, numberOfNote } from './footnotes.ts';
import { blockHtml } from './html.ts';
import { inlineHtml } from './inline.ts';

interface RendererOptions {
  /** Whether quotes curl, hyphens become dashes and three dots an ellipsis; they do on the site. */
  readonly smart?: boolean;
}

/**
 * A markdown-it plugin: the output of commonmarker 0.23 (SMART, UNSAFE, FOOTNOTES, strikethrough), byte for byte.
 * markdown-it keeps the block structure; the inline phase and the HTML are cmark's and the Ruby renderer's.
 */
function commonmark(md: MarkdownIt, { smart = true }: RendererOptions = {}): void {
  md.use(footnotes);
  md.block.ruler.at('paragraph', paragraph);
  md.core.ruler.disable('text_join');
  md.normalizeLink = escapeHref;
  md.validateLink = () => true;
  md.inline.parse = (text, _md, env, tokens) => {
    const token = new Parser.Token('html_inline', '', 0);
    const noteHtml = (label: string): string | undefined => {
      const number = numberOfNote(env, label);
      if (number === undefined) return undefined;
      return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
    };
    token.content = inlineHtml(text, { smart, references: env.references, noteHtml });
    tokens.push(token);
  };
  md.renderer.render = blockHtml;
}

/** markdown-it as the site's renderer. Making one takes a fraction of a millisecond; it keeps nothing between texts. */
export function createRenderer(options?: RendererOptions): MarkdownIt {
  // Deeper than anybody quotes, and shallow enough for the stack.
  return new Parser('commonmark', { maxNesting: 100 }).use(commonmark, options);
}
