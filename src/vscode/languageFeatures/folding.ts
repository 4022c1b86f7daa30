import * as vscode from 'vscode';
import { foldings } from '../../core/languageFeatures/outline.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';

/** Folds items, headings and the front matter. */
export function registerFolding(entries: EntryDocuments): vscode.Disposable {
  const provider: vscode.FoldingRangeProvider = {
    provideFoldingRanges(document) {
      if (!entries.is(document)) return [];
      return foldings(entries.entry(document)).map(
        ({ from, to }) => new vscode.FoldingRange(document.positionAt(from).line, document.positionAt(to).line),
      );
    },
  };
  return vscode.languages.registerFoldingRangeProvider({ language: 'markdown' }, provider);
}
