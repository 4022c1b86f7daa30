import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { type OutletUsages, outletUsages } from '../../core/archive/outletUsage.ts';
import type { Day } from '../../core/entry/day.ts';
import { readDay } from '../../core/entry/readDay.ts';
import type { RuleContext } from '../../core/lint/rule.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { pathBelow } from './activeEntry.ts';
import type { EntryDocuments } from './entryDocuments.ts';

/** What is known around an open entry. */
export interface Known extends Pick<RuleContext, 'outlets' | 'tracking' | 'citing' | 'stage'> {
  readonly root: vscode.Uri;
  /** The entry's own day. */
  readonly own: Day;
  /** Undefined until the archive is read. */
  readonly archive: ArchiveIndex | undefined;
  /** Asked for where it is needed: it takes a while where a day is new. Undefined until the archive is read. */
  readonly uses: () => OutletUsages | undefined;
}

/** Open entries, and the newsrooms that they lie in. */
export interface Rooms {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
}

/** What is known around an entry by now; undefined where a document is none. */
export function knownAround({ entries, newsrooms }: Rooms, document: vscode.TextDocument): Known | undefined {
  const root = newsrooms.rootOf(document.uri);
  if (!root || !entries.is(document)) return undefined;
  const { outlets, tracking, citing, stage } = entries.surroundings(document);
  const archive = newsrooms.archiveAt(root);
  const own = readDay(entries.entry(document), pathBelow(root, document.uri), stage === 'draft');
  return { outlets, tracking, citing, stage, root, own, archive, uses: () => archive && outletUsages(archive) };
}

/** `[Day 12](…)`, which opens the entry of that day. */
export function linkToDay(root: vscode.Uri, name: string, path: string): string {
  return `[${name}](${vscode.Uri.joinPath(root, path)})`;
}
