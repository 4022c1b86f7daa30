import * as vscode from 'vscode';
import { fixAll } from '../../core/lint/fix.ts';
import { keepsTheRest } from '../../core/lint/keepsTheRest.ts';
import type { Fix, Problem } from '../../core/lint/rule.ts';
import { suppressRule } from '../../core/lint/suppress.ts';
import { type Edit, touches } from '../../core/text/text.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { toDiagnostic, toSpan, toWorkspaceEdit } from '../editor/convert.ts';
import { addEdits } from '../editor/textEdits.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('daybook');

/** Offers fixes for the problems at the cursor, and a source action that makes all certain fixes. */
export function registerQuickFixes({ entries }: Services): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { only }) {
      const context = entries.contextOf(document);
      if (!context) return [];
      const actions: vscode.CodeAction[] = [];
      if (!only || only.intersects(vscode.CodeActionKind.QuickFix))
        actions.push(...quickFixes(entries, document, range));
      if (only?.intersects(FIX_ALL)) actions.push(...fixAllActions(context));
      return actions;
    },
  };
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  });
}

/** The edits that make all certain fixes in an entry. */
export function fixAllEdits({ document, ruleContext, settings }: EntryContext): readonly Edit[] {
  return fixAll(document.getText(), ruleContext, settings.rules).edits;
}

function* quickFixes(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  range: vscode.Range,
): Generator<vscode.CodeAction> {
  const span = toSpan(document, range);
  const entry = entries.entryOf(document);
  for (const problem of entries.problemsOf(document)) {
    if (!touches(problem, span)) continue;
    if (problem.fix && keepsTheRest(entry, problem.fix.edits)) yield quickFix(document, problem, problem.fix, true);
    for (const suggestion of problem.suggestions ?? []) yield quickFix(document, problem, suggestion, false);
    const edit = suppressRule(entry, problem.from, problem.rule);
    if (edit)
      yield quickFix(document, problem, { title: `Disable ${problem.rule} for this block`, edits: [edit] }, false);
  }
}

function quickFix(document: vscode.TextDocument, problem: Problem, fix: Fix, isPreferred: boolean): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, fix);
  action.diagnostics = [toDiagnostic(document, problem, document)];
  action.isPreferred = isPreferred;
  return action;
}

function* fixAllActions(context: EntryContext): Generator<vscode.CodeAction> {
  const { document } = context;
  const edits = fixAllEdits(context);
  if (edits.length === 0) return;
  const action = new vscode.CodeAction('Fix all auto-fixable problems', FIX_ALL);
  action.edit = new vscode.WorkspaceEdit();
  addEdits(action.edit, document, document.uri, edits);
  yield action;
}
