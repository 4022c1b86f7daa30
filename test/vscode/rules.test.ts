import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseEntry } from '../../src/core/entry/parse.ts';
import type { Rule } from '../../src/core/lint/rule.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { exampleContext } from '../../src/core/newsroom/exampleNewsroom.ts';
import { at, closeAll, eventually, eventuallyEqual, open, ruleOf, shown } from './support.ts';

/** The drafts of the samples, which together break every rule. */
const DRAFTS = ['day-67', 'day-69', 'day-70', 'day-71', 'day-72'].map((name) => `_drafts/${name}.markdown`);

suite('Every rule', () => {
  teardown(closeAll);

  test('is shown in the drafts of the samples @smoke', async () => {
    // Each in a tab of its own: those that are closed show nothing.
    for (const path of DRAFTS) await vscode.window.showTextDocument(at(path), { preview: false });
    await eventuallyEqual(
      () => {
        const found = DRAFTS.flatMap((path) => vscode.languages.getDiagnostics(at(path))).map(ruleOf);
        return rules.map(({ id }) => id).filter((id) => !found.includes(id));
      },
      [],
      'no rule that none of the drafts breaks',
    );
  });

  test('has its fix or what it offers in the menu, each of which one undo takes back', async () => {
    const mended = new Set<string>();
    for (const path of DRAFTS) {
      const { document } = await open(path);
      await eventually(() => shown(at(path)).length > 0, `a problem of ${path}`);
      const before = document.getText();
      for (const diagnostic of vscode.languages.getDiagnostics(at(path))) {
        const rule = ruleOf(diagnostic);
        const action = mended.has(rule) ? undefined : await firstHelp(document, diagnostic);
        if (!action?.edit) continue;
        mended.add(rule);
        await vscode.workspace.applyEdit(action.edit);
        assert.notEqual(document.getText(), before, `${rule}: ${action.title}`);
        await vscode.commands.executeCommand('undo');
        assert.equal(document.getText(), before, `${rule}: ${action.title}`);
      }
    }
    assert.deepEqual(
      rules.filter((rule) => helps(rule) && !mended.has(rule.id)).map(({ id }) => id),
      [],
    );
  });
});

/** Whether the rule's example has a fix, or something to choose from. */
function helps(rule: Rule): boolean {
  const entry = parseEntry(rule.bad.replace(/[⟦⟧]/g, ''));
  const [finding] = rule.check(entry, exampleContext(rule.exampleStage));
  return finding?.fix !== undefined || (finding?.suggestions?.length ?? 0) > 0;
}

/** The first action for the problem that mends it, and does not only silence or explain it. */
async function firstHelp(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.find(({ title, edit }) => edit !== undefined && !title.startsWith('Silence '));
}
