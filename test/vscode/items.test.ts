import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, openNew, remove } from './support.ts';

const FRONT = '---\ntitle: Day 9100\n---\n\n';
const BODY =
  '1/ **One**. First. Second. ([A](https://a.example/1))\n\n* **Bullet**.\n\n2/ **Two**. Text. ([B](https://b.example/2))\n\n' +
  '### ✏️ Notables.\n\n1. **A notable**.\n';

suite('Items', () => {
  const made: string[] = [];
  const write = (text: string) => {
    const path = `_drafts/items-${made.length}-${Date.now()}.markdown`;
    made.push(path);
    return openNew(path, text);
  };
  teardown(async () => {
    await closeAll();
    for (const path of made.splice(0)) await remove(path);
  });

  /** Opens the text with the cursor where `‸` stands. */
  async function openAt(marked: string): Promise<vscode.TextEditor> {
    const text = marked.includes('\r') ? FRONT.replaceAll('\n', '\r\n') + marked : FRONT + marked;
    const editor = await write(text.replace('‸', ''));
    const place = editor.document.positionAt(text.indexOf('‸'));
    editor.selection = new vscode.Selection(place, place);
    return editor;
  }

  /** The body with the cursor in it, with plain line ends. */
  function shownIn({ document, selection }: vscode.TextEditor): string {
    const text = document.getText();
    const at = document.offsetAt(selection.active);
    return `${text.slice(0, at)}‸${text.slice(at)}`.replaceAll('\r\n', '\n').slice(FRONT.length);
  }

  test('the outline shows sections with their bullets, and nothing a second time @smoke', async () => {
    const { document } = await write(FRONT + BODY);
    const symbols = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found.some(({ name }) => name === '1/ One') && found;
    }, 'the outline');
    const lines = (all: readonly vscode.DocumentSymbol[]): string[] =>
      all.flatMap(({ name, detail, children }) => [`${name}|${detail}`, ...lines(children).map((line) => ` ${line}`)]);
    assert.deepEqual(lines(symbols), ['1/ One|1 source', ' Bullet|', '2/ Two|1 source', '✏️ Notables.|', ' A notable|']);
  });

  test('sections with bullets fold', async () => {
    const { document } = await write(FRONT + BODY);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(ranges.some(({ start, end }) => start === 4 && end === 6));
  });

  test('a selection grows from the outlet to its citation and its group', async () => {
    const editor = await openAt(BODY.replace('[A]', '[‸A]'));
    for (const expected of ['A', '[A](https://a.example/1)', '([A](https://a.example/1))']) {
      await eventually(async () => {
        await vscode.commands.executeCommand('editor.action.smartSelect.expand');
        return editor.document.getText(editor.selection) === expected;
      }, expected);
    }
  });

  test('days and headlines are found in the workspace @smoke', async () => {
    const found = await eventually(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Day 67',
      );
      return symbols.find(({ name }) => name === 'Day 67');
    }, 'Day 67');
    assert.match(found.location.uri.path, /day-67\.markdown$/);
  });

  test('a section moves with its bullets, and one undo takes it back @smoke', async () => {
    const editor = await openAt(BODY.replace('**One', '**O‸ne'));
    const before = editor.document.getText();
    await vscode.commands.executeCommand('daybook.moveItemDown');
    assert.equal(
      shownIn(editor),
      '1/ **Two**. Text. ([B](https://b.example/2))\n\n2/ **O‸ne**. First. Second. ([A](https://a.example/1))\n\n' +
        '* **Bullet**.\n\n### ✏️ Notables.\n\n1. **A notable**.\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('splitting and merging, in a file with Windows line ends', async () => {
    const editor = await openAt(BODY.replace(' Second.', '‸ Second.').replaceAll('\n', '\r\n'));
    const before = editor.document.getText();
    await vscode.commands.executeCommand('daybook.splitSection');
    assert.match(editor.document.getText(), /First\.\r\n\r\n2\/ Second\. .*\r\n\r\n\* .*\r\n\r\n3\/ \*\*Two/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await vscode.commands.executeCommand('daybook.mergeWithNext');
    assert.match(
      editor.document.getText(),
      /Text\. \(\[A\]\(https:\/\/a\.example\/1\) \/ \[B\]\(https:\/\/b\.example\/2\)\)\r\n/,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('a bullet becomes a section and a notable, each with one undo', async () => {
    const editor = await openAt(BODY.replace('**Bullet', '**‸Bullet'));
    const before = editor.document.getText();
    await vscode.commands.executeCommand('daybook.bulletToSection');
    assert.match(shownIn(editor), /\n\n2\/ \*\*‸Bullet\*\*\.\n\n3\/ /);
    await vscode.commands.executeCommand('daybook.sectionToBullet');
    assert.equal(editor.document.getText(), before);
    await vscode.commands.executeCommand('daybook.sendToNotables');
    assert.match(shownIn(editor), /\n\n1\. \*\*A notable\*\*\.\n\n2\. \*\*‸Bullet\*\*\.\n$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('a new section is begun at each of several cursors', async () => {
    const editor = await openAt('1/ One‸\n\n2/ Two\n');
    const ends = [4, 6].map((line) => editor.document.lineAt(line).range.end);
    editor.selections = ends.map((end) => new vscode.Selection(end, end));
    await vscode.commands.executeCommand('daybook.insertSection');
    assert.equal(editor.document.getText(), `${FRONT}1/ One\n\n2/ \n\n3/ Two\n\n4/ \n`);
    assert.deepEqual(
      editor.selections.map(({ active }) => active.line),
      [6, 10],
    );
  });

  /** What the manifest binds to Enter at the end of an item. */
  async function enter(): Promise<void> {
    const commands = [{ command: 'type', args: { text: '\n' } }, 'daybook.continueItem'];
    await vscode.commands.executeCommand('runCommands', { commands });
  }

  test('Enter at the end of an item begins the next, Enter again ends the list, and each undo takes one back @smoke', async () => {
    const editor = await openAt('1/ One.‸\n');
    await enter();
    assert.equal(shownIn(editor), '1/ One.\n\n2/ ‸\n');
    await enter();
    assert.equal(shownIn(editor), '1/ One.\n\n‸\n');
    await enter();
    assert.equal(shownIn(editor), '1/ One.\n\n\n‸\n');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(shownIn(editor), '1/ One.\n\n2/ ‸\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(shownIn(editor), '1/ One.‸\n');
  });

  test('what is typed right behind Enter stands behind the label', async () => {
    const editor = await openAt('1/ One.\n\n* a‸\n');
    const entered = enter();
    const typed = [...'She left'].map((text) => vscode.commands.executeCommand('type', { text }));
    await Promise.all([entered, ...typed]);
    await eventually(() => shownIn(editor) === '1/ One.\n\n* a\n\n* She left‸\n', 'the label before what was typed');
  });

  test('no key of ours is taken from what the editor does with it in a text', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const defaults = (await vscode.workspace.openTextDocument(uri)).getText();
    const rows = JSON.parse(defaults.slice(defaults.indexOf('['), defaults.lastIndexOf('\n]') + 2)) as Keybinding[];
    assert.ok(rows.length > 500);
    const contributes = vscode.extensions.getExtension('daybook.daybook')?.packageJSON.contributes;
    const own = contributes.keybindings as Keybinding[];
    const keys = new Set(own.map(({ key }) => key));
    const general = /^!?(?:editorTextFocus|textInputFocus|editorFocus|editorReadonly|accessibilityModeEnabled)$/;
    const taken = rows
      .filter(({ key, command, when = '' }) => {
        if (!keys.has(key) || command.startsWith('daybook.')) return false;
        return when.split(' || ').some((way) => way.split(' && ').every((part) => part === '' || general.test(part)));
      })
      .map(({ key, command }) => `${key}: ${command}`);
    assert.deepEqual(taken, []);
  });
});

interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}
