// The lower limit for every preview: a panel that receives one number per keystroke and shows it.
const vscode = require('vscode');

exports.activate = (/** @type {import('vscode').ExtensionContext} */ { subscriptions }) => {
  subscriptions.push(
    vscode.commands.registerCommand('minimalPanel.show', () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined) return;
      const length = document.getText().length;
      const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel('minimalPanel', 'Minimal', beside, { enableScripts: true });
      panel.webview.html = `<!doctype html><html lang="en"><body><p id="body">0</p><script>
        addEventListener('message', ({ data }) => { document.querySelector('p').textContent = data; });
      </script></body></html>`;
      subscriptions.push(
        vscode.workspace.onDidChangeTextDocument((event) => {
          if (event.document === document) void panel.webview.postMessage(document.getText().length - length);
        }),
      );
    }),
  );
};
