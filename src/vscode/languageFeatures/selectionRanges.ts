import * as vscode from 'vscode';
import { selectionRanges } from '../../core/languageFeatures/selectionRanges.ts';
import type { Services } from '../documents/services.ts';
import { toRange } from '../editor/convert.ts';

/** Makes *Expand Selection* grow from an outlet to its citation, citation group, item and section. */
export function registerSelectionRanges({ entries }: Services): vscode.Disposable {
  const provider: vscode.SelectionRangeProvider = {
    provideSelectionRanges(document, positions) {
      if (!entries.isEntry(document)) return [];
      const entry = entries.entryOf(document);
      return positions.map((position) => {
        const innermostFirst = selectionRanges(entry, document.offsetAt(position));
        return (
          innermostFirst.reduceRight<vscode.SelectionRange | undefined>(
            (parent, span) => new vscode.SelectionRange(toRange(document, span), parent),
            undefined,
          ) ?? new vscode.SelectionRange(new vscode.Range(position, position))
        );
      });
    },
  };
  return vscode.languages.registerSelectionRangeProvider({ language: 'markdown' }, provider);
}
