import assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('The extension', () => {
  // Set by test/host/runSuites.mjs. When the suites are debugged by hand, anything is accepted.
  const expected = vscode.workspace.getConfiguration('daybookTest');

  test('runs in the expected editor version and kind of host @smoke', () => {
    const kind = typeof process === 'object' ? 'node' : 'web';
    const [version] = /^\d+\.\d+/.exec(vscode.version) ?? [];
    assert.equal(version, expected.get('version', version));
    assert.equal(kind, expected.get('kind', kind));
  });

  test('is loaded from the expected folder @smoke', () => {
    const { path, fsPath } = daybook().extensionUri;
    const root = vscode.Uri.file(expected.get('root', fsPath)).path;
    assert.ok(`${path}/`.startsWith(`${root}/`), `${path} is not in ${root}`);
  });

  test('activates @smoke', async () => {
    await daybook().activate();
    assert.equal(daybook().isActive, true);
  });

  test('registers every command it contributes @smoke', async () => {
    await daybook().activate();
    const registered = await vscode.commands.getCommands(true);
    const { commands = [] }: { commands?: { command: string }[] } = daybook().packageJSON.contributes ?? {};
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !registered.includes(command)),
      [],
    );
  });
});

function daybook(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('daybook.daybook');
  assert.ok(extension, 'the extension is not there');
  return extension;
}
