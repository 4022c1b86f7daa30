import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { archiveSnapshot } from '../../core/archive/archiveSnapshot.ts';
import { archiveWithDays } from '../../core/archive/archiveWithDays.ts';
import { isTimeToLearn, type ReadingProgress } from '../../core/files/readingSchedule.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import type { PartialArchive } from '../../core/newsroom/partialArchive.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import { precomputeOutlets } from './deriveNewsroom.ts';
import type { ReadingState } from './entryFileIndexer.ts';

/** Learns from the entries of a newsroom while they are being read, now and then. */
export class PartialReading {
  private readonly derive: (archive: ArchiveIndex) => Newsroom;
  private reading: { readonly index: ArchiveIndex; readonly state: ReadingState } | undefined;
  private latest: PartialArchive | undefined;
  /** How often files have changed the index, and how often they had when it was last learned from. */
  private changes = 0;
  private learnedChanges = 0;
  /** The number of entries that were learned from, but for later changes; undefined before the first time. */
  private entriesBefore: number | undefined;
  private waiting: (() => void)[] = [];
  private turns = 0;

  constructor(derive: (archive: ArchiveIndex) => Newsroom) {
    this.derive = derive;
  }

  /** How far the reading is; undefined until all files have been listed. */
  get progress(): ReadingProgress | undefined {
    return this.reading?.state;
  }

  /** What was known the last time; undefined before the first time. */
  get archive(): PartialArchive | undefined {
    return this.latest;
  }

  /** Learns from the entries that the index has by now, if it is time to. */
  async continueWith(index: ArchiveIndex, state: ReadingState): Promise<void> {
    this.reading = { index, state };
    if (state.isChanged) this.changes++;
    if (isTimeToLearn(state, this.entriesBefore)) {
      this.entriesBefore = state.entries;
      await this.learn();
    } else if (this.latest && this.learnedChanges === this.changes) {
      this.publish({ ...this.latest, newestUnread: state.newestUnread() });
    }
  }

  /** Learns again: settings have changed, or an entry was written while the others are being read. */
  async refresh(): Promise<void> {
    if (this.entriesBefore !== undefined) await this.learn();
  }

  /** Settles the next time that more is known, or when there is nothing more to learn. */
  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Everything has been read, or nothing more will be. */
  end(): void {
    this.reading = undefined;
    this.turns++;
    this.publish(undefined);
  }

  private async learn(): Promise<void> {
    if (!this.reading) return;
    const { index, state } = this.reading;
    this.turns++;
    const { turns, changes } = this;
    const pause = createTimeSlicer();
    const taking = archiveSnapshot(index);
    let step = taking.next();
    for (; !step.done; step = taking.next()) await pause();
    const newsroom = this.derive(step.value);
    const archive = archiveWithDays(step.value, newsroom.days);
    await precomputeOutlets(newsroom, archive);
    if (turns !== this.turns) return; // a later turn knows more
    this.learnedChanges = changes;
    this.publish({ newsroom, archive, isComplete: false, newestUnread: state.newestUnread() });
  }

  private publish(archive: PartialArchive | undefined): void {
    this.latest = archive;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
