import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { findingsOf } from '../../src/core/lint/findingsOf.ts';
import type { Rule } from '../../src/core/lint/rule.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { exampleContext } from '../../src/core/newsroom/exampleNewsroom.ts';
import { closeAll, eventually, eventuallyEqual, openFile, ruleOf, shownProblems, uriAt } from './support.ts';

/** The sample drafts, which together break every rule. */
const DRAFTS = ['day-67', 'day-69', 'day-70', 'day-71', 'day-72'].map((name) => `_drafts/${name}.markdown`);

suite('Every rule', () => {
  teardown(closeAll);

  test('is broken by one of the sample drafts @smoke', async () => {
    // Each in a tab of its own: closed entries show no problems.
    for (const path of DRAFTS) await vscode.window.showTextDocument(uriAt(path), { preview: false });
    await eventuallyEqual(
      () => {
        const brokenRules = DRAFTS.flatMap((path) => vscode.languages.getDiagnostics(uriAt(path))).map(ruleOf);
        return rules.map(({ id }) => id).filter((id) => !brokenRules.includes(id));
      },
      [],
      'every rule broken by a draft',
    );
  });

  test('offers its fix or suggestion in the menu, and one undo takes it back', async () => {
    const fixedRules = new Set<string>();
    for (const path of DRAFTS) {
      const { document } = await openFile(path);
      await eventually(() => shownProblems(uriAt(path)).length > 0, `a problem of ${path}`);
      const before = document.getText();
      for (const diagnostic of vscode.languages.getDiagnostics(uriAt(path))) {
        const rule = ruleOf(diagnostic);
        const action = fixedRules.has(rule) ? undefined : await firstFix(document, diagnostic);
        if (!action?.edit) continue;
        fixedRules.add(rule);
        await vscode.workspace.applyEdit(action.edit);
        assert.notEqual(document.getText(), before, `${rule}: ${action.title}`);
        await vscode.commands.executeCommand('undo');
        assert.equal(document.getText(), before, `${rule}: ${action.title}`);
      }
    }
    assert.deepEqual(
      rules.filter((rule) => hasFix(rule) && !fixedRules.has(rule.id)).map(({ id }) => id),
      [],
    );
  });
});

/** Whether the rule's example has a fix or a suggestion. */
function hasFix(rule: Rule): boolean {
  const entry = parseEntry(rule.bad.replace(/[⟦⟧]/g, ''));
  const [finding] = findingsOf(rule, entry, exampleContext(rule.exampleStage));
  return finding?.fix !== undefined || (finding?.suggestions?.length ?? 0) > 0;
}

/** The first action that fixes the problem, rather than disabling or explaining its rule. */
async function firstFix(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.find(({ title, edit }) => edit !== undefined && !title.startsWith('Disable '));
}
