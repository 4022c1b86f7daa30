import * as vscode from 'vscode';
import { openDocumentChanges } from '../../src/vscode/editor/documentChanges.ts';
import { Newsrooms } from '../../src/vscode/newsrooms/newsrooms.ts';
import type { SlowDisk } from './slowDisk.ts';
import { closeAll } from './support.ts';

/** What the tests of a suite open, all of which is closed after each. */
interface SlowDiskSuite {
  readonly openDisk: (scheme: string, latencyMs: number) => SlowDisk;
  readonly createNewsrooms: (storage?: vscode.Uri) => Newsrooms;
  /** Disposes of something after the test. */
  readonly register: (disposable: vscode.Disposable) => void;
}

/** Prepares a suite whose newsrooms are on slow disks. */
export function slowDiskSuite(archiveOnDisk: (scheme: string, latencyMs: number) => SlowDisk): SlowDiskSuite {
  const documentChanges = openDocumentChanges();
  const opened: Newsrooms[] = [];
  const disks: SlowDisk[] = [];
  const registered: vscode.Disposable[] = [];
  teardown(async () => {
    for (const newsrooms of opened.splice(0)) newsrooms.dispose();
    for (const disk of disks.splice(0)) disk.release();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    for (const disposable of registered.splice(0)) disposable.dispose();
  });
  return {
    openDisk(scheme, latencyMs) {
      const disk = archiveOnDisk(scheme, latencyMs);
      registered.push(vscode.workspace.registerFileSystemProvider(scheme, disk.provider, { isCaseSensitive: true }));
      disks.push(disk);
      return disk;
    },
    createNewsrooms(storage) {
      const newsrooms = new Newsrooms(documentChanges, storage);
      opened.push(newsrooms);
      return newsrooms;
    },
    register: (disposable) => registered.push(disposable),
  };
}
