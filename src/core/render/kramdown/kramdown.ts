import Parser, { type MarkdownIt } from 'markdown-it';
import type { KramdownOptions } from '../../engines/kramdownOptions.ts';
import { blockTokens, writeTokens } from './blockTokens.ts';
import { parseDocument } from './parseDocument.ts';

/**
 * A markdown-it plugin that produces the output of kramdown 2 and of its GFM parser. kramdown's blocks are not CommonMark's: they are
 * read from the text around them without indentation and markers, and a later block can change an earlier one. So our ports of its
 * block parser, its span parser and its HTML converter replace those of markdown-it.
 */
function kramdownPlugin(md: MarkdownIt, options: KramdownOptions): void {
  md.block.parse = (text, _md, env, tokens) => {
    const document = parseDocument(text, options);
    // Tells that the HTML of a block depends on others.
    if (document.isInterdependent) env.references ??= {};
    for (const token of blockTokens(document)) tokens.push(token);
  };
  md.renderer.render = writeTokens;
}

/** Creates a markdown-it that renders like kramdown. It is cheap to create and keeps no state between texts. */
export function createKramdown(options: KramdownOptions): MarkdownIt {
  return new Parser('zero').use(kramdownPlugin, options);
}
