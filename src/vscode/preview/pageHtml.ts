import * as vscode from 'vscode';
import type { Appearance } from '../../preview/protocol.ts';

/** What a page may load, and its initial theme. */
interface PageSource {
  /** The folder of our own script and style sheet. */
  readonly media: vscode.Uri;
  /** The newsroom's own style sheets. */
  readonly styles: readonly vscode.Uri[];
  readonly remoteImages: boolean;
  readonly theme: Appearance['theme'];
}

/** The empty page. Its content security policy allows only our own script to run, and only style sheets and images to load. */
export function pageHtml(webview: vscode.Webview, { media, styles, remoteImages, theme }: PageSource): string {
  const nonce = crypto.randomUUID();
  const address = (uri: vscode.Uri) => attribute(webview.asWebviewUri(uri).toString());
  const file = (name: string) => vscode.Uri.joinPath(media, name);
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}${remoteImages ? ' https:' : ''} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const sheets = [file('preview.css'), ...styles].map((uri) => `<link rel="stylesheet" href="${address(uri)}">`);
  return `<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${sheets.join('\n')}
<title>Preview</title>
</head>
<body>
<header id="head"></header>
<main id="body"></main>
<div id="note" role="tooltip" hidden></div>
<script nonce="${nonce}" src="${address(file('preview.js'))}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
