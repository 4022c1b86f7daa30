import type * as vscode from 'vscode';

/** The empty page. Its policy lets nothing run but our own script, and nothing load but our style and pictures. */
export function pageHtml(webview: vscode.Webview, media: vscode.Uri, entry: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const file = (name: string) => webview.asWebviewUri(media.with({ path: `${media.path}/${name}` })).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} https: data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en" data-uri="${attribute(entry.toString())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('preview.css')}">
<title>Preview</title>
</head>
<body>
<header id="head"><h1><span class="title"></span><small class="description"></small></h1><p class="date"></p></header>
<main id="body"></main>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
