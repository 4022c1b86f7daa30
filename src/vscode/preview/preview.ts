import * as vscode from 'vscode';
import { keyOf, scalar } from '../../core/entry/frontMatter.ts';
import { lineAt, lineStarts } from '../../core/lines.ts';
import type { RenderedBlock } from '../../core/render/body.ts';
import type { FromPage, Head, Splice, ToPage } from '../../preview/protocol.ts';
import type { Entries } from '../entries.ts';
import { pageHtml } from './pageHtml.ts';

export const VIEW_TYPE = 'daybook.preview';

interface Parts {
  readonly entries: Entries;
  readonly extensionUri: vscode.Uri;
  readonly render: (body: string) => readonly RenderedBlock[];
}

/** How many updates may be on their way to the page; what comes in between goes with the next one. */
const MOST_UNANSWERED = 2;

/** One panel that shows one entry, current with every key: only the blocks that changed are sent. */
export class Preview implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly uri: vscode.Uri;
  private readonly parts: Parts;
  private readonly subscriptions: vscode.Disposable[];
  private document: vscode.TextDocument;
  /** What the page shows, as far as it was sent; undefined while it has not asked for anything. */
  private shown: readonly string[] | undefined;
  private version = 0;
  private answered = 0;
  private waiting = false;

  constructor(panel: vscode.WebviewPanel, document: vscode.TextDocument, parts: Parts) {
    this.panel = panel;
    this.document = document;
    this.uri = document.uri;
    this.parts = parts;
    const media = vscode.Uri.joinPath(parts.extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    panel.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'icon.png');
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      panel.onDidDispose(() => this.dispose()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.toString() !== this.uri.toString()) return;
        this.document = event.document;
        if (event.contentChanges.length > 0) this.update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
    ];
    this.setTitle(this.head().title);
    panel.webview.html = pageHtml(panel.webview, media, document.uri);
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
    this.panel.dispose();
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      case 'ready': // also after a reload: the page starts from nothing
        this.shown = [];
        this.answered = this.version;
        this.update();
        this.followActive();
        return;
      case 'received':
        this.answered = message.version;
        if (this.waiting) this.update();
        return;
      case 'clicked':
        void this.showSource(message.line);
        return;
      case 'followed':
        void openLink(message.href);
        return;
    }
  }

  /** Sends what changed, or leaves it to the next update while the page has not answered. */
  private update(): void {
    if (!this.shown) return;
    this.waiting = this.version - this.answered >= MOST_UNANSWERED;
    if (this.waiting) return;
    const { text, body } = this.parts.entries.entry(this.document);
    const blocks = this.parts.render(text.slice(body.from, body.to));
    const html = blocks.map((block) => block.html);
    const starts = lineStarts(text);
    const head = this.head();
    this.setTitle(head.title);
    this.post({
      type: 'update',
      version: ++this.version,
      head,
      splice: spliceBetween(this.shown, html),
      lines: blocks.map((block) => lineAt(starts, body.from + block.from)),
    });
    this.shown = html;
  }

  private head(): Head {
    const { text, frontMatter } = this.parts.entries.entry(this.document);
    const value = (name: string) => {
      const key = keyOf(frontMatter, name);
      return key ? scalar(text, key) : '';
    };
    return { title: value('title'), description: value('description'), date: value('date') };
  }

  private setTitle(title: string): void {
    const wanted = `Preview ${title === '' ? 'Entry' : title}`;
    if (this.panel.title !== wanted) this.panel.title = wanted;
  }

  private followActive(): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
    if (editor) this.follow(editor);
  }

  private follow({ document, selection }: vscode.TextEditor): void {
    if (document === this.document && this.shown) this.post({ type: 'cursor', line: selection.active.line });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async showSource(line: number): Promise<void> {
    const open = vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
    const column = open?.viewColumn ?? vscode.ViewColumn.One;
    const place = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(this.document, { viewColumn: column, selection: place });
  }
}

/** The smallest run of blocks to replace. */
export function spliceBetween(before: readonly string[], after: readonly string[]): Splice {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, remove: before.length - start - end, blocks: after.slice(start, after.length - end) };
}

/** Only what a reader may follow; the editor asks before it leaves. */
async function openLink(href: string): Promise<void> {
  if (/^(?:https?|mailto):/i.test(href)) await vscode.env.openExternal(vscode.Uri.parse(href));
}
