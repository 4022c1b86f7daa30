import * as vscode from 'vscode';
import { rules } from '../../core/lint/rules/index.ts';
import { rulePage } from '../../core/newsroom/rulePage.ts';
import { touches } from '../../core/text/text.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { RULE_PAGE_SCHEME, rulePageUri, toDiagnostic, toSpan } from '../editor/convert.ts';

// Rule pages are generated when they are opened, so they need no network. The manifest makes the Markdown preview their editor. A
// problem's code links to its page, too.

/** Provides the text of rule pages, and offers the page for each problem at the cursor. */
export function registerRulePages({ entries }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(RULE_PAGE_SCHEME, {
      provideTextDocumentContent({ path }) {
        const rule = rules.find(({ id }) => path === `/${id}.md`);
        return rule ? rulePage(rule) : 'This rule does not exist.\n';
      },
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      { provideCodeActions: (document, range, context) => explanations(entries, document, range, context) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** *Explain Rule*: opens the page of the rule with this ID, else of one that the writer picks, those at the cursor first. */
export async function explainRule({ entries }: Services, id: unknown): Promise<void> {
  const rule = typeof id === 'string' && rules.some((rule) => rule.id === id) ? id : await pickRule(entries);
  if (rule !== undefined) await vscode.commands.executeCommand('vscode.open', rulePageUri(rule));
}

async function pickRule(entries: EntryDocuments): Promise<string | undefined> {
  const atCursor = rulesAtCursor(entries);
  const toItem = (id: string): vscode.QuickPickItem => ({
    label: id,
    detail: rules.find((rule) => rule.id === id)?.summary ?? '',
    ...(atCursor.includes(id) ? { description: 'at the cursor' } : {}),
  });
  const elsewhere = rules.map(({ id }) => id).filter((id) => !atCursor.includes(id));
  const picked = await vscode.window.showQuickPick([...atCursor, ...elsewhere].map(toItem), {
    title: 'Explain Rule',
    placeHolder: 'Pick a rule',
    matchOnDetail: true,
  });
  return picked?.label;
}

function rulesAtCursor(entries: EntryDocuments): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !entries.isEntry(editor.document)) return [];
  const span = toSpan(editor.document, editor.selection);
  const problems = entries.problemsOf(editor.document).filter((problem) => touches(problem, span));
  return [...new Set(problems.map(({ rule }) => rule))];
}

/** One action for each rule with a problem in the range. */
function explanations(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  range: vscode.Range,
  { only }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (!entries.isEntry(document) || (only && !only.intersects(vscode.CodeActionKind.QuickFix))) return [];
  const span = toSpan(document, range);
  const explained = new Set<string>();
  const actions: vscode.CodeAction[] = [];
  for (const problem of entries.problemsOf(document)) {
    if (!touches(problem, span) || explained.has(problem.rule)) continue;
    explained.add(problem.rule);
    const title = `Explain rule ${problem.rule}`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: 'daybook.explainRule', arguments: [problem.rule] };
    action.diagnostics = [toDiagnostic(document, problem, document)];
    actions.push(action);
  }
  return actions;
}
