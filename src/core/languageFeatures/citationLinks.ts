import type { Block, Link } from '../entry/entry.ts';

/** The links of all citations in a block. */
export function citationLinks({ citationGroups }: Pick<Block, 'citationGroups'>): Link[] {
  return citationGroups.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'citation' ? piece.link : [])),
  );
}
