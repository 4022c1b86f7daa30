import * as vscode from 'vscode';
import { foldingRanges } from '../../core/languageFeatures/folding.ts';
import type { Services } from '../documents/services.ts';

/** Makes items, headings and the front matter foldable. */
export function registerFolding({ entries }: Services): vscode.Disposable {
  const provider: vscode.FoldingRangeProvider = {
    provideFoldingRanges(document) {
      if (!entries.isEntry(document)) return [];
      return foldingRanges(entries.entryOf(document)).map(
        ({ from, to }) => new vscode.FoldingRange(document.positionAt(from).line, document.positionAt(to).line),
      );
    },
  };
  return vscode.languages.registerFoldingRangeProvider({ language: 'markdown' }, provider);
}
