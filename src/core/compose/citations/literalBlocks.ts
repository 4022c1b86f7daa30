import type { BlockKind } from '../../entry/entry.ts';

/** The kinds of blocks whose text is not prose, so that nothing in them is a citation. */
export const LITERAL_BLOCKS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'code',
  'html',
  'tweet',
  'marker',
  'definition',
]);
