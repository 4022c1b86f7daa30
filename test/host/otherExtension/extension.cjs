// Stands in for Markdown All in One, with its id and its key bindings: what it does with Enter, Tab and Backspace in lists and elsewhere.
const vscode = require('vscode');

exports.activate = (/** @type {import('vscode').ExtensionContext} */ { subscriptions }) => {
  const { registerCommand, executeCommand } = vscode.commands;
  subscriptions.push(
    vscode.window.setStatusBarMessage('The other extension is active.'),
    registerCommand('markdown.extension.onEnterKey', () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor) return undefined;
      const { active } = editor.selection;
      const before = editor.document.lineAt(active.line).text.slice(0, active.character);
      const marker = /^\s*[-+*] +/.exec(before)?.[0];
      if (marker === undefined) return executeCommand('type', { source: 'keyboard', text: '\n' });
      return editor.edit((edit) => edit.insert(active, `\n${marker}`));
    }),
    registerCommand('markdown.extension.onTabKey', () => executeCommand('tab')),
    registerCommand('markdown.extension.onBackspaceKey', () => executeCommand('deleteLeft')),
    registerCommand('markdown.extension.editing.paste', () => executeCommand('editor.action.clipboardPasteAction')),
  );
};
