import type * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import type { Day } from '../../core/entry/day.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { readDay } from '../../core/entry/readDay.ts';
import type { Stage } from '../../core/entry/stage.ts';
import { stageOf } from '../../core/files/paths.ts';
import type { RuleContext } from '../../core/lint/rule.ts';
import { type Newsroom, ruleContextOf } from '../../core/newsroom/newsroom.ts';
import type { PartialArchive } from '../../core/newsroom/partialArchive.ts';
import type { Outlets } from '../../core/outlets/outlets.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { pathBelow } from '../editor/uris.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';

/** Everything that features need to know about an open entry. `entries.contextOf` creates it once per version of the document. */
export interface EntryContext {
  readonly document: vscode.TextDocument;
  readonly entry: Entry;
  /** The root folder of the entry's newsroom. */
  readonly root: vscode.Uri;
  /** The entry's path below `root`, with `/`. */
  readonly path: string;
  readonly stage: Stage;
  readonly day: Day;
  readonly settings: Settings;
  readonly newsroom: Newsroom;
  /** The facts that rules may use, among them the outlets. */
  readonly ruleContext: RuleContext;
  /** The index of the archive, up to the last keystroke in open entries; undefined until all entries have been read. */
  readonly archive: () => ArchiveIndex | undefined;
  /** What is known of the archive by now, to suggest from; undefined until the first entries have been read. */
  readonly known: () => PartialArchive | undefined;
  /** The outlets, as far as the archive is known by now: to suggest from. `ruleContext` has those to judge by. */
  readonly outlets: () => Outlets;
}

export function createEntryContext(
  document: vscode.TextDocument,
  entry: Entry,
  root: vscode.Uri,
  newsroom: Newsroom,
  { archive, known }: Pick<EntryContext, 'archive' | 'known'>,
): EntryContext {
  const settings = settingsFor(document.uri);
  const path = pathBelow(root, document.uri);
  const stage = stageOf(path, entry.text, settings.folders);
  return {
    document,
    entry,
    root,
    path,
    stage,
    day: readDay(entry, path, stage === 'draft'),
    settings,
    newsroom,
    ruleContext: ruleContextOf(newsroom, path, stage),
    archive,
    known,
    outlets: () => known()?.newsroom.outlets() ?? newsroom.outlets(),
  };
}
