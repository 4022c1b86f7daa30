import type { Env, Token } from 'markdown-it';
import { type LineStarts, lineStarts } from '../text/lineIndex.ts';
import type { Span } from '../text/text.ts';
import { createRenderer } from './commonmark/commonmark.ts';
import { hasFootnotes } from './commonmark/footnotes.ts';
import { blockHtml } from './commonmark/html.ts';
import { expandLiquid, type LiquidOptions } from './liquid.ts';

/** A top-level block: its HTML, and where in the body its lines stand, without the white space behind them. */
export interface RenderedBlock extends Span {
  readonly html: string;
  /** Where in the body the lines of its list items start, those of inner lists too: each makes one `li`, in this order. */
  readonly items: readonly number[];
}

/** The body of an entry as HTML, byte for byte as on the site, unless the options put something else in Liquid's place. */
export function renderBody(body: string, options?: LiquidOptions): string {
  return MARKDOWN.render(expandLiquid(body, options).text);
}

/** The same HTML, block by block. Footnotes come last, as one block of no length at the end of the body. */
export function renderBlocks(body: string, options?: LiquidOptions): readonly RenderedBlock[] {
  return createBlockRenderer(options)(body);
}

/** Renders one version of a body after the other, each time only the blocks that the version before did not have. */
export function createBlockRenderer(options?: LiquidOptions): (body: string) => readonly RenderedBlock[] {
  let known: ReadonlyMap<string, string> = new Map();
  return (body) => {
    const { text, sourceLine } = expandLiquid(normalize(body), options);
    const document = parse(text);
    const textStarts = lineStarts(text);
    const bodyStarts = text === body ? textStarts : lineStarts(body);
    const startOf = (line: number): number => bodyStarts[sourceLine(line)] ?? body.length;
    const next = new Map<string, string>();
    const blocks = document.blocks.map((tokens): RenderedBlock => {
      const [first, end] = tokens[0]?.map ?? [];
      if (first === undefined || end === undefined) {
        return { html: htmlOf(tokens, document.env), from: body.length, to: body.length, items: [] };
      }
      const source = lines(text, textStarts, first, end);
      // What a block looks like depends on its own lines alone, but for link definitions and footnotes.
      const html = (document.isLinked ? undefined : known.get(source)) ?? htmlOf(tokens, document.env);
      if (!document.isLinked) next.set(source, html);
      const from = startOf(first);
      const written = text === body ? source : lines(body, bodyStarts, sourceLine(first), sourceLine(end));
      return { html, from, to: from + written.trimEnd().length, items: itemsIn(tokens).map(startOf) };
    });
    known = next;
    return blocks;
  };
}

interface ParsedBody {
  /** The tokens of each top-level block. */
  readonly blocks: readonly (readonly Token[])[];
  readonly env: Env;
  /** Whether blocks depend on others, through link definitions or footnotes. */
  readonly isLinked: boolean;
}

function parse(text: string): ParsedBody {
  const env: Env = {};
  const tokens: Token[] = [];
  MARKDOWN.block.parse(text, MARKDOWN, env, tokens);
  if (!hasFootnotes(env)) return { blocks: topLevel(tokens), env, isLinked: env.references !== undefined };
  const linked: Env = {};
  return { blocks: topLevel(MARKDOWN.parse(text, linked)), env: linked, isLinked: true };
}

function topLevel(tokens: readonly Token[]): Token[][] {
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
function itemsIn(tokens: readonly Token[]): number[] {
  const starts: number[] = [];
  for (const { type, map } of tokens) if (type === 'list_item_open' && map) starts.push(map[0]);
  return starts;
}

function htmlOf(tokens: readonly Token[], env: Env): string {
  for (const token of tokens) {
    if (token.children?.length === 0) MARKDOWN.inline.parse(token.content, MARKDOWN, env, token.children);
  }
  return blockHtml(tokens);
}

function lines(text: string, starts: LineStarts, first: number, end: number): string {
  return text.slice(starts[first] ?? text.length, starts[end] ?? text.length);
}

/** As markdown-it does it for a whole text; the number of lines stays. */
function normalize(body: string): string {
  return body.includes('\r') || body.includes('\0') ? body.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD') : body;
}

/** It keeps nothing from one text to the next. */
const MARKDOWN = createRenderer();
