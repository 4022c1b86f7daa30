import type { Block, BlockKind, CitationGroup } from '../../entry/entry.ts';
import { lineBreakOf } from '../../text/lineBounds.ts';
import type { Finding } from '../rule.ts';

/**
 * A headline on the line right below the citations of an item, and so in the same paragraph:
 *
 *     1/ **Mayor resigns**. She left today. ([Herald](https://herald.example/a))
 *     **Council meets**. It will vote in May. ([KXYZ](https://kxyz.example/b))
 */
export function headlineBelowGroup(
  text: string,
  { kind, content }: Block,
  { to, pieces }: CitationGroup,
): Finding | undefined {
  if (!JOINING_KINDS.has(kind) || to >= content.to || pieces.at(-1)?.kind !== 'close') return undefined;
  const gap = /^ ?\r?\n[ \t]*(?=\*\*[^\s*])/.exec(text.slice(to, Math.min(content.to, to + MAX_GAP_CHARS)))?.[0];
  if (gap === undefined) return undefined;
  const from = to + gap.length;
  const headline = HEADLINE.exec(text.slice(from, Math.min(content.to, from + MAX_HEADLINE_CHARS)))?.[1];
  if (headline === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', from) + 1;
  return {
    from,
    to: from + headline.length,
    message: 'Missing blank line above the headline: the site will join it to the text above.',
    fix: { title: 'Insert a blank line', edits: [{ from: lineStart, to: lineStart, text: lineBreakOf(text) }] },
  };
}

const JOINING_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'section',
  'poll',
  'named',
  'bullet',
  'ordered',
  'note',
  'paragraph',
]);

const MAX_GAP_CHARS = 40;
const MAX_HEADLINE_CHARS = 600;

/** Bold text, and then a sentence or a colon. */
const HEADLINE = /^(\*\*[^*\n]+\*\*)(?:[.:,]? +\S|:$)/;
