import Parser, { type MarkdownIt } from 'markdown-it';
import { blockHtml } from './blockHtml.ts';
import { escapeHref } from './escape.ts';
import { footnoteNumber, footnotesPlugin } from './footnotes.ts';
import { inlineHtml } from './inlineHtml.ts';
import { paragraphRule } from './paragraphRule.ts';

interface RendererOptions {
  /** Whether quotes curl, hyphens become dashes, and three dots become an ellipsis. True by default, as on the site. */
  readonly smart?: boolean;
}

/**
 * A markdown-it plugin that produces the output of commonmarker 0.23 (SMART, UNSAFE, FOOTNOTES, strikethrough), byte for byte.
 * markdown-it parses the blocks; our ports of cmark's inline rules and of the Ruby renderer do the rest.
 */
function commonmarkerPlugin(md: MarkdownIt, { smart = true }: RendererOptions = {}): void {
  md.use(footnotesPlugin);
  md.block.ruler.at('paragraph', paragraphRule);
  md.core.ruler.disable('text_join');
  md.normalizeLink = escapeHref;
  md.validateLink = () => true;
  md.inline.parse = (text, _md, env, tokens) => {
    const token = new Parser.Token('html_inline', '', 0);
    const footnoteHtml = (label: string): string | undefined => {
      const number = footnoteNumber(env, label);
      if (number === undefined) return undefined;
      return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
    };
    token.content = inlineHtml(text, { smart, references: env.references, footnoteHtml });
    tokens.push(token);
  };
  md.renderer.render = blockHtml;
}

/** Creates a markdown-it that renders like the site. It is cheap to create and keeps no state between texts. */
export function createRenderer(options?: RendererOptions): MarkdownIt {
  // Deeper than real quotations, and shallow enough for the call stack.
  return new Parser('commonmark', { maxNesting: 100 }).use(commonmarkerPlugin, options);
}
