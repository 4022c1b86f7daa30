import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  createAndOpen,
  deleteFile,
  eventually,
  eventuallyEqual,
  ruleOf,
  shownProblems,
  uriAt,
} from './support.ts';

const FAULTY = 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a))\n';
const TWICE =
  '1/ **The mayor resigned**. She left. ([Herald](https://herald.example/a) / [Herald](https://herald.example/a))\n';
const SETTINGS = 'daybook.json';

suite('Rules, settings and pages', () => {
  const createdPaths: string[] = [];
  let settingsBefore: Uint8Array | undefined;
  const write = (path: string, text: string) => {
    createdPaths.push(path);
    return vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
  };
  const open = (path: string, text: string) => {
    createdPaths.push(path);
    return createAndOpen(path, text);
  };
  const set = (text: string) => vscode.workspace.fs.writeFile(uriAt(SETTINGS), new TextEncoder().encode(text));

  suiteSetup(async () => {
    settingsBefore = await vscode.workspace.fs.readFile(uriAt(SETTINGS)).then(
      (bytes) => bytes,
      () => undefined,
    );
  });
  teardown(async () => {
    await closeAll();
    for (const path of createdPaths.splice(0)) await deleteFile(path);
    if (settingsBefore) await vscode.workspace.fs.writeFile(uriAt(SETTINGS), settingsBefore);
    else await deleteFile(SETTINGS);
  });

  test("a newsroom's settings file takes effect when it is written, and ends when it is deleted @smoke", async () => {
    const { document } = await open('_drafts/day-9100.markdown', FAULTY);
    await eventually(() => shownProblems(document.uri).includes('1:sentence-spacing'), 'the problem');
    await set('{ "rules": { "sentence-spacing": "off" } } // quiet');
    await eventually(() => !shownProblems(document.uri).includes('1:sentence-spacing'), 'no problem');
    assert.ok(shownProblems(document.uri).includes('1:placeholder'));
    await set('{ "rules": { "sentence-spacing": "error", "placeholder": "off", "front-matter-keys": "off" } }');
    await eventuallyEqual(() => shownProblems(document.uri), ['1:sentence-spacing'], 'the problem, and no other');
    await deleteFile(SETTINGS);
    await eventually(() => shownProblems(document.uri).includes('1:placeholder'), 'the other again');
  });

  test("the editor's settings override it, rule by rule", async () => {
    const { document } = await open('_drafts/day-9101.markdown', FAULTY);
    await set('{ "rules": { "sentence-spacing": "off", "placeholder": "off", "front-matter-keys": "off" } }');
    await eventuallyEqual(() => shownProblems(document.uri), [], 'no problem');
    const settings = vscode.workspace.getConfiguration('daybook', document.uri);
    await settings.update('rules', { placeholder: 'warning' }, vscode.ConfigurationTarget.Workspace);
    await eventuallyEqual(() => shownProblems(document.uri), ['1:placeholder'], 'the problem that the editor turns on');
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await eventuallyEqual(() => shownProblems(document.uri), [], 'no problem again');
  });

  test('a broken settings file has problems at the right places', async () => {
    await set('{\n  "rules": { "sentence-spacin": "off" },\n  "posts": 7\n}\n');
    const problems = await eventually(() => {
      const diagnostics = vscode.languages.getDiagnostics(uriAt(SETTINGS)).filter(({ source }) => source === 'daybook');
      return diagnostics.length > 0 && diagnostics;
    }, 'a problem of the file');
    assert.deepEqual(
      problems.map(({ range, message, severity }) => [range.start.line, range.start.character, message, severity]),
      [
        [
          1,
          13,
          'Unknown setting `rules.sentence-spacin`. Did you mean `sentence-spacing`?',
          vscode.DiagnosticSeverity.Warning,
        ],
        [2, 11, '`posts` must be text in double quotes.', vscode.DiagnosticSeverity.Error],
      ],
    );
    await set('{}');
    await eventually(() => vscode.languages.getDiagnostics(uriAt(SETTINGS)).length === 0, 'no problem');
  });

  test("a problem's code opens the page of its rule, rendered @smoke", async () => {
    const { document } = await open('_drafts/day-9102.markdown', FAULTY);
    const problem = await eventually(
      () =>
        vscode.languages.getDiagnostics(document.uri).find((diagnostic) => ruleOf(diagnostic) === 'sentence-spacing'),
      'the problem',
    );
    assert.ok(typeof problem.code === 'object');
    const page = await vscode.workspace.openTextDocument(problem.code.target);
    assert.match(page.getText(), /^# sentence-spacing\n/);
    await vscode.commands.executeCommand('vscode.open', problem.code.target);
    await eventuallyEqual(shownPage, 'vscode.markdown.preview.editor /sentence-spacing.md', 'the page');
  });

  test('a problem offers to explain its rule exactly once', async () => {
    const { document } = await open('_drafts/day-9103.markdown', `${FAULTY.replace('one.Two', 'zero,one.Two')}`);
    const problem = await eventually(
      () =>
        vscode.languages.getDiagnostics(document.uri).find((diagnostic) => ruleOf(diagnostic) === 'sentence-spacing'),
      'the problem',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const offers = actions.filter(({ title }) => title === 'Explain rule sentence-spacing');
    assert.equal(offers.length, 1);
    const quickFixes = actions.filter(({ kind }) => kind?.value === 'quickfix');
    assert.equal(quickFixes.at(-1), offers[0], 'the fixes come before it');
    const command = offers[0]?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventuallyEqual(shownPage, 'vscode.markdown.preview.editor /sentence-spacing.md', 'the page');
  });

  test('a problem has its related location', async () => {
    await set('{ "rules": { "citation-repeated": "warning" } }');
    const { document } = await open('_drafts/day-9104.markdown', TWICE);
    const problem = await eventually(
      () =>
        vscode.languages.getDiagnostics(document.uri).find((diagnostic) => ruleOf(diagnostic) === 'citation-repeated'),
      'the problem',
    );
    const [related] = problem.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), document.uri.toString());
    assert.equal(related.location.range.start.character, TWICE.indexOf('https'));
  });

  test('Check All Entries shows problems of closed entries and keeps them current @smoke', async () => {
    const path = '_drafts/day-9105.markdown';
    const uri = uriAt(path);
    await write(path, FAULTY);
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.checkAll');
      return shownProblems(uri).length > 0;
    }, 'problems of a closed entry');
    assert.ok(shownProblems(uri).includes('1:sentence-spacing'));
    await write(path, FAULTY.replace('one.Two', 'one. Two'));
    await eventually(
      () => shownProblems(uri).length > 0 && !shownProblems(uri).includes('1:sentence-spacing'),
      'the problem gone',
    );
    await set('{ "rules": { "placeholder": "off" } }');
    await eventually(() => !shownProblems(uri).includes('1:placeholder'), 'the rule off');
    await deleteFile(path);
    await eventuallyEqual(() => shownProblems(uri), [], 'no problem of a deleted file');
  });

  test('a checked entry shows each problem once while it is open', async () => {
    const path = '_drafts/day-9106.markdown';
    await write(path, FAULTY);
    const hasEachOnce = (problems: readonly string[]) =>
      problems.includes('1:placeholder') &&
      problems.includes('1:sentence-spacing') &&
      new Set(problems).size === problems.length;
    // The settings file, which the previous test changed, may not have been read again yet.
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.checkAll');
      return hasEachOnce(shownProblems(uriAt(path)));
    }, 'problems of a closed entry');
    const closed = shownProblems(uriAt(path));
    const editor = await open(path, FAULTY);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '\nTK/ '));
    const both = [...closed, '3:placeholder', '3:section-empty'];
    await eventuallyEqual(() => shownProblems(uriAt(path)), both, 'each problem once');
  });

  test('no problems remain when an entry is deleted, after it was closed or before', async () => {
    for (const path of ['_drafts/day-9107.markdown', '_drafts/day-9108.markdown']) {
      await open(path, FAULTY);
      await eventually(() => shownProblems(uriAt(path)).length > 0, 'a problem');
      if (path.includes('9107')) await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await deleteFile(path);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await eventuallyEqual(() => shownProblems(uriAt(path)), [], `no problem of ${path}`);
    }
  });

  test('Check All Entries reads every entry', async () => {
    const drafts = (await vscode.workspace.fs.readDirectory(uriAt('_drafts'))).map(([name]) => `_drafts/${name}`);
    assert.ok(drafts.length >= 4);
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.checkAll');
      return drafts.every((path) => shownProblems(uriAt(path)).length > 0);
    }, 'problems in each of the drafts');
  });
});

/** The view type and the path of the active tab. */
function shownPage(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? `${input.viewType} ${input.uri.path}` : undefined;
}
