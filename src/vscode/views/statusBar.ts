import * as vscode from 'vscode';
import type { Entry } from '../../core/entry/entry.ts';
import { findKey, scalarValue } from '../../core/entry/keys.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { formatMinutes, steadyReadingTime } from '../../core/render/targets/readingTime.ts';
import { countWords } from '../../core/render/targets/wordCount.ts';
import { escapeIcons } from '../../core/text/escapeMarkup.ts';
import { plural } from '../../core/text/plural.ts';
import type { Services } from '../documents/services.ts';
import { deferred } from '../editor/deferred.ts';

/** Shows `Day 1080 · 3 TK · 2 problems · 6½ min` for the entry in the active editor. A click shows its problems. */
export function registerStatusBar({ entries, documentChanges, shownProblems }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('daybook.entry', vscode.StatusBarAlignment.Right, 200);
  item.name = 'Daybook Entry';
  item.command = 'workbench.actions.view.problems';
  let isShown = false;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !entries.isEntry(document)) {
      item.hide();
      isShown = false;
      return;
    }
    const text = summaryOf(entries.entryOf(document), shownProblems.of(document));
    if (isShown && text === item.text) return; // setting it would make the editor lay out the bar on every keystroke
    item.text = text;
    item.tooltip = `${text}\nShow the problems`;
    item.show();
    isShown = true;
  };
  const updateDeferred = deferred(update);
  update();
  return vscode.Disposable.from(
    item,
    updateDeferred,
    entries.onDidChange(update),
    shownProblems.onDidChange((document) => updateDeferred.schedule(document)),
    vscode.window.onDidChangeActiveTextEditor(update),
    documentChanges.onDidChangeActiveText(({ document }) => updateDeferred.schedule(document)),
  );
}

function summaryOf(entry: Entry, problems: readonly Problem[]): string {
  const title = findKey(entry.frontMatter, 'title');
  const placeholderCount = problems.filter(({ rule }) => rule === 'placeholder').length;
  const problemCount = problems.filter(({ rule, severity }) => rule !== 'placeholder' && severity !== 'hint').length;
  return [
    title ? escapeIcons(scalarValue(entry.text, title)) : undefined,
    placeholderCount > 0 ? `${placeholderCount} TK` : undefined,
    problemCount > 0 ? plural(problemCount, 'problem') : undefined,
    `${formatMinutes(steadyReadingTime(countWords(entry)))} min`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
