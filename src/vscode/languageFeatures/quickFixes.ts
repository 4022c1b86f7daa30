import * as vscode from 'vscode';
import { fixAll } from '../../core/lint/fix.ts';
import type { Fix, Problem } from '../../core/lint/rule.ts';
import { silence } from '../../core/lint/suppress.ts';
import { touches } from '../../core/text/text.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toDiagnostic, toRange, toSpan, toWorkspaceEdit } from '../editor/convert.ts';
import { settingsFor } from '../newsrooms/settings.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('daybook');

/** Offers what mends a problem at the cursor, and one action that mends all that is certain. */
export function registerQuickFixes(entries: EntryDocuments): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { only }) {
      if (!entries.is(document)) return [];
      const actions: vscode.CodeAction[] = [];
      if (!only || only.intersects(vscode.CodeActionKind.QuickFix))
        actions.push(...quickFixes(entries, document, range));
      if (only?.intersects(FIX_ALL)) actions.push(...fixAllActions(entries, document));
      return actions;
    },
  };
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  });
}

/** The edit that mends all that is certain in an entry; undefined where there is nothing of the kind. */
export function fixAllEdit(entries: EntryDocuments, document: vscode.TextDocument): vscode.WorkspaceEdit | undefined {
  const { edits } = fixAll(document.getText(), entries.surroundings(document), settingsFor(document.uri).rules);
  if (edits.length === 0) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const change of edits) edit.replace(document.uri, toRange(document, change), change.text);
  return edit;
}

function* quickFixes(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  range: vscode.Range,
): Generator<vscode.CodeAction> {
  const span = toSpan(document, range);
  for (const problem of entries.problems(document)) {
    if (!touches(problem, span)) continue;
    if (problem.fix) yield quickFix(document, problem, problem.fix, true);
    for (const suggestion of problem.suggestions ?? []) yield quickFix(document, problem, suggestion, false);
    const edit = silence(entries.entry(document), problem.from, problem.rule);
    if (edit)
      yield quickFix(document, problem, { title: `Silence ${problem.rule} for this block`, edits: [edit] }, false);
  }
}

function quickFix(document: vscode.TextDocument, problem: Problem, fix: Fix, isPreferred: boolean): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, fix);
  action.diagnostics = [toDiagnostic(document, problem, document)];
  action.isPreferred = isPreferred;
  return action;
}

function* fixAllActions(entries: EntryDocuments, document: vscode.TextDocument): Generator<vscode.CodeAction> {
  const edit = fixAllEdit(entries, document);
  if (!edit) return;
  const action = new vscode.CodeAction('Fix all that is certain', FIX_ALL);
  action.edit = edit;
  yield action;
}
