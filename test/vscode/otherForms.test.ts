import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, exists, shownProblems, uriAt } from './support.ts';

// A newsroom one level below the workspace whose entries are weekly issues.

suite('Other forms of a log', () => {
  const today = new Date();
  teardown(async () => {
    await closeAll();
    if (await exists('letters')) await vscode.workspace.fs.delete(uriAt('letters'), { recursive: true });
  });

  const weeksAgo = (weeks: number): string => isoDate(new Date(today.getTime() - weeks * WEEK_MS));
  const writeIssues = async (): Promise<void> => {
    for (const number of [12, 13, 14]) {
      const date = weeksAgo(15 - number);
      await write(
        `letters/_posts/${date}-issue-${number}.md`,
        `---\ndate: ${date} 09:00:00 -0700\ntitle: 'Issue ${number}'\nlayout: letter\n---\n\n1/ **The mayor left**. ([Harbor Radio](https://harbor.example/${number}))\n`,
      );
    }
  };

  test('a new entry has the title, number, date and file name that the log shows', async () => {
    await writeIssues();
    await vscode.window.showTextDocument(uriAt(`letters/_posts/${weeksAgo(1)}-issue-14.md`));
    const path = 'letters/_drafts/issue-15.md';
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.newDayForDate', isoDate(today));
      return exists(path);
    }, 'the fifteenth issue');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriAt(path)));
    assert.match(
      text,
      new RegExp(
        `^---\ndate: ${isoDate(today)} \\d\\d:\\d\\d:\\d\\d -0700\ntitle: 'Issue 15'\nlayout: letter\n---\n\nTK/ $`,
      ),
    );
    assert.deepEqual(shownProblems(uriAt(path)), ['7:placeholder', '7:section-empty'], 'hints alone');
  });

  test('the page of what Daybook learned has its evidence, links, and commands that write settings', async () => {
    await writeIssues();
    await vscode.window.showTextDocument(uriAt(`letters/_posts/${weeksAgo(1)}-issue-14.md`));
    const page = await eventually(async () => {
      await vscode.commands.executeCommand('daybook.showProfile');
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === 'daybook-profile' && document.getText().includes('Issue {number}') && document;
    }, 'the page');
    assert.match(page.getText(), /^## Title\n\nIssue \{number\}, in single quotes \(likely: 3 of 3 entries\)$/m);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', page.uri);
    const [title] = lenses.filter(({ command }) => command?.arguments?.[1] === 'title');
    assert.ok(title?.command);
    await vscode.commands.executeCommand(title.command.command, ...(title.command.arguments ?? []));
    const settings = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriAt('letters/daybook.json')));
    assert.deepEqual(JSON.parse(settings), { title: 'Issue {number}' });
    await eventually(() => page.getText().includes('Issue {number}, from the settings'), 'the setting on the page');
  });

  test('the hover over a title or a date says which facts it follows', async () => {
    await writeIssues();
    const { document } = await vscode.window.showTextDocument(uriAt(`letters/_posts/${weeksAgo(1)}-issue-14.md`));
    const at = document.positionAt(document.getText().indexOf('Issue'));
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return hovers.some(({ contents }) =>
        contents.some((content) => typeof content === 'object' && content.value.includes('3 of 3 entries')),
      );
    }, 'the facts of the title');
  });
});

const WEEK_MS = 7 * 86_400_000;

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
}
