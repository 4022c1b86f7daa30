import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  accept,
  at,
  closeAll,
  closeList,
  eventually,
  eventuallyEqual,
  exists,
  openFresh,
  openNew,
  remove,
  repeatUntilOver,
  runToList,
} from './support.ts';

const BODY = 'TK/ **One**. "Late." ([A](https://a.example/1))\n\nTK/ **Two**. More. ([B](https://b.example/2))\n';

suite('Publish Entry', () => {
  const made = new Set<string>();
  const disk = memoryDisk();
  const registered: vscode.Disposable[] = [];
  suiteSetup(() => {
    registered.push(vscode.workspace.registerFileSystemProvider('daybook-memory', disk.provider));
    registered.push(vscode.workspace.registerFileSystemProvider('daybook-still', disk.provider, { isReadonly: true }));
  });
  suiteTeardown(() => vscode.Disposable.from(...registered).dispose());
  teardown(async () => {
    await closeList();
    await closeAll();
    for (const path of made) await remove(path);
    made.clear();
    disk.refused = '';
  });

  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles' }).format(new Date());
  const number = () => (Date.parse(today()) - Date.parse('2026-01-05')) / 86_400_000 + 1;
  const draftPath = () => `_drafts/day-${number()}.markdown`;
  const postPath = () => `_posts/${today()}-day-${number()}.markdown`;
  const front = () =>
    `---\ntitle: Day ${number()}\ndate: ${today()} 00:00:01 -08:00\nimage: "/uploads/a.jpg"\n` +
    `description: '"Late."'\ntodayInOneSentence: It was late.\n---\n\n`;
  const textOf = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));

  const isKnown = async (path: string): Promise<boolean> => {
    const symbols = 'vscode.executeWorkspaceSymbolProvider';
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(symbols, `Day ${number()}`);
    return found.some(({ location }) => location.uri.toString() === at(path).toString());
  };

  async function write(text: string): Promise<vscode.TextEditor> {
    made.add(draftPath());
    made.add(postPath());
    await remove(postPath());
    await eventually(async () => !(await isKnown(postPath())), 'an archive that has heard of it');
    return openFresh(draftPath(), text);
  }

  /**
   * Runs the command and takes what stands first in its list until `look` sees what it looks for. Again where that was a jump: the
   * archive may not have heard yet that the post of another test is gone.
   */
  async function publishUntil(look: () => unknown, what: string): Promise<void> {
    let running: Promise<void> | undefined;
    await eventually(async () => {
      running ??= Promise.resolve(vscode.commands.executeCommand('daybook.publishEntry')).then(() => {
        running = undefined;
      });
      await accept();
      return Boolean(await look());
    }, what);
    if (running) await repeatUntilOver(closeList, running); // it may have been run once more
  }

  test('the entry goes to the posts, numbered, with the date of now, saved and open; one undo takes it back, one redo does it again @smoke', async () => {
    const text = front() + BODY;
    await write(text);
    await publishUntil(() => exists(postPath()), 'the published entry');
    assert.equal(await exists(draftPath()), false);
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.equal(document?.uri.toString(), at(postPath()).toString());
    assert.equal(document?.isDirty, false);
    const published = document?.getText() ?? '';
    assert.equal(await textOf(postPath()), published);
    assert.match(published, /\n1\/ \*\*One[\s\S]*\n2\/ \*\*Two/);
    assert.doesNotMatch(published, /00:00:01/);

    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    assert.equal(await exists(postPath()), false);
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the text as it was');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), at(draftPath()).toString());

    await vscode.commands.executeCommand('redo');
    await eventually(() => exists(postPath()), 'the post again');
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === published, 'its text again');
  });

  test('taken back, it can be published again', async () => {
    const text = front() + BODY;
    await write(text);
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers');
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the text as it was');
    await publishUntil(() => exists(postPath()), 'the published entry, once more');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers, once more');
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was, once more');
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'its text, once more');
  });

  test('where an editor still shows a file of that name that is gone, one undo takes it back all the same', async () => {
    const text = front() + BODY;
    await write(text);
    const gone = await openNew(postPath(), 'Gone.\n');
    await vscode.workspace.fs.delete(gone.document.uri);
    await vscode.window.showTextDocument(at(draftPath()));
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers');
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    assert.equal(await exists(postPath()), false);
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the text as it was');
  });

  test('where it stands in two editors both go with it, and neither is left with the old text', async () => {
    const text = front() + BODY;
    const { document } = await write(text);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers');
    const shown = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
      );
    await eventually(() => !shown().includes(at(draftPath()).toString()), 'no editor of the draft');
    assert.ok(shown().includes(at(postPath()).toString()));
    assert.equal(await exists(draftPath()), false);
    for (const { document: one } of vscode.window.visibleTextEditors) {
      if (one.uri.toString() === at(postPath()).toString()) assert.equal(one.getText(), await textOf(postPath()));
    }
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the text as it was');
  });

  for (const [what, answer, isPublished] of [
    ['is what goes out', accept, true],
    ['does not go out unseen', closeList, false],
  ] as const) {
    test(`what another program writes to the file while the list is shown ${what}`, async () => {
      const text = front() + BODY;
      const { document } = await write(text);
      const { done } = await runToList('daybook.publishEntry');
      const changed = text.replace('More.', 'Much more.');
      await vscode.workspace.fs.writeFile(at(draftPath()), new TextEncoder().encode(changed));
      await eventuallyEqual(() => document.getText(), changed, 'the new text in the editor');
      await accept();
      // The list is shown once more, for the text that is there now.
      await repeatUntilOver(answer, done);
      assert.equal(await exists(postPath()), isPublished);
      assert.equal(await exists(draftPath()), !isPublished);
      assert.match(await textOf(isPublished ? postPath() : draftPath()), /\*\*Two\*\*\. Much more\./);
    });
  }

  test('a file that is gone while the list is shown is not published', async () => {
    const text = front() + BODY;
    const { document } = await write(text);
    const { done } = await runToList('daybook.publishEntry');
    await vscode.workspace.fs.delete(at(draftPath()));
    await accept();
    await done;
    assert.equal(await exists(postPath()), false);
    assert.equal(document.getText(), text);
  });

  test('what was not saved goes with it', async () => {
    const editor = await write(front() + BODY);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n3/ **Unsaved**. Yes. ([C](https://c.example/3))\n'));
    assert.equal(editor.document.isDirty, true);
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('3/ **Unsaved**'), 'the unsaved section');
  });

  test('an error comes first and is a jump; nothing is changed', async () => {
    const text = `${front()}1/ **One**. "Late." ([A](https://a.example/1)\n`;
    const editor = await write(text);
    await publishUntil(() => editor.selection.active.line > 0, 'the error');
    assert.equal(editor.document.getText(), text);
    assert.equal(await exists(postPath()), false);
  });

  test('with an error it can be published all the same, by saying so', async () => {
    await write(`${front()}1/ **One**. "Late." ([A](https://a.example/1)\n`);
    const { done } = await runToList('daybook.publishEntry');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await accept();
    await done;
    assert.equal(await exists(postPath()), true);
  });

  test('a file that is there is not written over', async () => {
    const text = front() + BODY;
    const { document } = await write(text);
    await vscode.workspace.fs.writeFile(at(postPath()), new TextEncoder().encode('Mine.\n'));
    // Where the archive has heard of the file there is no list.
    await repeatUntilOver(accept, Promise.resolve(vscode.commands.executeCommand('daybook.publishEntry')));
    assert.equal(await textOf(postPath()), 'Mine.\n');
    assert.equal(await textOf(draftPath()), text);
    assert.equal(document.getText(), text);
  });

  test('a post, and a file without a name, are not published; closing the list changes nothing', async () => {
    const post = await vscode.window.showTextDocument(at('_posts/2026-03-12-day-67.markdown'));
    const before = post.document.getText();
    await vscode.commands.executeCommand('daybook.publishEntry');
    assert.equal(post.document.getText(), before);
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: BODY });
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('daybook.publishEntry');
    assert.equal(untitled.getText(), BODY);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const text = front() + BODY;
    const { document } = await write(text);
    const { done } = await runToList('daybook.publishEntry');
    await closeList();
    await done;
    assert.equal(document.getText(), text);
    assert.equal(await exists(postPath()), false);
  });

  for (const [refused, what] of [
    ['rename', 'the file may not be moved'],
    ['_posts', 'the posts may not be written to'],
  ] as const) {
    test(`where ${what} nothing is changed, not on the disk and not in the editor`, async () => {
      const text = front() + BODY;
      const draft = disk.put('daybook-memory', draftPath(), text);
      const { document } = await vscode.window.showTextDocument(draft);
      disk.refused = refused;
      const tries = disk.tries;
      await publishUntil(() => disk.tries > tries, 'a try');
      assert.equal(disk.textAt(draft.path), text);
      assert.deepEqual(disk.files('_posts'), []);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), draft.toString());
      assert.equal(document.getText(), text);
    });
  }

  test('nor where an editor still shows a file of the new name that is gone', async () => {
    const text = front() + BODY;
    const draft = disk.put('daybook-memory', draftPath(), text);
    const target = draft.with({ path: draft.path.replace(draftPath(), postPath()) });
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('Gone.\n'));
    await vscode.window.showTextDocument(target, { preview: false });
    await vscode.workspace.fs.delete(target);
    const { document } = await vscode.window.showTextDocument(draft, { preview: false });
    disk.refused = 'rename';
    const tries = disk.tries;
    await publishUntil(() => disk.tries > tries, 'a try');
    await eventually(() => document.getText() === text && !document.isDirty, 'the text as it was, saved');
    assert.equal(disk.textAt(draft.path), text);
    assert.deepEqual(disk.files('_posts'), []);
  });

  for (const [refused, what] of [
    ['write', 'it may not be saved'],
    ['full', 'the disk is full'],
  ] as const) {
    test(`where ${what} it is in the editor as a whole, and in its file as it was`, async () => {
      const text = front() + BODY;
      const draft = disk.put('daybook-memory', draftPath(), text);
      await vscode.window.showTextDocument(draft);
      disk.refused = refused;
      await publishUntil(() => disk.files('_posts').length > 0, 'the moved file');
      const { document } = vscode.window.activeTextEditor ?? {};
      assert.match(document?.getText() ?? '', /\n1\/ \*\*One[\s\S]*\n2\/ \*\*Two/);
      assert.equal(document?.isDirty, true);
      assert.equal(disk.textAt(document?.uri.path ?? ''), text);
      assert.deepEqual(disk.files('_drafts'), []);
      disk.refused = '';
      await document?.save();
      assert.match(disk.textAt(document?.uri.path ?? ''), /\n1\/ \*\*One/);
    });
  }

  test('where files can only be read it says so and changes nothing', async () => {
    const text = front() + BODY;
    const draft = disk.put('daybook-still', draftPath(), text);
    const { document } = await vscode.window.showTextDocument(draft);
    const { done } = await runToList('daybook.publishEntry');
    await accept();
    await done;
    assert.equal(document.getText(), text);
    assert.equal(disk.textAt(draft.path), text);
  });
});

