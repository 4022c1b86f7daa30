import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, eventuallyEqual, exists, openFile, ruleOf, shownProblems, uriAt } from './support.ts';

const DRAFT = '_drafts/day-1080.markdown';

/** The problems of the real draft that this project started from. */
const PROBLEMS = [
  '7:placeholder',
  '7:headline-missing',
  '7:sentence-spacing',
  '7:citation-unclosed',
  '21:placeholder',
  '25:placeholder',
  '29:placeholder',
  '29:section-empty',
  '31:citation-missing',
];

suite('The real draft', () => {
  suiteSetup(async function () {
    if (await exists(DRAFT)) return;
    console.log('The real draft is not there: the corpus is absent.');
    this.skip();
  });
  teardown(closeAll);

  test('shows exactly its problems @smoke', async () => {
    await openFile(DRAFT);
    await eventuallyEqual(() => shownProblems(uriAt(DRAFT)), PROBLEMS, 'its problems');
  });

  test('has hints for unfinished text and errors for broken citations', async () => {
    await openFile(DRAFT);
    await eventuallyEqual(() => shownProblems(uriAt(DRAFT)), PROBLEMS, 'its problems');
    const severities = new Map(
      vscode.languages.getDiagnostics(uriAt(DRAFT)).map((diagnostic) => [ruleOf(diagnostic), diagnostic.severity]),
    );
    assert.equal(severities.get('placeholder'), vscode.DiagnosticSeverity.Hint);
    assert.equal(severities.get('citation-missing'), vscode.DiagnosticSeverity.Hint);
    assert.equal(severities.get('sentence-spacing'), vscode.DiagnosticSeverity.Warning);
    assert.equal(severities.get('citation-unclosed'), vscode.DiagnosticSeverity.Error);
  });

  test('gets its citation group closed by the quick fix, and one undo takes it back', async () => {
    const { document } = await openFile(DRAFT);
    const before = document.getText();
    const unclosed = await eventually(
      () =>
        vscode.languages.getDiagnostics(document.uri).find((diagnostic) => ruleOf(diagnostic) === 'citation-unclosed'),
      'the unclosed group',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      unclosed.range,
    );
    const action = actions.find(({ title }) => title === 'Close the citation group');
    assert.ok(action?.edit, 'the fix is not offered');
    assert.equal(action.isPreferred, true);
    await vscode.workspace.applyEdit(action.edit);
    assert.match(document.lineAt(6).text, /n1109961\)\)$/);
    await eventually(() => !shownProblems(document.uri).includes('7:citation-unclosed'), 'the problem gone');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('is fixed by Fix All, which changes nothing else and is undone in one step @smoke', async () => {
    const { document } = await openFile(DRAFT);
    const before = document.getText();
    await vscode.commands.executeCommand('daybook.fixAll');
    const expected = before.replace('decades.Esper', 'decades. Esper').replace('n1109961) /', 'n1109961))');
    assert.equal(document.getText(), expected);
    const remaining = PROBLEMS.filter((problem) => !/:(?:sentence-spacing|citation-unclosed)$/.test(problem));
    await eventuallyEqual(() => shownProblems(document.uri), remaining, 'the other problems');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('is fixed the same way by the source action that runs on save', async () => {
    const { document } = await openFile(DRAFT);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    // The editor returns no actions while it reads the file again after an undo.
    const actions = await eventually(async () => {
      const codeActions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
        'source.fixAll.daybook',
      );
      return codeActions.length > 0 && codeActions;
    }, 'the action');
    assert.equal(actions.map(({ kind }) => kind?.value).join(), 'source.fixAll.daybook');
    assert.ok(actions[0]?.edit);
    assert.equal(actions[0].edit.get(document.uri).length, 2);
  });

  test('updates its problems on every keystroke', async () => {
    const editor = await openFile(DRAFT);
    await eventually(() => shownProblems(uriAt(DRAFT)).length > 0, 'a diagnostic');
    const group = editor.document.getText().indexOf('n1109961) /') + 'n1109961)'.length;
    const position = editor.document.positionAt(group);
    await editor.edit((edit) => edit.insert(position, ')'));
    await eventually(
      () => shownProblems(uriAt(DRAFT)).includes('7:citation-separator'),
      'a separator after a closed group',
    );
    await vscode.commands.executeCommand('undo');
    await eventually(() => shownProblems(uriAt(DRAFT)).includes('7:citation-unclosed'), 'the unclosed group again');
  });
});
