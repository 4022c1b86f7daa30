import type * as vscode from 'vscode';
import type { Services } from '../documents/services.ts';
import type { ResultStore } from '../linkCheck/resultStore.ts';
import type { ArchiveSearches } from '../newsrooms/archiveSearch.ts';
import type { ProperNames } from '../newsrooms/properNames.ts';
import type { Previews } from '../preview/previews.ts';

/** What `features.ts` creates and commands use. */
export interface FeatureServices extends Services {
  readonly previews: Previews;
  readonly linkResults: ResultStore;
  /** Disposed when the extension is deactivated. */
  readonly subscriptions: vscode.Disposable[];
  readonly extension: vscode.Extension<unknown>;
  /** The folder for the extension's own files. */
  readonly storageUri: vscode.Uri;
}

/** What commands work with, including what only they use. */
export interface CommandServices extends FeatureServices {
  readonly archiveSearches: ArchiveSearches;
  readonly properNames: ProperNames;
}
