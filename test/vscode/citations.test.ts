import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  createAndOpen,
  deleteFile,
  eventually,
  openFile,
  repeatUntilSettled,
  runUntilList,
  uriAt,
} from './support.ts';

const FRONT = '---\ntitle: Day 9300\ndate: 2026-03-13 09:00:00 -07:00\n---\n\n';
const KNOWN = 'https://herald.example/2026/03/11/silt-hearing/';
const LINK = 'https://log.portalder.example/2026/03/11/day-66/#2-tolliver-will-move-the-pit-uphill';

suite('Citations', () => {
  const createdPaths: string[] = [];
  teardown(async () => {
    await closeAll();
    for (const path of createdPaths.splice(0)) await deleteFile(path);
  });

  /** Creates a draft with this text and places the cursor at `‸`. */
  async function openAt(marked: string): Promise<vscode.TextEditor> {
    const path = `_drafts/citations-${Date.now()}.markdown`;
    createdPaths.push(path);
    const text = FRONT + marked;
    const editor = await createAndOpen(path, text.replace('‸', ''));
    const position = editor.document.positionAt(text.indexOf('‸'));
    editor.selection = new vscode.Selection(position, position);
    return editor;
  }

  const completionsAt = async ({ document, selection }: vscode.TextEditor): Promise<vscode.CompletionItem[]> => {
    const command = 'vscode.executeCompletionItemProvider';
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, selection.active);
    return list.items;
  };
  const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

  test('outlets of the archive are offered in a group @smoke', async () => {
    const editor = await openAt('1/ **Head**. ([‸])');
    const items = await eventually(async () => {
      const completions = await completionsAt(editor);
      return completions.some((item) => labelOf(item) === 'Port Alder Herald') && completions;
    }, 'the outlets');
    const first = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
    assert.equal(first && labelOf(first), 'Port Alder Herald');
  });

  test('an earlier day is offered with its address', async () => {
    const editor = await openAt('* **📌 [Day 6‸');
    const day = await eventually(
      async () => (await completionsAt(editor)).find((item) => labelOf(item) === 'Day 66'),
      'Day 66',
    );
    assert.equal(day.insertText, 'Day 66](https://log.portalder.example/2026/03/11/day-66/)');
  });

  test('hovering over a citation shows its outlet and the days that cite the page @smoke', async () => {
    const { document } = await openAt(`1/ **Head**. ‸([Port Alder Herald](${KNOWN}))`);
    const position = document.positionAt(document.getText().indexOf('Alder'));
    const text = await eventually(async () => {
      const command = 'vscode.executeHoverProvider';
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, position);
      const texts = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value));
      return texts.find((hoverText) => hoverText.includes('This page'));
    }, 'the hover');
    assert.match(text, /\*\*Port Alder Herald\*\* · herald\.example/);
    assert.match(text, /Cited \d+ times, last on \[Day 67\]/);
    assert.match(text, /also on \[Day 66\]\(.*2026-03-11-day-66\.markdown\)/);
    assert.match(text, /Dated 2026-03-11/);
  });

  test('drafts have inlay hints, published entries only if the settings say so', async () => {
    const { document } = await openAt(`TK/ **Head**. ‸([Port Alder Herald](${KNOWN}))`);
    const hints = async (hintedDocument: vscode.TextDocument) => {
      const command = 'vscode.executeInlayHintProvider';
      const whole = new vscode.Range(0, 0, hintedDocument.lineCount, 0);
      const inlayHints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, hintedDocument.uri, whole);
      return inlayHints.map(({ label, position }) => {
        const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
        return `${hintedDocument.lineAt(position.line).text.slice(0, position.character).slice(-2)}${text}`;
      });
    };
    const draftHints = await eventually(async () => {
      const labels = await hints(document);
      return labels.length === 2 && labels;
    }, 'the hints');
    assert.deepEqual(draftHints, ['TK1', '))also Day 66']);
    const published = await openFile('_posts/2026-03-12-day-67.markdown');
    assert.deepEqual(await hints(published.document), []);
  });

  test('a link to an earlier entry opens it at its item @smoke', async () => {
    const { document } = await openAt(`1/ **Head**. See [Day 66](${LINK})‸.`);
    const link = await eventually(async () => {
      const command = 'vscode.executeLinkProvider';
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(command, document.uri, 100);
      return links.find(({ target }) => target?.path.endsWith('day-66.markdown'));
    }, 'the link');
    assert.equal(link.target?.path, uriAt('_posts/2026-03-11-day-66.markdown').path);
    assert.match(link.target?.fragment ?? '', /^L\d+,1$/);
    const line = Number(/\d+/.exec(link.target?.fragment ?? '')?.[0]) - 1;
    const target = await vscode.workspace.openTextDocument(uriAt('_posts/2026-03-11-day-66.markdown'));
    assert.match(target.lineAt(line).text, /^2\/ \*\*Tolliver will move/);
  });

  test("an item's link is copied with its anchor", async () => {
    const editor = await openFile('_posts/2026-03-11-day-66.markdown');
    const position = editor.document.positionAt(
      editor.document
        .getText()
        .indexOf('Tolliver will move the pit uphill and pay for it by putting off the footbridge lights**'),
    );
    editor.selection = new vscode.Selection(position, position);
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.copyItemLink');
      return (await vscode.env.clipboard.readText()) === LINK;
    }, LINK);
  });

  test('a link to an earlier entry is inserted as a bullet on a blank line, and one undo takes it back', async () => {
    const editor = await openAt('1/ **Head**. Text.\n\n‸');
    const before = editor.document.getText();
    const { done } = await runUntilList('daybook.insertEarlierLink');
    await repeatUntilSettled(acceptItem, done);
    const newest = 'https://log.portalder.example/2026/03/12/day-67/';
    assert.equal(editor.document.getText(), `${before}* **📌 [Day 67](${newest})**`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('Already Covered? opens the entry that covered a headline, and changes nothing', async () => {
    const editor = await openAt('1/ **Will Tolliver move the pit uphill‸**? Nobody knows.');
    const before = editor.document.getText();
    const { done } = await runUntilList('daybook.alreadyCovered');
    await repeatUntilSettled(acceptItem, done); // the list is empty until the archive has been read
    const openedEditor = vscode.window.activeTextEditor;
    assert.ok(openedEditor);
    assert.match(openedEditor.document.uri.path, /day-66\.markdown$/);
    assert.match(openedEditor.document.lineAt(openedEditor.selection.active.line).text, /^2\/ \*\*Tolliver will move/);
    assert.notEqual(openedEditor.viewColumn, editor.viewColumn);
    assert.equal(editor.document.getText(), before);
    assert.equal(editor.document.isDirty, false);
  });

  test('a search of the archive opens what it finds @smoke', async () => {
    await openAt('‸1/ **Head**. Text.');
    const { done } = await runUntilList('daybook.searchArchive');
    await repeatUntilSettled(acceptItem, done);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /_drafts\/day-72\.markdown$/);
  });
});
