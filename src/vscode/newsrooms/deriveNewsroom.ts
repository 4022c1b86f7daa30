import type * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { countOutletUsages } from '../../core/archive/outletUsage.ts';
import { dialectOf } from '../../core/engines/engine.ts';
import type { Day } from '../../core/entry/day.ts';
import { type Newsroom, newsroomOf } from '../../core/newsroom/newsroom.ts';
import { engineOf, type SiteConfig } from '../../core/newsroom/siteConfig.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import { settingsFor } from './editorSettings.ts';

/** Derives the facts about a newsroom from its days, its settings and the site's configuration. Most are computed on first use. */
export function deriveNewsroom(
  root: vscode.Uri,
  days: readonly Day[],
  archive: ArchiveIndex | undefined,
  config: SiteConfig,
): Newsroom {
  const settings = settingsFor(root);
  const { epochs, countdowns, requiredKeys, tracking } = settings;
  return newsroomOf(days, {
    timezone: settings.timezone ?? config.timezone,
    epochs,
    countdowns,
    requiredKeys,
    trackingParameters: tracking,
    ownOutlets: settings,
    conventions: settings,
    markdown: dialectOf(engineOf(config, settings.engine)),
    systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    archive,
  });
}

/** Computes in time slices what the first lint, and the first feature that needs outlets, would have to compute all at once. */
export async function precompute(newsroom: Newsroom, archive: ArchiveIndex): Promise<void> {
  const pause = createTimeSlicer();
  for (const compute of [
    newsroom.epochs,
    newsroom.conventions,
    () => newsroom.utcOffsets('2000-01-01', '12:00:00'),
    () => newsroom.requiredKeys(undefined),
  ]) {
    await pause();
    compute();
  }
  await precomputeOutlets(newsroom, archive);
}

/** Does so with what the features need that suggest outlets. */
export async function precomputeOutlets(newsroom: Newsroom, archive: ArchiveIndex): Promise<void> {
  const pause = createTimeSlicer();
  await pause();
  newsroom.outlets();
  const counting = countOutletUsages(archive);
  while (!counting.next().done) await pause();
}
