import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  closeList,
  createAndOpen,
  createAndOpenFresh,
  deleteFile,
  eventually,
  eventuallyEqual,
  exists,
  repeatUntilSettled,
  ruleOf,
  runUntilList,
  uriAt,
} from './support.ts';

const BODY = 'TK/ **One**. "Late." ([A](https://a.example/1))\n\nTK/ **Two**. More. ([B](https://b.example/2))\n';

suite('Publish Entry', () => {
  const createdPaths = new Set<string>();
  const disk = memoryDisk();
  const registered: vscode.Disposable[] = [];
  suiteSetup(() => {
    registered.push(vscode.workspace.registerFileSystemProvider('daybook-memory', disk.provider));
    registered.push(
      vscode.workspace.registerFileSystemProvider('daybook-readonly', disk.provider, { isReadonly: true }),
    );
  });
  suiteTeardown(() => vscode.Disposable.from(...registered).dispose());
  teardown(async () => {
    await closeList();
    await closeAll();
    for (const path of createdPaths) await deleteFile(path);
    createdPaths.clear();
    disk.refused = '';
  });

  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles' }).format(new Date());
  const number = () => (Date.parse(today()) - Date.parse('2026-01-05')) / 86_400_000 + 1;
  const draftPath = () => `_drafts/day-${number()}.markdown`;
  const postPath = () => `_posts/${today()}-day-${number()}.markdown`;
  const front = () =>
    `---\ntitle: Day ${number()}\ndate: ${today()} 00:00:01 -08:00\nimage: "/uploads/a.jpg"\n` +
    `description: '"Late."'\ntodayInOneSentence: It was late.\n---\n\n`;
  const textOf = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriAt(path)));

  const isIndexed = async (path: string): Promise<boolean> => {
    const command = 'vscode.executeWorkspaceSymbolProvider';
    const daySymbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, `Day ${number()}`);
    return daySymbols.some(({ location }) => location.uri.toString() === uriAt(path).toString());
  };

  async function write(text: string): Promise<vscode.TextEditor> {
    createdPaths.add(draftPath());
    createdPaths.add(postPath());
    await deleteFile(postPath());
    await eventually(async () => !(await isIndexed(postPath())), 'an archive without it');
    return createAndOpenFresh(draftPath(), text);
  }

  /**
   * Runs the command and accepts the first item of its list until `condition` is true. If that item was an error to go to, attempts again:
   * the archive may not know yet that the post of another test was deleted.
   */
  async function publishUntil(condition: () => unknown, description: string): Promise<void> {
    let running: Promise<void> | undefined;
    await eventually(async () => {
      running ??= Promise.resolve(vscode.commands.executeCommand('daybook.publishEntry')).then(() => {
        running = undefined;
      });
      await acceptItem();
      return Boolean(await condition());
    }, description);
    if (running) await repeatUntilSettled(closeList, running); // it may have been started once more
  }

  test('the entry moves to the posts with numbered sections and the current date, saved and open, and can be undone and redone in one step @smoke', async () => {
    const text = front() + BODY;
    await write(text);
    await publishUntil(() => exists(postPath()), 'the published entry');
    assert.equal(await exists(draftPath()), false);
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.equal(document?.uri.toString(), uriAt(postPath()).toString());
    assert.equal(document?.isDirty, false);
    const published = document?.getText() ?? '';
    assert.equal(await textOf(postPath()), published);
    assert.match(published, /\n1\/ \*\*One[\s\S]*\n2\/ \*\*Two/);
    assert.doesNotMatch(published, /00:00:01/);

    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    assert.equal(await exists(postPath()), false);
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the text as it was');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriAt(draftPath()).toString());

    await vscode.commands.executeCommand('redo');
    await eventually(() => exists(postPath()), 'the post again');
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === published, 'its text again');
  });

  test('after an undo and a redo, the file and the editor hold the same text', async () => {
    const text = front() + BODY;
    await write(text);
    await publishUntil(() => exists(postPath()), 'the published entry');
    const published = await eventually(
      async () => (await textOf(postPath())).includes('\n1/ **One') && textOf(postPath()),
      'its numbers',
    );
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    await eventuallyEqual(() => textOf(draftPath()), text, 'the text of the draft on disk');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), text);
    await eventually(() => vscode.window.activeTextEditor?.document.isDirty === false, 'a saved draft');
    await vscode.commands.executeCommand('redo');
    await eventually(() => exists(postPath()), 'the post again');
    await eventuallyEqual(() => textOf(postPath()), published, 'the text of the post on disk');
  });

  test('a draft without text is not published but anyway', async () => {
    const text = `${front()}hello\n`;
    const editor = await write(text);
    await publishUntil(() => editor.selection.active.line > 0, 'the error');
    assert.equal(editor.document.getText(), text);
    assert.equal(await exists(postPath()), false);
  });

  test('after an undo it can be published again', async () => {
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

  test('one undo takes it back even if an editor still shows a deleted file of that name', async () => {
    const text = front() + BODY;
    await write(text);
    const gone = await createAndOpen(postPath(), 'Gone.\n');
    await vscode.workspace.fs.delete(gone.document.uri);
    await vscode.window.showTextDocument(uriAt(draftPath()));
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers');
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    assert.equal(await exists(postPath()), false);
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the text as it was');
  });

  test('no error flashes on its labels while it is published, undone and redone', async () => {
    const text = front() + BODY;
    await write(text);
    const errors = watchErrors(draftPath(), postPath());
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers');
    await vscode.commands.executeCommand('undo');
    await eventuallyEqual(() => textOf(draftPath()), text, 'the text of the draft on disk');
    await vscode.commands.executeCommand('redo');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers, once more');
    assert.deepEqual(errors.stop(), []);
  });

  for (const [state, prepare] of [
    ['a saved', () => vscode.commands.executeCommand('workbench.action.files.save')],
    ['an unsaved', () => Promise.resolve()],
  ] as const) {
    test(`the undo after the one that takes it back takes the command before it back, in ${state} draft`, async () => {
      const text = front() + BODY;
      const { document: draft } = await write(text);
      await vscode.commands.executeCommand('daybook.numberSections');
      await prepare();
      const numbered = draft.getText();
      assert.match(numbered, /\n1\/ \*\*One/);
      await publishUntil(() => exists(postPath()), 'the published entry');
      await eventually(async () => !(await textOf(postPath())).includes('00:00:01'), 'its date');
      await vscode.commands.executeCommand('undo');
      await eventuallyEqual(() => textOf(draftPath()), numbered, 'the numbered draft on disk');
      const document = await vscode.workspace.openTextDocument(uriAt(draftPath()));
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });
  }

  test('if it is open in two editors, both follow, and neither keeps the old text', async () => {
    const text = front() + BODY;
    const { document } = await write(text);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('\n1/ **One'), 'its numbers');
    const openUris = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
      );
    await eventually(() => !openUris().includes(uriAt(draftPath()).toString()), 'no editor of the draft');
    assert.ok(openUris().includes(uriAt(postPath()).toString()));
    assert.equal(await exists(draftPath()), false);
    for (const { document: visible } of vscode.window.visibleTextEditors) {
      if (visible.uri.toString() === uriAt(postPath()).toString()) {
        assert.equal(visible.getText(), await textOf(postPath()));
      }
    }
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(draftPath()), 'the draft where it was');
    await eventually(() => vscode.window.activeTextEditor?.document.getText() === text, 'the text as it was');
  });

  for (const [outcome, answer, isPublished] of [
    ['is published', acceptItem, true],
    ['is not published unseen', closeList, false],
  ] as const) {
    test(`text that another program writes while the list is shown ${outcome}`, async () => {
      const text = front() + BODY;
      const { document } = await write(text);
      const { done } = await runUntilList('daybook.publishEntry');
      const changed = text.replace('More.', 'Much more.');
      await vscode.workspace.fs.writeFile(uriAt(draftPath()), new TextEncoder().encode(changed));
      await eventuallyEqual(() => document.getText(), changed, 'the new text in the editor');
      await acceptItem();
      // The list is shown again for the new text.
      await repeatUntilSettled(answer, done);
      assert.equal(await exists(postPath()), isPublished);
      assert.equal(await exists(draftPath()), !isPublished);
      assert.match(await textOf(isPublished ? postPath() : draftPath()), /\*\*Two\*\*\. Much more\./);
    });
  }

  test('a file that is deleted while the list is shown is not published', async () => {
    const text = front() + BODY;
    const { document } = await write(text);
    const { done } = await runUntilList('daybook.publishEntry');
    await vscode.workspace.fs.delete(uriAt(draftPath()));
    await acceptItem();
    await done;
    assert.equal(await exists(postPath()), false);
    assert.equal(document.getText(), text);
  });

  test('unsaved text is published too', async () => {
    const editor = await write(front() + BODY);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n3/ **Unsaved**. Yes. ([C](https://c.example/3))\n'));
    assert.equal(editor.document.isDirty, true);
    await publishUntil(() => exists(postPath()), 'the published entry');
    await eventually(async () => (await textOf(postPath())).includes('3/ **Unsaved**'), 'the unsaved section');
  });

  test('an error comes first and is a place to go to, and nothing is changed', async () => {
    const text = `${front()}1/ **One**. "Late." ([A](https://a.example/1)\n`;
    const editor = await write(text);
    await publishUntil(() => editor.selection.active.line > 0, 'the error');
    assert.equal(editor.document.getText(), text);
    assert.equal(await exists(postPath()), false);
  });

  test('an entry with an error can be published anyway', async () => {
    await write(`${front()}1/ **One**. "Late." ([A](https://a.example/1)\n`);
    const { done } = await runUntilList('daybook.publishEntry');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await acceptItem();
    await done;
    assert.equal(await exists(postPath()), true);
  });

  test('an existing file is not overwritten', async () => {
    const text = front() + BODY;
    const { document } = await write(text);
    await vscode.workspace.fs.writeFile(uriAt(postPath()), new TextEncoder().encode('Mine.\n'));
    // If the archive already knows the file, there is no list.
    await repeatUntilSettled(acceptItem, Promise.resolve(vscode.commands.executeCommand('daybook.publishEntry')));
    assert.equal(await textOf(postPath()), 'Mine.\n');
    assert.equal(await textOf(draftPath()), text);
    assert.equal(document.getText(), text);
  });

  test('a post or an untitled file is not published, and closing the list changes nothing', async () => {
    const post = await vscode.window.showTextDocument(uriAt('_posts/2026-03-12-day-67.markdown'));
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
    const { done } = await runUntilList('daybook.publishEntry');
    await closeList();
    await done;
    assert.equal(document.getText(), text);
    assert.equal(await exists(postPath()), false);
  });

  for (const [refused, what] of [
    ['rename', 'the file cannot be moved'],
    ['_posts', 'the folder of posts is read-only'],
  ] as const) {
    test(`if ${what}, nothing is changed on disk or in the editor`, async () => {
      const text = front() + BODY;
      const draft = disk.put('daybook-memory', draftPath(), text);
      const { document } = await vscode.window.showTextDocument(draft);
      disk.refused = refused;
      const attempts = disk.attempts;
      await publishUntil(() => disk.attempts > attempts, 'an attempt');
      assert.equal(disk.textAt(draft.path), text);
      assert.deepEqual(disk.files('_posts'), []);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), draft.toString());
      assert.equal(document.getText(), text);
    });
  }

  test('if the file cannot be moved and an editor still shows a deleted file of the new name, nothing is changed', async () => {
    const text = front() + BODY;
    const draft = disk.put('daybook-memory', draftPath(), text);
    const target = draft.with({ path: draft.path.replace(draftPath(), postPath()) });
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('Gone.\n'));
    await vscode.window.showTextDocument(target, { preview: false });
    await vscode.workspace.fs.delete(target);
    const { document } = await vscode.window.showTextDocument(draft, { preview: false });
    disk.refused = 'rename';
    const attempts = disk.attempts;
    await publishUntil(() => disk.attempts > attempts, 'an attempt');
    await eventually(() => document.getText() === text && !document.isDirty, 'the text as it was, saved');
    assert.equal(disk.textAt(draft.path), text);
    assert.deepEqual(disk.files('_posts'), []);
  });

  for (const [refused, what] of [
    ['write', 'the file cannot be saved'],
    ['full', 'the disk is full'],
  ] as const) {
    test(`if ${what}, the editor has the published text and the file the old one`, async () => {
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

  test('on a read-only file system it shows a warning and changes nothing', async () => {
    const text = front() + BODY;
    const draft = disk.put('daybook-readonly', draftPath(), text);
    const { document } = await vscode.window.showTextDocument(draft);
    const { done } = await runUntilList('daybook.publishEntry');
    await acceptItem();
    await done;
    assert.equal(document.getText(), text);
    assert.equal(disk.textAt(draft.path), text);
  });
});

/** Collects the errors that files show from now on, however briefly, as `path line:rule`. */
function watchErrors(...paths: readonly string[]): { readonly stop: () => string[] } {
  const seen = new Set<string>();
  const look = () => {
    for (const path of paths) {
      for (const diagnostic of vscode.languages.getDiagnostics(uriAt(path))) {
        if (diagnostic.severity !== vscode.DiagnosticSeverity.Error) continue;
        seen.add(`${path} ${diagnostic.range.start.line + 1}:${ruleOf(diagnostic)}`);
      }
    }
  };
  const watching = [
    vscode.languages.onDidChangeDiagnostics(look),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(look),
  ];
  const timer = setInterval(look, 1);
  return {
    stop() {
      clearInterval(timer);
      vscode.Disposable.from(...watching).dispose();
      return [...seen];
    },
  };
}

/** A file system in memory that can refuse to `rename`, to `write`, or to change a folder, or that can be full. */
function memoryDisk() {
  const files = new Map<string, Uint8Array>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = (uri: vscode.Uri, ...operations: readonly string[]): void => {
    if (disk.refused === '') return;
    if (disk.refused === 'full' && operations.includes('write')) {
      disk.attempts++;
      throw new vscode.FileSystemError('ENOSPC: no space left on device');
    }
    if (!operations.includes(disk.refused) && !uri.path.includes(`/${disk.refused}`)) return;
    disk.attempts++;
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const read = (uri: vscode.Uri): Uint8Array => {
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
    readFile: read,
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
      files.set(to.path, read(from));
      files.delete(from.path);
    },
  };
  const disk = {
    provider,
    refused: '',
    attempts: 0,
    put(scheme: string, path: string, text: string): vscode.Uri {
      files.clear();
      const uri = vscode.Uri.from({ scheme, path: `/root-${++rootCount}/${path}` });
      files.set(uri.path, new TextEncoder().encode(text));
      return uri;
    },
    textAt: (path: string) => new TextDecoder().decode(files.get(path)),
    files: (folder: string) => [...files.keys()].filter((path) => path.includes(`/${folder}/`)),
  };
  let rootCount = 0;
  return disk;
}
