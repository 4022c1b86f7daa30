import type { DocumentChanges } from '../editor/documentChanges.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import type { EntryDocuments } from './entryDocuments.ts';
import type { EntryMoves } from './entryMoves.ts';
import type { ShownProblems } from './shownProblems.ts';

/** What all features work with. `features.ts` creates it once. */
export interface Services {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
  readonly documentChanges: DocumentChanges;
  readonly entryMoves: EntryMoves;
  readonly shownProblems: ShownProblems;
}
