import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { entryFolderOf, fileNameOf } from '../../core/files/paths.ts';
import { isLog, isLogEntry } from '../../core/newsroom/isLog.ts';
import { readText } from '../editor/fileSystem.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import { pathBelow } from '../editor/uris.ts';
import { hasNewsroomFile, settingsFor, settingsRead } from './editorSettings.ts';
import { findEntryFiles } from './entryFiles.ts';

/**
 * Whether Daybook is on in each newsroom: as its settings say or, if they say `auto`, as its entries show. Once their entries have turned
 * it on, it stays on for the session.
 */
export class Enablement {
  private readonly decisions = new Map<string, boolean>();
  private readonly pending = new Map<string, Promise<boolean>>();
  private readonly readArchive: (root: vscode.Uri) => Promise<ArchiveIndex>;
  private readonly onDidDecide: (root: vscode.Uri) => void;

  /** `readArchive` reads all entries of a newsroom. It is called only where the newest of them show nothing. */
  constructor(readArchive: (root: vscode.Uri) => Promise<ArchiveIndex>, onDidDecide: (root: vscode.Uri) => void) {
    this.readArchive = readArchive;
    this.onDidDecide = onDidDecide;
  }

  /** Whether it is on, as far as is known yet. If that depends on entries that have not been read, `onDidDecide` follows. */
  isOn(root: vscode.Uri): boolean {
    const known = this.known(root);
    if (known !== undefined) return known;
    if (isShownByOpenEntry(root)) {
      this.decisions.set(root.toString(), true);
      return true;
    }
    void this.decide(root);
    return false;
  }

  /** Whether it is on, once enough entries have been read. */
  async decide(root: vscode.Uri): Promise<boolean> {
    await settingsRead();
    const known = this.known(root);
    if (known !== undefined) return known;
    const key = root.toString();
    const pending = this.pending.get(key) ?? this.readEntries(root);
    this.pending.set(key, pending);
    return pending;
  }

  /** Decides again after the entries of a newsroom have changed. */
  recheck(root: vscode.Uri, archive: ArchiveIndex | undefined): void {
    const key = root.toString();
    if (this.decisions.get(key) === false && archive && isLog(archive)) this.decisions.set(key, true);
  }

  private known(root: vscode.Uri): boolean | undefined {
    const state = stateOf(root);
    return state === 'auto' ? this.decisions.get(root.toString()) : state === 'on';
  }

  private async readEntries(root: vscode.Uri): Promise<boolean> {
    const isOn = (await isShownByNewest(root)) || isLog(await this.readArchive(root));
    const key = root.toString();
    this.pending.delete(key);
    const decision = this.decisions.get(key) ?? isOn;
    this.decisions.set(key, decision);
    this.onDidDecide(root);
    return decision;
  }
}

/** The setting `enabled`. Who writes settings for a newsroom, or lists its entries, wants Daybook there. */
export function stateOf(root: vscode.Uri): 'auto' | 'on' | 'off' {
  const { enabled, folders } = settingsFor(root);
  return enabled === 'auto' && (hasNewsroomFile(root) || folders.entries.length > 0) ? 'on' : enabled;
}

/** Versions of open documents that show nothing. */
const examined = new WeakMap<vscode.TextDocument, number>();

function isShownByOpenEntry(root: vscode.Uri): boolean {
  const start = `${root.toString().replace(/\/$/, '')}/`;
  return vscode.workspace.textDocuments.some((document) => {
    const { languageId, uri, version } = document;
    if (languageId !== 'markdown' || examined.get(document) === version || !uri.toString().startsWith(start))
      return false;
    examined.set(document, version);
    const path = pathBelow(root, uri);
    return (
      entryFolderOf(path, settingsFor(root).folders) !== undefined && isLogEntry(parseEntry(document.getText()), path)
    );
  });
}

/** Whether one of the newest entries shows it: in a log, usually the first that is read. */
async function isShownByNewest(root: vscode.Uri): Promise<boolean> {
  const pause = createTimeSlicer();
  const uris = await findEntryFiles(root, settingsFor(root).folders, pause);
  const newest = [...uris].sort((a, b) => (fileNameOf(a.path) < fileNameOf(b.path) ? 1 : -1)).slice(0, NEWEST);
  for (const uri of newest) {
    const text = await readText(uri);
    if (text !== undefined && isLogEntry(parseEntry(text), pathBelow(root, uri))) return true;
    await pause();
  }
  return uris.length === 0;
}

const NEWEST = 8;
