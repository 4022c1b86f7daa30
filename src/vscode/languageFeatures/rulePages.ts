import * as vscode from 'vscode';
import { rules } from '../../core/lint/rules/index.ts';
import { rulePage } from '../../core/newsroom/rulePage.ts';
import { touches } from '../../core/text/text.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { RULE_PAGES, rulePageUri, toDiagnostic, toSpan } from '../editor/convert.ts';

// Explain Rule: the page on a rule is made when it is asked for, and so is there without a network. The manifest has the editor
// show such pages as it previews Markdown; a problem's code leads there too.

/** Offers the page on each problem at the cursor, and answers for what stands on it. */
export function registerRulePages(entries: EntryDocuments): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(RULE_PAGES, {
      provideTextDocumentContent({ path }) {
        const rule = rules.find(({ id }) => path === `/${id}.md`);
        return rule ? rulePage(rule) : 'There is no such rule.\n';
      },
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      { provideCodeActions: (document, range, context) => explanations(entries, document, range, context) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** Opens the page on a rule: the one given by its id, else one that the writer picks; the one at the cursor comes first. */
export async function explainRule(entries: EntryDocuments, given: unknown): Promise<void> {
  const rule = typeof given === 'string' && rules.some(({ id }) => id === given) ? given : await pick(entries);
  if (rule !== undefined) await vscode.commands.executeCommand('vscode.open', rulePageUri(rule));
}

async function pick(entries: EntryDocuments): Promise<string | undefined> {
  const here = rulesAtCursor(entries);
  const item = (id: string): vscode.QuickPickItem => ({
    label: id,
    detail: rules.find((rule) => rule.id === id)?.summary ?? '',
    ...(here.includes(id) ? { description: 'at the cursor' } : {}),
  });
  const others = rules.map(({ id }) => id).filter((id) => !here.includes(id));
  const picked = await vscode.window.showQuickPick([...here, ...others].map(item), {
    title: 'Explain Rule',
    placeHolder: 'Pick a rule',
    matchOnDetail: true,
  });
  return picked?.label;
}

function rulesAtCursor(entries: EntryDocuments): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !entries.is(editor.document)) return [];
  const span = toSpan(editor.document, editor.selection);
  const found = entries.problems(editor.document).filter((problem) => touches(problem, span));
  return [...new Set(found.map(({ rule }) => rule))];
}

function explanations(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  range: vscode.Range,
  { only }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (!entries.is(document) || (only && !only.intersects(vscode.CodeActionKind.QuickFix))) return [];
  const span = toSpan(document, range);
  const explained = new Set<string>();
  const actions: vscode.CodeAction[] = [];
  for (const problem of entries.problems(document)) {
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
