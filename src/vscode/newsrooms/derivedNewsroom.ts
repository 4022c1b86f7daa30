import type * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { archiveWithDays } from '../../core/archive/archiveWithDays.ts';
import type { Day } from '../../core/entry/day.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import type { SiteConfig } from '../../core/newsroom/siteConfig.ts';
import { deriveNewsroom, precompute } from './deriveNewsroom.ts';
import { settingsFor } from './editorSettings.ts';

/** The facts about one newsroom. They are derived on first use, and again once the days of its index have changed. */
export class DerivedNewsroom {
  private readonly root: vscode.Uri;
  private readonly config: () => SiteConfig;
  private derived: { readonly newsroom: Newsroom; readonly days: readonly Day[] } | undefined;
  /** The index with the days of the newsroom. */
  private view: { readonly days: readonly Day[]; readonly archive: ArchiveIndex } | undefined;

  constructor(root: vscode.Uri, config: () => SiteConfig) {
    this.root = root;
    this.config = config;
  }

  /** The facts that an index shows; without one, those of a newsroom without entries. */
  from(index: ArchiveIndex | undefined): Newsroom {
    const days = index?.days() ?? NO_DAYS;
    if (this.derived?.days !== days) {
      this.derived = { newsroom: deriveNewsroom(this.root, days, index, this.config()), days };
    }
    return this.derived.newsroom;
  }

  /** An index with the days of the newsroom. */
  archiveFrom(index: ArchiveIndex): ArchiveIndex {
    const { days } = this.from(index);
    if (this.view?.days !== days) this.view = { days, archive: archiveWithDays(index, days) };
    return this.view.archive;
  }

  /** Derives the newsroom, and computes its facts before they are needed. */
  async precompute(index: ArchiveIndex): Promise<void> {
    const settings = settingsFor(this.root);
    const config = this.config();
    const days = index.days();
    const newsroom = deriveNewsroom(this.root, days, index, config);
    await precompute(newsroom, archiveWithDays(index, newsroom.days));
    if (settings === settingsFor(this.root) && config === this.config()) this.derived = { newsroom, days };
  }

  /** Drops the facts: settings or the site's configuration changed. */
  invalidate(): void {
    this.derived = undefined;
  }
}

const NO_DAYS: readonly Day[] = [];
