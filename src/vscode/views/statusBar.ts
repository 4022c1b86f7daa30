import * as vscode from 'vscode';
import { keyOf, scalar } from '../../core/entry/frontMatter.ts';
import { countWords, formatMinutes, readingTime } from '../../core/reports/stats.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { deferred } from '../editor/deferred.ts';

/** `Day 1080 · 3 TK · 2 problems · 6½ min` for the entry in the active editor; a click shows the problems. */
export function registerStatusBar(entries: EntryDocuments): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('daybook.entry', vscode.StatusBarAlignment.Right, 200);
  item.name = 'Daybook Entry';
  item.command = 'workbench.actions.view.problems';
  let isShown = false;
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !entries.is(document)) {
      item.hide();
      isShown = false;
      return;
    }
    const text = summary(entries, document);
    if (isShown && text === item.text) return; // the editor would lay out its bar anew with every key
    item.text = text;
    item.tooltip = `${item.text}\nShow the problems`;
    item.show();
    isShown = true;
  };
  const showAfterwards = deferred(show);
  show();
  return vscode.Disposable.from(
    item,
    showAfterwards,
    entries.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) showAfterwards.ask(document);
    }),
  );
}

function summary(entries: EntryDocuments, document: vscode.TextDocument): string {
  const entry = entries.entry(document);
  const title = keyOf(entry.frontMatter, 'title');
  const problems = entries.problems(document);
  const toCome = problems.filter(({ rule }) => rule === 'placeholder').length;
  const faults = problems.filter(({ rule, severity }) => rule !== 'placeholder' && severity !== 'hint').length;
  const minutes = formatMinutes(readingTime(countWords(entry)));
  return [
    title ? scalar(entry.text, title) : undefined,
    toCome > 0 ? `${toCome} TK` : undefined,
    faults > 0 ? `${faults} ${faults === 1 ? 'problem' : 'problems'}` : undefined,
    `${minutes} min`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
