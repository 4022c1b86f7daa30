import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  closeList,
  createAndOpenFresh,
  deleteFile,
  eventually,
  exists,
  runUntilList,
  shownProblems,
  uriAt,
  waitUntilIndexed,
} from './support.ts';

suite('Generated text and navigation', () => {
  const createdPaths: string[] = [];
  teardown(async () => {
    await closeList();
    await closeAll();
    for (const path of createdPaths.splice(0)) if (await exists(path)) await deleteFile(path);
  });
  const write = (path: string, text: string): Promise<vscode.TextEditor> => {
    createdPaths.push(path);
    return createAndOpenFresh(path, text);
  };
  const DRAFT = '_drafts/day-260.markdown';
  const FRONT = '---\ntitle: Day 260\ndate: 2026-09-21 09:00:00 -07:00\n---\n\n';

  /** Runs a command in the active editor, checks the text, and takes the change back with one undo. */
  async function check(command: string, { document }: vscode.TextEditor, expected: string | RegExp): Promise<void> {
    const before = document.getText();
    await vscode.commands.executeCommand(command);
    if (typeof expected === 'string') assert.equal(document.getText(), expected);
    else assert.match(document.getText(), expected);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  }

  test('sections are numbered in order @smoke', async () => {
    const editor = await write(DRAFT, `${FRONT}TK/ **One**.\n\n1/ **Two**.\n\nTK/ **Three**.\n`);
    await check('daybook.numberSections', editor, `${FRONT}1/ **One**.\n\n2/ **Two**.\n\n3/ **Three**.\n`);
  });

  test('the day is written in one sentence, with names as the archive writes them @smoke', async () => {
    const editor = await write(DRAFT, `${FRONT}1/ **The mayor resigned**.\n\n2/ **The ferry runs again**.\n`);
    await check(
      'daybook.writeOneSentence',
      editor,
      /\ntodayInOneSentence: The mayor resigned; and the ferry runs again\.\n---\n/,
    );
  });

  test('a quote of the entry becomes the description @smoke', async () => {
    const { document } = await write(DRAFT, `${FRONT}1/ **"There's no way," the mayor said**. It was late.\n`);
    const before = document.getText();
    const { done } = await runUntilList('daybook.chooseDescription');
    await acceptItem();
    await done;
    assert.match(document.getText(), /\ndescription: '"There''s no way\."'\n---\n/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('countdowns are updated from the date of the entry @smoke', async () => {
    const editor = await write(
      DRAFT,
      `${FRONT.replace('2026-09-21', '2026-05-23')}*The levy election is in 3 days.*\n`,
    );
    await check('daybook.updateCountdowns', editor, /is in 10 days\.\*\n$/);
  });

  test("the date is set in the newsroom's time zone @smoke", async () => {
    const editor = await write(DRAFT, FRONT);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles' }).format(new Date());
    await check(
      'daybook.stampDateNow',
      editor,
      new RegExp(`\\ndate: ${today} \\d\\d:\\d\\d:\\d\\d -0[78]:00\\n---\\n`),
    );
  });

  test('the previous and the next entry open, across the start of a new count @smoke', async () => {
    await vscode.window.showTextDocument(uriAt('_posts/2026-01-05-day-1.markdown'));
    const active = () => vscode.window.activeTextEditor?.document.uri.path.replace(/^.*\/(?=_)/, '');
    await vscode.commands.executeCommand('daybook.previousEntry');
    assert.equal(active(), '_posts/2026-01-02-day-1461.markdown');
    await vscode.commands.executeCommand('daybook.nextEntry');
    await vscode.commands.executeCommand('daybook.nextEntry');
    assert.equal(active(), '_posts/2026-01-06-day-2.markdown');
  });

  test('a review without a number and a draft have previous and next entries, and Change Day ignores the review', async () => {
    const review = '_posts/2026-03-12-last-week.markdown';
    const text =
      '---\ntitle: Last week in Port Alder\ndate: 2026-03-12 20:00:00 -07:00\npost_type: week-in-review\n---\n\nIt rained.\n';
    await write(review, text);
    const active = () => vscode.window.activeTextEditor?.document.uri.path.replace(/^.*\/(?=_)/, '');
    await eventually(async () => {
      await vscode.window.showTextDocument(uriAt(review));
      await vscode.commands.executeCommand('daybook.nextEntry');
      return active() === '_drafts/day-68.markdown';
    }, 'the draft after the review');
    await vscode.commands.executeCommand('daybook.previousEntry');
    assert.equal(active(), review);
    await vscode.commands.executeCommand('daybook.previousEntry');
    assert.equal(active(), '_drafts/day-67.markdown');
    await vscode.commands.executeCommand('daybook.previousEntry');
    assert.equal(active(), '_posts/2026-03-12-day-67.markdown');
    const { document } = await vscode.window.showTextDocument(uriAt(review));
    await vscode.commands.executeCommand('daybook.changeDay');
    await vscode.commands.executeCommand('daybook.numberSections');
    assert.equal(document.getText(), text);
    assert.equal(await exists(review), true);
    assert.deepEqual(
      shownProblems(document.uri).filter((problem) => /:(?:day-|title|date)/.test(problem)),
      [],
    );
  });

  test('Change Day changes title, date, file and image, and one undo takes it back', async () => {
    const path = '_drafts/day-261.markdown';
    const text =
      '---\ntitle: Day 261\ndate: 2026-09-22 09:00:00 -07:00\nimage: "/uploads/day-261-a.jpg"\n---\n\n1/ One.\n';
    await write(path, text);
    const { done } = await runUntilList('daybook.changeDay');
    // The first free day from today on is active. Picks the one above, near the entry's own day, which no other test uses: the editor keeps
    // the documents of deleted files.
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
    await acceptItem();
    await done;
    assert.equal(await exists(path), false);
    const document = vscode.window.activeTextEditor?.document;
    const [, number] = /day-(\d+)\.markdown$/.exec(document?.uri.path ?? '') ?? [];
    assert.ok(document && number && number !== '261', document?.uri.path);
    createdPaths.push(`_drafts/day-${number}.markdown`);
    assert.match(
      document.getText(),
      new RegExp(
        `^---\ntitle: Day ${number}\ndate: \\d{4}.* 09:00:00 -0[78]:00\nimage: "/uploads/day-${number}-a.jpg"`,
      ),
    );
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(path), 'the file under its old name');
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the old text');
  });

  test("Open Today opens today's entry", async () => {
    await vscode.commands.executeCommand('daybook.newDay');
    const { uri } = vscode.window.activeTextEditor?.document ?? {};
    assert.ok(uri);
    createdPaths.push(uri.path.replace(/^.*\/(?=_)/, ''));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('daybook.openToday');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  test('On This Day lists the entries of other years', async () => {
    createdPaths.push('_drafts/day-298.markdown');
    await write('_drafts/day-298.markdown', '---\ntitle: Day 298\ndate: 2026-10-30 09:00:00 -07:00\n---\n');
    await waitUntilIndexed('Day 298'); // otherwise the command would use today's date
    const { done } = await runUntilList('daybook.onThisDay');
    await acceptItem();
    await done;
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /_posts\/2025-10-30-day-1397\.markdown$/);
  });

  test('front matter completions offer keys, the current time, and tags with their counts @smoke', async () => {
    const { document } = await write(DRAFT, '---\ntitle: Day 260\ndate: \ntags:\n- \n\n---\n\n1/ One.\n');
    const labels = async (line: number): Promise<string[]> => {
      const position = document.lineAt(line).range.end;
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : `${label.label}|${label.description}`));
    };
    assert.ok((await labels(2)).some((label) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d -0[78]:00\|now$/.test(label)));
    await eventually(async () => (await labels(4)).some((label) => /^harbor\|\d+ entr/.test(label)), 'tags');
    const keys = await labels(5);
    assert.ok(keys.some((label) => label.startsWith('description|')));
    assert.ok(!keys.some((label) => label.startsWith('title|')));
  });

  test('images are offered from the folders that the entries use', async () => {
    createdPaths.push('_drafts/day-299.markdown', 'pictures/day-260-b.jpg');
    await vscode.workspace.fs.writeFile(uriAt('pictures/day-260-b.jpg'), new Uint8Array());
    await write(
      '_drafts/day-299.markdown',
      '---\ntitle: Day 299\ndate: 2026-10-31 09:00:00 -07:00\nimage: "/pictures/a.jpg"\n---\n',
    );
    const { document } = await write(DRAFT, '---\ntitle: Day 260\nimage: \n---\n\n1/ One.\n');
    await eventually(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.lineAt(2).range.end,
      );
      const [first] = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return first === '/pictures/day-260-b.jpg';
    }, 'the image of the day');
  });

  test('a key of the front matter has a hover', async () => {
    const { document } = await write(DRAFT, FRONT);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(2, 1),
    );
    const [content] = hover?.contents ?? [];
    assert.match(content instanceof vscode.MarkdownString ? content.value : '', /published/);
  });
});