/** A disk in memory that can be told to refuse something: `rename`, `write`, or all that goes to a folder; or to be full. */
function memoryDisk() {
  const files = new Map<string, Uint8Array>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = (uri: vscode.Uri, ...what: readonly string[]): void => {
    if (disk.refused === '') return;
    if (disk.refused === 'full' && what.includes('write')) {
      disk.tries++;
      throw new vscode.FileSystemError('ENOSPC: no space left on device');
    }
    if (!what.includes(disk.refused) && !uri.path.includes(`/${disk.refused}`)) return;
    disk.tries++;
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const take = (uri: vscode.Uri): Uint8Array => {
    const bytes = files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  };
  const isFolder = (path: string): boolean => [...files.keys()].some((file) => file.startsWith(`${path}/`));
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      const bytes = files.get(uri.path);
      if (!bytes && !isFolder(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
      return {
        type: bytes ? vscode.FileType.File : vscode.FileType.Directory,
        ctime: 0,
        mtime: 1,
        size: bytes?.length ?? 0,
      };
    },
    readDirectory({ path }) {
      const below = [...files.keys()]
        .filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1));
      const names = new Map(
        below.map((file) => [
          file.split('/')[0] ?? '',
          file.includes('/') ? vscode.FileType.Directory : vscode.FileType.File,
        ]),
      );
      return [...names];
    },
    createDirectory: (uri) => refuse(uri),
    readFile: take,
    writeFile(uri, bytes) {
      refuse(uri, 'write');
      files.set(uri.path, bytes);
    },
    delete(uri) {
      files.delete(uri.path);
      changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    },
    rename(from, to) {
      refuse(to, 'rename');
      files.set(to.path, take(from));
      files.delete(from.path);
    },
  };
  const disk = {
    provider,
    refused: '',
    tries: 0,
    put(scheme: string, path: string, text: string): vscode.Uri {
      files.clear();
      const uri = vscode.Uri.from({ scheme, path: `/room-${++rooms}/${path}` });
      files.set(uri.path, new TextEncoder().encode(text));
      return uri;
    },
    textAt: (path: string) => new TextDecoder().decode(files.get(path)),
    files: (folder: string) => [...files.keys()].filter((path) => path.includes(`/${folder}/`)),
  };
  let rooms = 0;
  return disk;
}
