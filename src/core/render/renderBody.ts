import type { Env, MarkdownIt, Token } from 'markdown-it';
import type { Engine } from '../engines/engine.ts';
import { type LineStarts, lineStarts } from '../text/lineIndex.ts';
import type { Span } from '../text/text.ts';
import { expandLiquid, type LiquidOptions } from './expandLiquid.ts';
import { type Renderer, rendererOf } from './renderers.ts';

/** A top-level block of the body. The span covers its lines, without white space at the end. */
export interface RenderedBlock extends Span {
  readonly html: string;
  /** The offset of the line that starts each list item, nested ones included: one for each `li`, in order. */
  readonly itemOffsets: readonly number[];
}

/** How a body becomes HTML. */
export interface RenderOptions extends LiquidOptions {
  readonly engine?: Engine | undefined;
}

/** Renders the body of an entry as the site does, byte for byte, unless the options replace Liquid differently. */
export function renderBody(body: string, options: RenderOptions = {}): string {
  return rendererOf(options.engine).markdown.render(expandLiquid(body, options).text);
}

/** Renders the body block by block. Footnotes come last, as one block of length 0 at the end of the body. */
export function renderBlocks(body: string, options: RenderOptions = {}): readonly RenderedBlock[] {
  return createBlockRenderer(options)(body);
}

/** Renders successive versions of a body. Blocks that the previous version contained are not rendered again. */
export function createBlockRenderer(options: RenderOptions = {}): (body: string) => readonly RenderedBlock[] {
  const renderer = rendererOf(options.engine);
  const { markdown } = renderer;
  let cache: ReadonlyMap<string, string> = new Map();
  return (body) => {
    const { text, sourceLine } = expandLiquid(normalizeLineEndings(body), options);
    const document = parseBody(text, renderer);
    const textStarts = lineStarts(text);
    const bodyStarts = text === body ? textStarts : lineStarts(body);
    const offsetOfLine = (line: number): number => bodyStarts[sourceLine(line)] ?? body.length;
    const nextCache = new Map<string, string>();
    const blocks = document.blocks.map((tokens): RenderedBlock => {
      const [firstLine, endLine] = tokens[0]?.map ?? [];
      if (firstLine === undefined || endLine === undefined) {
        return {
          html: renderTokens(tokens, document.env, markdown),
          from: body.length,
          to: body.length,
          itemOffsets: [],
        };
      }
      const source = sliceLines(text, textStarts, firstLine, endLine);
      // The HTML of a block depends only on its own lines, except for link definitions and footnotes.
      const html =
        (document.isInterdependent ? undefined : cache.get(source)) ?? renderTokens(tokens, document.env, markdown);
      if (!document.isInterdependent) nextCache.set(source, html);
      const from = offsetOfLine(firstLine);
      const bodySource =
        text === body ? source : sliceLines(body, bodyStarts, sourceLine(firstLine), sourceLine(endLine));
      const itemOffsets = listItemLines(tokens).map(offsetOfLine);
      return { html, from, to: from + bodySource.trimEnd().length, itemOffsets };
    });
    cache = nextCache;
    return blocks;
  };
}

interface ParsedBody {
  /** The tokens of each top-level block. */
  readonly blocks: readonly (readonly Token[])[];
  readonly env: Env;
  /** Whether blocks depend on each other through link definitions or footnotes. */
  readonly isInterdependent: boolean;
}

function parseBody(text: string, { markdown, needsWholeDocument }: Renderer): ParsedBody {
  const env: Env = {};
  const tokens: Token[] = [];
  markdown.block.parse(text, markdown, env, tokens);
  if (!needsWholeDocument(env))
    return { blocks: topLevelBlocks(tokens), env, isInterdependent: env.references !== undefined };
  const documentEnv: Env = {};
  return { blocks: topLevelBlocks(markdown.parse(text, documentEnv)), env: documentEnv, isInterdependent: true };
}

function topLevelBlocks(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [];
  let block: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'reference_definition') continue;
    block.push(token);
    depth += token.nesting;
    if (depth > 0) continue;
    blocks.push(block);
    block = [];
  }
  return blocks;
}

/** The lines of the text in which list items start. */
function listItemLines(tokens: readonly Token[]): number[] {
  const lines: number[] = [];
  for (const { type, map } of tokens) if (type === 'list_item_open' && map) lines.push(map[0]);
  return lines;
}

function renderTokens(tokens: readonly Token[], env: Env, markdown: MarkdownIt): string {
  for (const token of tokens) {
    if (token.children?.length === 0) markdown.inline.parse(token.content, markdown, env, token.children);
  }
  return markdown.renderer.render([...tokens], markdown.options, env);
}

function sliceLines(text: string, starts: LineStarts, firstLine: number, endLine: number): string {
  return text.slice(starts[firstLine] ?? text.length, starts[endLine] ?? text.length);
}

/** Normalizes a text as markdown-it does before it parses a document. The number of lines stays the same. */
function normalizeLineEndings(body: string): string {
  return body.includes('\r') || body.includes('\0') ? body.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD') : body;
}
