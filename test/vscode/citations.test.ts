import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accept, at, closeAll, eventually, open, openNew, remove, repeatUntilOver, runToList } from './support.ts';

const FRONT = '---\ntitle: Day 9300\ndate: 2026-03-13 09:00:00 -07:00\n---\n\n';
const KNOWN = 'https://herald.example/2026/03/11/silt-hearing/';
const LINK = 'https://log.portalder.example/2026/03/11/day-66/#2-tolliver-will-move-the-pit-uphill';

suite('Citations', () => {
  const made: string[] = [];
  teardown(async () => {
    await closeAll();
    for (const path of made.splice(0)) await remove(path);
  });

  /** Opens the text among the drafts with the cursor where `‸` stands. */
  async function openAt(marked: string): Promise<vscode.TextEditor> {
    const path = `_drafts/citations-${Date.now()}.markdown`;
    made.push(path);
    const text = FRONT + marked;
    const editor = await openNew(path, text.replace('‸', ''));
    const place = editor.document.positionAt(text.indexOf('‸'));
    editor.selection = new vscode.Selection(place, place);
    return editor;
  }

  const offered = async ({ document, selection }: vscode.TextEditor): Promise<vscode.CompletionItem[]> => {
    const command = 'vscode.executeCompletionItemProvider';
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, selection.active);
    return list.items;
  };
  const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

  test('outlets of the archive are offered in a group @smoke', async () => {
    const editor = await openAt('1/ **Head**. ([‸])');
    const items = await eventually(async () => {
      const found = await offered(editor);
      return found.some((item) => labelOf(item) === 'Port Alder Herald') && found;
    }, 'the outlets');
    const first = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
    assert.equal(first && labelOf(first), 'Port Alder Herald');
  });

  test('an earlier day is offered with its address', async () => {
    const editor = await openAt('* **📌 [Day 6‸');
    const day = await eventually(
      async () => (await offered(editor)).find((item) => labelOf(item) === 'Day 66'),
      'Day 66',
    );
    assert.equal(day.insertText, 'Day 66](https://log.portalder.example/2026/03/11/day-66/)');
  });

  test('pointing at a citation tells of its outlet and of the days that cite the page @smoke', async () => {
    const { document } = await openAt(`1/ **Head**. ‸([Port Alder Herald](${KNOWN}))`);
    const place = document.positionAt(document.getText().indexOf('Alder'));
    const text = await eventually(async () => {
      const command = 'vscode.executeHoverProvider';
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, place);
      const all = hovers.flatMap(({ contents }) => contents).map((one) => (typeof one === 'string' ? one : one.value));
      return all.find((one) => one.includes('This page'));
    }, 'the hover');
    assert.match(text, /\*\*Port Alder Herald\*\* · herald\.example/);
    assert.match(text, /Cited \d+ times, last on \[Day 67\]/);
    assert.match(text, /also on \[Day 66\]\(.*2026-03-11-day-66\.markdown\)/);
    assert.match(text, /Dated 2026-03-11/);
  });

  test('hints stand in drafts, and in published entries only when they are asked for', async () => {
    const { document } = await openAt(`TK/ **Head**. ‸([Port Alder Herald](${KNOWN}))`);
    const hints = async (of: vscode.TextDocument) => {
      const command = 'vscode.executeInlayHintProvider';
      const whole = new vscode.Range(0, 0, of.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, of.uri, whole);
      return found.map(({ label }) => String(label));
    };
    const found = await eventually(async () => {
      const all = await hints(document);
      return all.length === 2 && all;
    }, 'the hints');
    assert.deepEqual(found, ['1', 'also Day 66']);
    const published = await open('_posts/2026-03-12-day-67.markdown');
    assert.deepEqual(await hints(published.document), []);
  });

  test('a link to an earlier entry opens it at its item @smoke', async () => {
    const { document } = await openAt(`1/ **Head**. See [Day 66](${LINK})‸.`);
    const link = await eventually(async () => {
      const command = 'vscode.executeLinkProvider';
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(command, document.uri, 100);
      return links.find(({ target }) => target?.path.endsWith('day-66.markdown'));
    }, 'the link');
    assert.equal(link.target?.path, at('_posts/2026-03-11-day-66.markdown').path);
    assert.match(link.target?.fragment ?? '', /^L\d+,1$/);
    const line = Number(/\d+/.exec(link.target?.fragment ?? '')?.[0]) - 1;
    const target = await vscode.workspace.openTextDocument(at('_posts/2026-03-11-day-66.markdown'));
    assert.match(target.lineAt(line).text, /^2\/ \*\*Tolliver will move/);
  });

  test("an item's link is copied with its anchor, which leads back to it", async () => {
    const editor = await open('_posts/2026-03-11-day-66.markdown');
    const place = editor.document.positionAt(
      editor.document
        .getText()
        .indexOf('Tolliver will move the pit uphill and pay for it by putting off the footbridge lights**'),
    );
    editor.selection = new vscode.Selection(place, place);
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.copyItemLink');
      return (await vscode.env.clipboard.readText()) === LINK;
    }, LINK);
  });

  test('a link to an earlier entry comes as a bullet on a blank line, and one undo takes it back', async () => {
    const editor = await openAt('1/ **Head**. Text.\n\n‸');
    const before = editor.document.getText();
    const { done } = await runToList('daybook.insertEarlierLink');
    await repeatUntilOver(accept, done);
    const newest = 'https://log.portalder.example/2026/03/12/day-67/';
    assert.equal(editor.document.getText(), `${before}* **📌 [Day 67](${newest})**`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('whether a headline was covered already is answered by the entry that did, and nothing is written', async () => {
    const editor = await openAt('1/ **Will Tolliver move the pit uphill‸**? Nobody knows.');
    const before = editor.document.getText();
    const { done } = await runToList('daybook.alreadyCovered');
    await repeatUntilOver(accept, done); // the list is empty until the archive has been read
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    assert.match(shown.document.uri.path, /day-66\.markdown$/);
    assert.match(shown.document.lineAt(shown.selection.active.line).text, /^2\/ \*\*Tolliver will move/);
    assert.notEqual(shown.viewColumn, editor.viewColumn);
    assert.equal(editor.document.getText(), before);
    assert.equal(editor.document.isDirty, false);
  });

  test('a search of the archive opens what it finds @smoke', async () => {
    await openAt('‸1/ **Head**. Text.');
    const { done } = await runToList('daybook.searchArchive');
    await repeatUntilOver(accept, done);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /2026-03-12-day-67\.markdown$/);
  });
});
