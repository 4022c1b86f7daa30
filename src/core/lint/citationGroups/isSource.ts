import type { Piece } from '../../entry/entry.ts';

/** Whether a piece of a citation group stands for a source: a link, a bare name or a bare address. */
export function isSource({ kind }: Piece): boolean {
  return kind === 'citation' || kind === 'name' || kind === 'address';
}
