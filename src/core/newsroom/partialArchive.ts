import type { ArchiveIndex } from '../archive/archiveIndex.ts';
import type { Newsroom } from './newsroom.ts';

/**
 * What is known of a newsroom while its entries are being read, the newest first. It is there to suggest from. What an entry is judged by, what
 * is counted or searched, and where a link leads are known once it is complete.
 */
export interface PartialArchive {
  readonly newsroom: Newsroom;
  /** The entries that have been read, with the days of the newsroom. */
  readonly archive: ArchiveIndex;
  readonly isComplete: boolean;
  /**
   * The date in the path of the newest entry that has not been read, as far as it goes: `2029-12-31` or `2029`. Undefined if there is an unread
   * entry without a date, empty if there is none.
   */
  readonly newestUnread: string | undefined;
}
