import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, eventually, eventuallyEqual, exists, open, ruleOf, shown } from './support.ts';

const DRAFT = '_drafts/day-1080.markdown';

/** What is wrong with the real draft that this project started from. */
const FAULTS = [
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

  test('shows exactly its faults @smoke', async () => {
    await open(DRAFT);
    await eventuallyEqual(() => shown(at(DRAFT)), FAULTS, 'its faults');
  });

  test('is quiet about what is still to come and loud about what is broken', async () => {
    await open(DRAFT);
    await eventuallyEqual(() => shown(at(DRAFT)), FAULTS, 'its faults');
    const severities = new Map(
      vscode.languages.getDiagnostics(at(DRAFT)).map((diagnostic) => [ruleOf(diagnostic), diagnostic.severity]),
    );
    assert.equal(severities.get('placeholder'), vscode.DiagnosticSeverity.Hint);
    assert.equal(severities.get('citation-missing'), vscode.DiagnosticSeverity.Hint);
    assert.equal(severities.get('sentence-spacing'), vscode.DiagnosticSeverity.Warning);
    assert.equal(severities.get('citation-unclosed'), vscode.DiagnosticSeverity.Error);
  });

  test('has its citation group closed by the quick fix, and one undo takes it back', async () => {
    const { document } = await open(DRAFT);
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
    await eventually(() => !shown(document.uri).includes('7:citation-unclosed'), 'the problem gone');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('is mended by Fix All, which changes nothing else and is taken back by one undo @smoke', async () => {
    const { document } = await open(DRAFT);
    const before = document.getText();
    await vscode.commands.executeCommand('daybook.fixAll');
    const expected = before.replace('decades.Esper', 'decades. Esper').replace('n1109961) /', 'n1109961))');
    assert.equal(document.getText(), expected);
    const left = FAULTS.filter((fault) => !/:(?:sentence-spacing|citation-unclosed)$/.test(fault));
    await eventuallyEqual(() => shown(document.uri), left, 'two problems less');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('is mended the same way by the source action that runs on save', async () => {
    const { document } = await open(DRAFT);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    // The editor answers with nothing while the file is still being read again after a change was taken back.
    const actions = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
        'source.fixAll.daybook',
      );
      return found.length > 0 && found;
    }, 'the action');
    assert.equal(actions.map(({ kind }) => kind?.value).join(), 'source.fixAll.daybook');
    assert.ok(actions[0]?.edit);
    assert.equal(actions[0].edit.get(document.uri).length, 2);
  });

  test('has its problems renewed with each key', async () => {
    const editor = await open(DRAFT);
    await eventually(() => shown(at(DRAFT)).length > 0, 'a diagnostic');
    const group = editor.document.getText().indexOf('n1109961) /') + 'n1109961)'.length;
    const place = editor.document.positionAt(group);
    await editor.edit((edit) => edit.insert(place, ')'));
    await eventually(() => shown(at(DRAFT)).includes('7:citation-separator'), 'a separator behind a closed group');
    await vscode.commands.executeCommand('undo');
    await eventually(() => shown(at(DRAFT)).includes('7:citation-unclosed'), 'the unclosed group again');
  });
});
