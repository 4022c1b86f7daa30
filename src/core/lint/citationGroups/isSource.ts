import type { Piece } from '../../entry/entry.ts';

/** Whether a piece of a citation group stands for a source: a link, a bare name, a bare address or a reference. */
export function isSource({ kind }: Piece): boolean {
  return kind === 'citation' || kind === 'name' || kind === 'address' || kind === 'literal';
}
