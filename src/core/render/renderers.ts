import type { Env, MarkdownIt } from 'markdown-it';
import { DEFAULT_ENGINE, type Engine } from '../engines/engine.ts';
import { createCommonMark } from './commonmark/commonmark.ts';
import { hasFootnotes } from './commonmark/footnotes.ts';
import { createKramdown } from './kramdown/kramdown.ts';

/**
 * A markdown-it that renders like an engine, and keeps no state between texts. Its `block.parse` makes the tokens of all blocks, and
 * `inline.parse` fills the children of one inline token; `renderer.render` writes the tokens of one top-level block or of several.
 */
export interface Renderer {
  readonly markdown: MarkdownIt;
  /** Whether, as the block parser has found, the HTML of blocks depends on others in more than link definitions. */
  readonly needsWholeDocument: (env: Env) => boolean;
}

/** The renderer of an engine. Each engine has one. */
export function rendererOf(engine: Engine = DEFAULT_ENGINE): Renderer {
  let renderer = renderers.get(engine);
  if (renderer === undefined) {
    renderer = createRenderer(engine);
    renderers.set(engine, renderer);
  }
  return renderer;
}

const renderers = new WeakMap<Engine, Renderer>();

function createRenderer({ name, options }: Engine): Renderer {
  switch (name) {
    case 'commonmark':
      return {
        markdown: createCommonMark(options),
        needsWholeDocument: (env) => options.headingIds || hasFootnotes(env),
      };
    case 'kramdown':
      return { markdown: createKramdown(options), needsWholeDocument: () => false };
  }
}
