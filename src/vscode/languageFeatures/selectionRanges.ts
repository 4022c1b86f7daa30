import * as vscode from 'vscode';
import { spansAround } from '../../core/languageFeatures/outline.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';

/** Lets *Expand Selection* grow from an outlet to its citation, group, item and section. */
export function registerSelectionRanges(entries: EntryDocuments): vscode.Disposable {
  const provider: vscode.SelectionRangeProvider = {
    provideSelectionRanges(document, positions) {
      if (!entries.is(document)) return [];
      const entry = entries.entry(document);
      return positions.map((position) => {
        const spans = spansAround(entry, document.offsetAt(position));
        const outwards = spans.map((span) => toRange(document, span));
        const here = new vscode.SelectionRange(new vscode.Range(position, position));
        return (
          outwards.reduceRight<vscode.SelectionRange | undefined>(
            (parent, range) => new vscode.SelectionRange(range, parent),
            undefined,
          ) ?? here
        );
      });
    },
  };
  return vscode.languages.registerSelectionRangeProvider({ language: 'markdown' }, provider);
}
