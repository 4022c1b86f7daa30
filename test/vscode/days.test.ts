import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  createAndOpen,
  deleteFile,
  eventually,
  exists,
  runUntilList,
  uriAt,
  waitUntilIndexed,
} from './support.ts';

suite('Days', () => {
  const createdPaths: string[] = [];
  teardown(async () => {
    await closeAll();
    for (const path of createdPaths.splice(0)) await deleteFile(path);
  });
  const newDay = async (date: string, path: string): Promise<vscode.TextEditor | undefined> => {
    createdPaths.push(path);
    return vscode.commands
      .executeCommand<vscode.TextEditor | undefined>('daybook.newDayForDate', date)
      .then(() =>
        vscode.window.activeTextEditor?.document.uri.path.endsWith(path) ? vscode.window.activeTextEditor : undefined,
      );
  };

  test("New Day creates today's draft with its day number and the cursor in its first section @smoke", async () => {
    const [, year, month, day] = /(\d+)-(\d+)-(\d+)/.exec(zonedToday()) ?? [];
    const number = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(2026, 0, 5)) / 86_400_000 + 1;
    const path = `_drafts/day-${number}.markdown`;
    createdPaths.push(path);
    await vscode.commands.executeCommand('daybook.newDay');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uriAt(path).toString());
    const text = editor.document.getText();
    assert.match(
      text,
      new RegExp(
        `^---\\ntitle: Day ${number}\\ndate: ${zonedToday()} \\d\\d:\\d\\d:\\d\\d -0[78]:00\\ncategories:\\n- \\w+\\n---\\n\\nTK/ $`,
      ),
    );
    assert.equal(editor.document.offsetAt(editor.selection.active), text.length);
    assert.equal(await exists(path), true);
  });

  test('a new day opens with the preview beside it and the cursor in the text, and typing can be undone', async () => {
    const editor = await newDay('2026-07-06', '_drafts/day-183.markdown');
    assert.ok(editor);
    const group = await eventually(previewGroup, 'the preview');
    assert.notEqual(group.viewColumn, editor.viewColumn);
    assert.equal(vscode.window.activeTextEditor, editor);
    const before = editor.document.getText();
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(editor.document.getText(), `${before}x`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('a new day opens without the preview if the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('daybook', uriAt('_drafts'));
    await settings.update('preview.openWithNewDay', false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.ok(await newDay('2026-07-07', '_drafts/day-184.markdown'));
      assert.equal(previewGroup(), undefined);
    } finally {
      await settings.update('preview.openWithNewDay', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a day in daylight saving time has its own offset', async () => {
    const editor = await newDay('2026-07-01', '_drafts/day-178.markdown');
    assert.match(
      editor?.document.getText() ?? '',
      /^---\ntitle: Day 178\ndate: 2026-07-01 \d\d:\d\d:\d\d -07:00\ncategories:\n- \w+\n---/,
    );
  });

  test('a day that has an entry is not started again', async () => {
    const before = await filesIn('_drafts');
    await vscode.commands.executeCommand('daybook.newDayForDate', '2026-03-09');
    assert.deepEqual(await filesIn('_drafts'), before);
  });

  test('a date before the first entry, or an invalid date, creates no file', async () => {
    const before = await filesIn('_drafts');
    await vscode.commands.executeCommand('daybook.newDayForDate', '2001-01-01');
    await vscode.commands.executeCommand('daybook.newDayForDate', '2026-02-30');
    assert.deepEqual(await filesIn('_drafts'), before);
  });

  test('New Day creates no second entry for today', async () => {
    const path = `_drafts/${zonedToday()}.markdown`;
    createdPaths.push(path);
    await createAndOpen(
      path,
      `---\ntitle: Day ${numberOf(zonedToday())}\ndate: ${zonedToday()} 09:00:00 -08:00\n---\n`,
    );
    await waitUntilIndexed(`Day ${numberOf(zonedToday())}`);
    const before = await filesIn('_drafts');
    await vscode.commands.executeCommand('daybook.newDay');
    assert.deepEqual(await filesIn('_drafts'), before);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('a new day follows the file name and the template in the settings', async () => {
    const daybook = vscode.workspace.getConfiguration('daybook');
    createdPaths.push('templates/day.md', '_drafts/no-181.md');
    const template = '---\ntitle: {title}\ndate: {timestamp}\nsignoff: See you {weekday}.\n---\n\n1/ {cursor}\n';
    await vscode.workspace.fs.writeFile(uriAt('templates/day.md'), new TextEncoder().encode(template));
    const set = async (fileName?: string, file?: string) => {
      await daybook.update('fileName', fileName, vscode.ConfigurationTarget.Workspace);
      await daybook.update('template', file, vscode.ConfigurationTarget.Workspace);
    };
    await set('{date}-no-{day}.md', 'templates/day.md');
    try {
      const editor = await newDay('2026-07-04', '_drafts/no-181.md');
      assert.ok(editor);
      const text = editor.document.getText();
      assert.match(
        text,
        /^---\ntitle: Day 181\ndate: 2026-07-04 .* -07:00\nsignoff: See you Saturday\.\n---\n\n1\/ \n$/,
      );
      assert.equal(editor.document.offsetAt(editor.selection.active), text.length - 1);
    } finally {
      await set();
    }
  });

  test('a day that was just started counts as taken', async () => {
    await newDay('2026-07-02', '_drafts/day-179.markdown');
    const text = vscode.window.activeTextEditor?.document.getText();
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.newDayForDate', '2026-07-02');
      return vscode.window.activeTextEditor?.document.getText() === text;
    }, 'the same draft');
    assert.equal((await filesIn('_drafts')).filter((name) => name.startsWith('day-179')).length, 1);
  });

  test('undo in a new day takes back typed text, not the file', async () => {
    const path = '_drafts/day-180.markdown';
    const editor = await newDay('2026-07-03', path);
    assert.ok(editor);
    const before = editor.document.getText();
    await editor.edit((edit) => edit.insert(editor.selection.active, 'Typed.'));
    await editor.document.save();
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    assert.equal(await exists(path), true);
  });

  test('undo stops at a new draft that was never saved, and redo brings the text back', async () => {
    const path = '_drafts/day-185.markdown';
    const editor = await newDay('2026-07-08', path);
    assert.ok(editor);
    const { document } = editor;
    const before = document.getText();
    await vscode.commands.executeCommand('type', { text: 'Written and not saved.' });
    for (let press = 0; press < 12; press++) await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    assert.equal(await exists(path), true);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriAt(path).toString());
    for (let press = 0; press < 12; press++) await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), `${before}Written and not saved.`);
  });

  test('the preview of an entry that is deleted says so until the entry is back', async () => {
    const path = '_drafts/day-186.markdown';
    assert.ok(await newDay('2026-07-09', path));
    await eventually(previewGroup, 'the preview');
    const label = () => previewGroup()?.tabs.find(({ input }) => input instanceof vscode.TabInputWebview)?.label ?? '';
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.doesNotMatch(label(), /deleted/);
    const bytes = await vscode.workspace.fs.readFile(uriAt(path));
    await deleteFile(path);
    await eventually(() => label().includes('(deleted)'), 'a preview that says so');
    await vscode.workspace.fs.writeFile(uriAt(path), bytes);
    await eventually(() => !label().includes('(deleted)'), 'the entry again');
  });

  for (const [name, answer] of [
    ['leaves', []],
    ['changes', ['workbench.action.quickOpenSelectNext']],
  ] as const) {
    test(`Insert Day asks before it ${name} a file with text`, async () => {
      createdPaths.push('notes.md');
      const text = '# Notes\n\nHow we work here.\n';
      const { document } = await createAndOpen('notes.md', text);
      const { done } = await runUntilList('daybook.insertDay');
      for (const command of answer) await vscode.commands.executeCommand(command);
      await acceptItem();
      await done;
      if (name === 'leaves') assert.equal(document.getText(), text);
      else assert.match(document.getText(), /^---\ntitle: Day \d+\n[\s\S]*\n---\n\n# Notes\n\nHow we work here\.\n$/);
    });
  }

  test('Insert Day fills an empty file with the front matter for its name @smoke', async () => {
    const path = '_drafts/day-190.markdown';
    createdPaths.push(path);
    const { document } = await createAndOpen(path, '');
    await vscode.commands.executeCommand('daybook.insertDay');
    assert.match(
      document.getText(),
      /^---\ntitle: Day 190\ndate: 2026-07-13 \d\d:\d\d:\d\d -07:00\ncategories:\n- \w+\n---\n\nTK\/ $/,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '');
  });

  test('Insert Day leaves a file with front matter unchanged', async () => {
    const path = '_drafts/day-191.markdown';
    createdPaths.push(path);
    const { document } = await createAndOpen(path, '---\ntitle: Mine\n---\n');
    await vscode.commands.executeCommand('daybook.insertDay');
    assert.equal(document.getText(), '---\ntitle: Mine\n---\n');
  });

  test('Insert Day keeps the text of a file without front matter', async () => {
    const path = '_drafts/day-192.markdown';
    createdPaths.push(path);
    const { document } = await createAndOpen(path, '1/ Written before.\n');
    await vscode.commands.executeCommand('daybook.insertDay');
    assert.match(document.getText(), /^---\ntitle: Day 192\n[\s\S]*---\n\n1\/ Written before\.\n$/);
  });
});

/** The editor group that contains a preview. */
function previewGroup(): vscode.TabGroup | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('daybook.preview')),
  );
}

/** Today in the time zone of the sample newsroom. */
function zonedToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles' }).format(new Date());
}

/** The day number of a date in the sample newsroom. */
function numberOf(date: string): number {
  return (Date.parse(date) - Date.parse('2026-01-05')) / 86_400_000 + 1;
}

async function filesIn(folder: string): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(uriAt(folder))).map(([name]) => name).sort();
}
