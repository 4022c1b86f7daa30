import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createAndOpen, deleteFile, eventually, eventuallyEqual } from './support.ts';

const FRONT = '---\ntitle: Day 9100\n---\n\n';
const BODY =
  '1/ **One**. First. Second. ([A](https://a.example/1))\n\n* **Bullet**.\n\n2/ **Two**. Text. ([B](https://b.example/2))\n\n' +
  '### ✏️ Notables.\n\n1. **A notable**.\n';

suite('Items', () => {
  const createdPaths: string[] = [];
  const write = (text: string) => {
    const path = `_drafts/items-${createdPaths.length}-${Date.now()}.markdown`;
    createdPaths.push(path);
    return createAndOpen(path, text);
  };
  teardown(async () => {
    await closeAll();
    for (const path of createdPaths.splice(0)) await deleteFile(path);
  });

  /** Creates a draft with this text and places the cursor at `‸`. */
  async function openAt(marked: string): Promise<vscode.TextEditor> {
    const text = marked.includes('\r') ? FRONT.replaceAll('\n', '\r\n') + marked : FRONT + marked;
    const editor = await write(text.replace('‸', ''));
    const position = editor.document.positionAt(text.indexOf('‸'));
    editor.selection = new vscode.Selection(position, position);
    return editor;
  }

  /** The body with `‸` at the cursor, with LF line endings. */
  function bodyWithCursor({ document, selection }: vscode.TextEditor): string {
    const text = document.getText();
    const at = document.offsetAt(selection.active);
    return `${text.slice(0, at)}‸${text.slice(at)}`.replaceAll('\r\n', '\n').slice(FRONT.length);
  }

  test('the outline shows sections with their bullets, each once @smoke', async () => {
    const { document } = await write(FRONT + BODY);
    const symbols = await eventually(async () => {
      const documentSymbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return documentSymbols.some(({ name }) => name === '1/ One') && documentSymbols;
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
    const daySymbol = await eventually(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Day 67',
      );
      return symbols.find(({ name }) => name === 'Day 67');
    }, 'Day 67');
    assert.match(daySymbol.location.uri.path, /day-67\.markdown$/);
  });

  test('a section moves with its bullets, and one undo takes it back @smoke', async () => {
    const editor = await openAt(BODY.replace('**One', '**O‸ne'));
    const before = editor.document.getText();
    await vscode.commands.executeCommand('daybook.moveItemDown');
    assert.equal(
      bodyWithCursor(editor),
      '1/ **Two**. Text. ([B](https://b.example/2))\n\n2/ **O‸ne**. First. Second. ([A](https://a.example/1))\n\n' +
        '* **Bullet**.\n\n### ✏️ Notables.\n\n1. **A notable**.\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('items can be split and merged in a file with Windows line endings', async () => {
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

  test('a bullet becomes a section or a notable, and one undo takes each back', async () => {
    const editor = await openAt(BODY.replace('**Bullet', '**‸Bullet'));
    const before = editor.document.getText();
    await vscode.commands.executeCommand('daybook.bulletToSection');
    assert.match(bodyWithCursor(editor), /\n\n2\/ \*\*‸Bullet\*\*\.\n\n3\/ /);
    await vscode.commands.executeCommand('daybook.sectionToBullet');
    assert.equal(editor.document.getText(), before);
    await vscode.commands.executeCommand('daybook.sendToNotables');
    assert.match(bodyWithCursor(editor), /\n\n1\. \*\*A notable\*\*\.\n\n2\. \*\*‸Bullet\*\*\.\n$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('a new section starts at each of several cursors', async () => {
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

  const type = async (text: string): Promise<void> => {
    await vscode.commands.executeCommand('type', { text });
  };
  /** Presses Enter and waits for what Daybook makes of it. */
  const enter = async (editor: vscode.TextEditor, expected: string): Promise<void> => {
    await type('\n');
    await eventuallyEqual(() => bodyWithCursor(editor), expected, 'the text after Enter');
  };

  test('Enter at the end of an item starts the next, Enter again ends the list, and each undo takes one back @smoke', async () => {
    const editor = await openAt('1/ One.‸\n');
    await enter(editor, '1/ One.\n\n2/ ‸\n');
    await enter(editor, '1/ One.\n\n‸\n');
    await enter(editor, '1/ One.\n\n\n‸\n');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(bodyWithCursor(editor), '1/ One.\n\n2/ ‸\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(bodyWithCursor(editor), '1/ One.‸\n');
  });

  test('Enter gives the next item the asterisks of its headline, Tab leaves them, and one undo takes all back', async () => {
    const editor = await openAt('1/ **One**. Text.‸\n\n2/ **Two**.\n');
    await enter(editor, '1/ **One**. Text.\n\n2/ **‸**. \n\n3/ **Two**.\n');
    await type('New');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await eventuallyEqual(
      () => bodyWithCursor(editor),
      '1/ **One**. Text.\n\n2/ **New**. ‸\n\n3/ **Two**.\n',
      'the cursor after the headline',
    );
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(bodyWithCursor(editor), '1/ **One**. Text.‸\n\n2/ **Two**.\n');
  });

  test('Enter in the empty headline ends the list, and with the setting off there are no asterisks', async () => {
    const editor = await openAt('1/ **One**. Text.‸\n');
    await enter(editor, '1/ **One**. Text.\n\n2/ **‸**. \n');
    await enter(editor, '1/ **One**. Text.\n\n‸\n');
    const settings = vscode.workspace.getConfiguration('daybook', editor.document.uri);
    await settings.update('autoCloseBold', false, vscode.ConfigurationTarget.Workspace);
    try {
      const plainEditor = await openAt('1/ **One**. Text.‸\n');
      await enter(plainEditor, '1/ **One**. Text.\n\n2/ ‸\n');
      await type('*');
      await type('*');
      await type('T');
      assert.equal(bodyWithCursor(plainEditor), '1/ **One**. Text.\n\n2/ **T‸\n');
    } finally {
      await settings.update('autoCloseBold', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('two asterisks close themselves, and typing the end moves over it', async () => {
    const editor = await openAt('1/ ‸\n');
    await type('*');
    await type('*');
    // The editor reports the cursor between the asterisks only with the next key.
    await eventuallyEqual(() => editor.document.getText(), `${FRONT}1/ ****\n`, 'the closing asterisks');
    for (const character of 'Storm**. She') await type(character);
    await eventuallyEqual(() => bodyWithCursor(editor), '1/ **Storm**. She‸\n', 'the asterisks only once');
  });

  test('the end that Enter inserted can be typed again, and so can its start', async () => {
    const editor = await openAt('1/ **One**.‸\n');
    await enter(editor, '1/ **One**.\n\n2/ **‸**. \n');
    for (const character of '**Two**. She') await type(character);
    await eventuallyEqual(() => bodyWithCursor(editor), '1/ **One**.\n\n2/ **Two**. She‸\n', 'the asterisks only once');
  });

  test('asterisks in a Markdown file that is not an entry stay as they are typed', async () => {
    createdPaths.push('asterisks.md');
    const { document } = await createAndOpen('asterisks.md', '');
    for (const character of '1/ **A**\n') await type(character);
    assert.equal(document.getText().replaceAll('\r\n', '\n'), '1/ **A**\n');
  });

  test('Enter right after the cursor was moved starts the next item', async () => {
    const editor = await openAt('1/ O‸ne.\n');
    void vscode.commands.executeCommand('cursorEnd');
    await enter(editor, '1/ One.\n\n2/ ‸\n');
  });

  test('Enter starts the next item whichever extension inserts the line break, with or without a marker', async () => {
    const insert = (editor: vscode.TextEditor, text: string) =>
      editor.edit((edit) => edit.insert(editor.selection.active, text));
    const editor = await openAt('1/ One.\n\n* a‸\n\n2/ Two.\n');
    await insert(editor, '\n* ');
    await eventuallyEqual(() => bodyWithCursor(editor), '1/ One.\n\n* a\n\n* ‸\n\n2/ Two.\n', 'the next bullet');
    const other = await openAt('1/ One.‸\n');
    await insert(other, '\n');
    await eventuallyEqual(() => bodyWithCursor(other), '1/ One.\n\n2/ ‸\n', 'the next section');
  });

  test('a line break that nobody typed at the cursor stays a plain one', async () => {
    const editor = await openAt('1/ One.‸');
    const settings = vscode.workspace.getConfiguration('files', editor.document.uri);
    await settings.update('insertFinalNewline', true, vscode.ConfigurationTarget.Workspace);
    try {
      await type('!');
      await editor.document.save();
      assert.equal(bodyWithCursor(editor), '1/ One.!‸\n');
      await vscode.commands.executeCommand('cursorDown');
      await type('x');
      assert.equal(bodyWithCursor(editor), '1/ One.!\nx‸');
    } finally {
      await settings.update('insertFinalNewline', undefined, vscode.ConfigurationTarget.Workspace);
    }
    const other = await openAt('1/ ‸One.\n');
    await vscode.commands.executeCommand('editor.action.insertLineAfter');
    await type('x');
    assert.equal(bodyWithCursor(other), '1/ One.\nx‸\n');
  });

  test('text typed right after Enter ends up after the label', async () => {
    const editor = await openAt('1/ One.\n\n* a‸\n');
    await Promise.all([...'\nShe left'].map(type));
    await eventuallyEqual(() => bodyWithCursor(editor), '1/ One.\n\n* a\n\n* She left‸\n', 'the label before it');
    const other = await openAt('1/ **One**. A.‸\n\n2/ **B**.\n');
    await Promise.all([...'\nShe'].map(type));
    await eventuallyEqual(
      () => bodyWithCursor(other),
      '1/ **One**. A.\n\n2/ **She‸**. \n\n3/ **B**.\n',
      'the headline around it',
    );
  });

  test('no key binding overrides a default one for text editing', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const defaults = (await vscode.workspace.openTextDocument(uri)).getText();
    const defaultBindings = JSON.parse(
      defaults.slice(defaults.indexOf('['), defaults.lastIndexOf('\n]') + 2),
    ) as Keybinding[];
    assert.ok(defaultBindings.length > 500);
    const contributes = vscode.extensions.getExtension('daybook.daybook')?.packageJSON.contributes;
    const ownBindings = contributes.keybindings as Keybinding[];
    const keys = new Set(ownBindings.map(({ key }) => key));
    const textEditingClause =
      /^!?(?:editorTextFocus|textInputFocus|editorFocus|editorReadonly|accessibilityModeEnabled)$/;
    const overridden = defaultBindings
      .filter(({ key, command, when = '' }) => {
        if (!keys.has(key) || command.startsWith('daybook.')) return false;
        return when
          .split(' || ')
          .some((clause) => clause.split(' && ').every((part) => part === '' || textEditingClause.test(part)));
      })
      .map(({ key, command }) => `${key}: ${command}`);
    assert.deepEqual(overridden, []);
  });
});

interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}
