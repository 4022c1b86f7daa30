import Parser, { type MarkdownIt } from 'markdown-it';
import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';
import { blockHtml } from './blockHtml.ts';
import { escapeHref } from './escape.ts';
import { footnoteNumber, footnotesPlugin } from './footnotes.ts';
import { headingIdsPlugin } from './headingIds.ts';
import { inlineHtml, specialCharacters } from './inlineHtml.ts';
import { createParagraphRule } from './paragraphRule.ts';

/**
 * A markdown-it plugin that produces the output of commonmarker 0.23, byte for byte. markdown-it parses the blocks; our ports of cmark's
 * inline rules and of the Ruby renderer do the rest.
 */
function commonmarkerPlugin(md: MarkdownIt, options: CommonMarkOptions): void {
  if (options.footnotes) md.use(footnotesPlugin);
  if (options.table) md.enable('table');
  if (options.headingIds) md.use(headingIdsPlugin);
  md.block.ruler.at('paragraph', createParagraphRule(options));
  md.core.ruler.disable('text_join');
  md.normalizeLink = escapeHref;
  md.validateLink = () => true;
  const special = specialCharacters(options);
  md.inline.parse = (text, _md, env, tokens) => {
    const token = new Parser.Token('html_inline', '', 0);
    const footnoteHtml = (label: string): string | undefined => {
      const number = footnoteNumber(env, label);
      if (number === undefined) return undefined;
      return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
    };
    token.content = inlineHtml(text, { options, special, references: env.references, footnoteHtml });
    tokens.push(token);
  };
  md.renderer.render = (tokens) => blockHtml(tokens, options);
}

/** Creates a markdown-it that renders like commonmarker. It is cheap to create and keeps no state between texts. */
export function createCommonMark(options: CommonMarkOptions): MarkdownIt {
  // Deeper than real quotations, and shallow enough for the call stack.
  return new Parser('commonmark', { maxNesting: 100 }).use(commonmarkerPlugin, options);
}
