import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  createAndOpen,
  deleteFile,
  eventually,
  eventuallyEqual,
  exists,
  shownProblems,
  uriAt,
} from './support.ts';

suite('Entries', () => {
  const createdPaths: string[] = [];
  const write = (path: string, text: string) => {
    createdPaths.push(path);
    return createAndOpen(path, text);
  };
  teardown(async () => {
    await closeAll();
    for (const path of createdPaths.splice(0)) await deleteFile(path);
  });

  test('JavaScript front matter is reported and never executed @smoke', async () => {
    const target = uriAt('written-by-front-matter.txt');
    const script = `---js\n{ title: require('fs').writeFileSync(${JSON.stringify(target.fsPath)}, 'x') }\n---\n\n1/ Text\n`;
    const { document } = await write('_drafts/day-9000.markdown', script);
    await eventually(() => shownProblems(document.uri).includes('1:front-matter'), 'the diagnostic');
    await vscode.commands.executeCommand('daybook.showPreview');
    await vscode.commands.executeCommand('daybook.fixAll', document.uri);
    assert.equal(document.getText(), script);
    assert.equal(await exists('written-by-front-matter.txt'), false);
  });

  test('problems go with the tab of an entry, and come back with it', async () => {
    const text = (day: number, date: string) =>
      `---\ntitle: Day ${day}\ndate: 2026-10-${date} 09:00:00 -07:00\n---\n\n1/ **A\n`;
    await write('_drafts/day-278.markdown', text(278, '09'));
    const { document } = await write('_drafts/day-279.markdown', text(279, '10'));
    await vscode.window.showTextDocument(document, { preview: true });
    const count = (path: string) => shownProblems(uriAt(path)).length;
    await eventually(() => count('_drafts/day-279.markdown') > 0, 'its problems');
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.previousEntry');
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('day-278.markdown');
    }, 'the previous entry');
    await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
    await eventually(() => count('_drafts/day-279.markdown') === 0, 'no problems of the closed entry');
    assert.ok(count('_drafts/day-278.markdown') > 0);
    await vscode.window.showTextDocument(uriAt('_drafts/day-279.markdown'));
    await eventually(() => count('_drafts/day-279.markdown') > 0, 'its problems again');
  });

  test('the fix doubles an apostrophe that breaks the front matter', async () => {
    const broken = "---\ntitle: Day 9001\ndescription: '\"There's no way.\"'\n---\n";
    const { document } = await write('_drafts/day-9001.markdown', broken);
    await eventually(() => shownProblems(document.uri).includes('3:front-matter'), 'the diagnostic');
    await vscode.commands.executeCommand('daybook.fixAll');
    assert.equal(document.lineAt(2).text, "description: '\"There''s no way.\"'");
  });

  test('a wrong day number and a wrong offset are found by means of the archive; Fix All leaves the moment as it is', async () => {
    const wrong = '---\ntitle: Day 3\ndate: 2026-03-16 09:00:00 -08:00\n---\n';
    const { document } = await write('_drafts/day-3.markdown', wrong);
    await eventuallyEqual(() => shownProblems(document.uri), ['2:day-number', '3:date'], 'both problems');
    await vscode.commands.executeCommand('daybook.fixAll');
    assert.match(document.getText(), /^---\ntitle: Day 71\ndate: 2026-03-16 09:00:00 -08:00\n---/);
    const position = document.positionAt(document.getText().indexOf('-08:00'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
    );
    assert.ok(actions.some(({ title }) => title.includes('-07:00')));
  });

  test('a link for an unlinked outlet is offered, but not made by Fix All', async () => {
    const text = '1/ **Head**. Text. ([Herald](https://herald.example/a) / Valley Post)\n';
    const { document } = await write('_drafts/day-9002.markdown', text);
    await eventually(() => shownProblems(document.uri).includes('1:citation-unlinked'), 'the diagnostic');
    const position = document.positionAt(text.indexOf('Valley'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
    );
    assert.ok(actions.some(({ title }) => title === 'Link Valley Post'));
    await vscode.commands.executeCommand('daybook.fixAll');
    assert.equal(document.getText(), text);
  });

  test('a rule follows the settings at once', async () => {
    const { document } = await write('_drafts/day-9003.markdown', 'TK/ **Head**. one.Two. ([A](https://a.example/))\n');
    await eventually(() => shownProblems(document.uri).includes('1:sentence-spacing'), 'the diagnostic');
    const settings = vscode.workspace.getConfiguration('daybook', document.uri);
    await settings.update('rules', { 'sentence-spacing': 'off' }, vscode.ConfigurationTarget.Workspace);
    await eventually(() => !shownProblems(document.uri).includes('1:sentence-spacing'), 'no diagnostic');
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(() => shownProblems(document.uri).includes('1:sentence-spacing'), 'the diagnostic again');
  });

  test('a command of the walkthrough applies to the only open entry, and to none of several', async () => {
    const text = 'TK/ **Head**. one.Two. ([A](https://a.example/))\n';
    const create = async (path: string) => {
      const { document } = await write(path, text);
      await vscode.window.showTextDocument(document, { preview: false }); // otherwise the walkthrough would replace its tab
      return document;
    };
    const first = await create('_drafts/day-9006.markdown');
    const fixAllFromWalkthrough = async () => {
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'daybook.daybook#write', false);
      await eventually(() => vscode.window.activeTextEditor === undefined, 'the walkthrough');
      await vscode.commands.executeCommand('daybook.fixAll');
    };
    await fixAllFromWalkthrough();
    assert.equal(first.getText(), text.replace('one.Two', 'one. Two'));
    const second = await create('_drafts/day-9007.markdown');
    await fixAllFromWalkthrough();
    assert.equal(second.getText(), text);
  });

  test('Markdown outside the posts and the drafts is ignored', async () => {
    const { document } = await write('notes.md', 'TK/ one.Two ([A](https://a.example/)\n');
    const draft = await write('_drafts/day-9004.markdown', 'TK/ one.Two ([A](https://a.example/)\n');
    await eventually(() => shownProblems(draft.document.uri).length > 0, 'a diagnostic in the draft');
    assert.deepEqual(shownProblems(document.uri), []);
  });

  test('a file with Windows line endings has its problems on the right lines @smoke', async () => {
    const { document } = await write(
      '_drafts/day-9005.markdown',
      '---\r\ntitle: Day 9005\r\ndate: 2026-03-01 09:00:00 -08:00\r\n---\r\n\r\nTK/ **A**. B. ([C](https://c.example/))\r\n\r\nTK/ \r\n',
    );
    await eventuallyEqual(
      () => shownProblems(document.uri).filter((problem) => !problem.startsWith('2:')), // the day number does not match the date
      ['6:placeholder', '8:placeholder', '8:section-empty'],
      'the problems',
    );
  });
});
