import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, exists, shownProblems, uriAt } from './support.ts';

const ESSAY = '---\ntitle: On gardens\ndate: 2031-01-31 09:30:00 -08:00\n---\n\nI like gardens.They are green.\n';
const ISSUE =
  '---\ntitle: Issue 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n1/ **The mayor left**. one.Two. ([Herald](https://herald.example/a))\n';

suite('On and off', () => {
  teardown(async () => {
    await closeAll();
    for (const path of ['essays', 'second', 'toml']) {
      if (await exists(path)) await vscode.workspace.fs.delete(uriAt(path), { recursive: true });
    }
  });

  test('a blog of essays is left alone until an entry of it shows that it is a log', async () => {
    const { document } = await createInTab('essays/_posts/2031-01-31-on-gardens.md', ESSAY);
    // A log that is opened later gets its problems first.
    const log = await createInTab('second/_posts/2031-01-31-issue-12.md', ISSUE);
    await eventually(() => shownProblems(log.document.uri).includes('6:sentence-spacing'), 'problems of the log');
    assert.deepEqual(shownProblems(document.uri), []);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.lineAt(5).range.end, '\n\n2/ **Spades**. Dig.'));
    await eventually(() => shownProblems(document.uri).includes('6:sentence-spacing'), 'problems of the new log');
  });

  test('each newsroom of a window has its own settings, and can be off', async () => {
    const first = await createInTab('essays/_posts/2031-01-31-issue-12.md', ISSUE);
    const second = await createInTab('second/_posts/2031-01-31-issue-12.md', ISSUE);
    const shows = (uri: vscode.Uri) => shownProblems(uri).includes('6:sentence-spacing');
    await eventually(() => shows(first.document.uri) && shows(second.document.uri), 'problems of both');
    await write('second/daybook.json', '{ "enabled": "off" }\n');
    await eventually(() => shownProblems(second.document.uri).length === 0, 'no problems in the second');
    assert.ok(shows(first.document.uri));
    await vscode.commands.executeCommand('daybook.turnOn', uriAt('second'));
    assert.equal(await read('second/daybook.json'), '{ "enabled": "on" }\n');
    await eventually(() => shows(second.document.uri), 'problems in the second again');
    await write('second/daybook.json', '{ "enabled": "on", "rules": { "sentence-spacing": "off" } }\n');
    await eventually(() => !shows(second.document.uri), 'a rule that is off in the second');
    assert.ok(shows(first.document.uri));
  });

  test('no command changes front matter in TOML', async () => {
    const text = `+++\ntitle = "Issue 12"\n+++\n\n1/ **The mayor left**. She left. ([Herald](https://herald.example/a))\n`;
    const { document } = await createInTab('toml/_drafts/issue-12.md', text);
    await eventually(() => shownProblems(document.uri).includes('1:front-matter'), 'the error');
    for (const command of ['stampDateNow', 'writeOneSentence', 'chooseDescription', 'changeDay', 'publishEntry']) {
      await vscode.commands.executeCommand(`daybook.${command}`);
      assert.equal(document.getText(), text, command);
    }
    await vscode.commands.executeCommand('daybook.fixAll');
    assert.equal(document.getText(), text);
  });
});

/** Creates a file and opens it in a tab that the next one does not replace. */
async function createInTab(path: string, text: string): Promise<vscode.TextEditor> {
  await write(path, text);
  return vscode.window.showTextDocument(uriAt(path), { preview: false });
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriAt(path)));
}
