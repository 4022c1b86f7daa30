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
  private latest: PartialArchive | undefined;
  /** What the latest was learned from. */
  private learnedFrom: { readonly index: ArchiveIndex; readonly state: ReadingState } | undefined;
  private entriesBefore: number | undefined;
  private waiting: (() => void)[] = [];
  private turns = 0;

  constructor(derive: (archive: ArchiveIndex) => Newsroom) {
    this.derive = derive;
  }

  /** How far the reading is; undefined until all files have been listed. */
  progress: ReadingProgress | undefined;

  /** What was known the last time; undefined before the first time. */
  get archive(): PartialArchive | undefined {
    return this.latest;
  }

  /** Learns from the entries that the index has by now, if it is time to. */
  async continueWith(index: ArchiveIndex, state: ReadingState): Promise<void> {
    this.progress = state;
    if (!isTimeToLearn(state, this.entriesBefore)) return;
    this.entriesBefore = state.entries;
    this.learnedFrom = { index, state };
    await this.learn();
    this.wake();
  }

  /** Learns again: an entry was written while the others are being read. */
  async refresh(): Promise<void> {
    if (this.latest) await this.learn();
  }

  /** Settles the next time that something was learned, or when there is nothing more to learn. */
  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Everything has been read. */
  end(): void {
    this.progress = undefined;
    this.latest = undefined;
    this.learnedFrom = undefined;
    this.turns++;
    this.wake();
  }

  private async learn(): Promise<void> {
    if (!this.learnedFrom) return;
    const { index, state } = this.learnedFrom;
    this.turns++;
    const turn = this.turns;
    const pause = createTimeSlicer();
    const taking = archiveSnapshot(index);
    let step = taking.next();
    for (; !step.done; step = taking.next()) await pause();
    const newsroom = this.derive(step.value);
    const archive = archiveWithDays(step.value, newsroom.days);
    await precomputeOutlets(newsroom, archive);
    if (turn !== this.turns) return; // a later turn knows more
    this.latest = { newsroom, archive, isComplete: false, newestUnread: state.newestUnread() };
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
