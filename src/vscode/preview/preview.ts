import * as vscode from 'vscode';
import { keyOf, scalar } from '../../core/entry/frontMatter.ts';
import type { FromPage, Look, ShownState, Target, ToPage } from '../../preview/protocol.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { type Deferred, deferred } from '../editor/deferred.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/settings.ts';
import { openLink } from './openLink.ts';
import { pageHtml } from './pageHtml.ts';
import { editorOf, placeOf, placeWritten, reveal, showAt, topOf } from './scrollPosition.ts';
import type { Updates } from './updates.ts';

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
  readonly extensionUri: vscode.Uri;
  /** Called when what is shown, or which panel is active, is another. */
  readonly changed: () => void;
}

/** What an entry's page is made with. */
export interface Site {
  readonly root: vscode.Uri | undefined;
  readonly siteUrl: string | undefined;
  readonly updates: Updates;
}

/** How many updates may be on their way to the page; what comes in between goes with the next one. */
const MOST_UNANSWERED = 2;

/** So long after a key or a click the text scrolls by itself, in milliseconds: the page has heard of the cursor and needs no more. */
const SETTLING = 250;

/** One panel that shows one entry at a time, current with every key: only the blocks that changed are sent. */
export class Preview implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly parts: Parts;
  private readonly subscriptions: vscode.Disposable[];
  private shownDocument: vscode.TextDocument;
  private state: ShownState;
  private site: Site;
  private isLoaded = false;
  private version = 0;
  private answered = 0;
  private waiting = false;
  private settled = 0;
  private writtenAt = -1;
  /** Where the cursor goes with what was written last; `untold` until an update has taken that to the page. */
  private expected: number | undefined;
  private untold: number | undefined;
  private readonly marks: Deferred;
  private copied: ((ok: boolean) => void) | undefined;
  private loadedWith = '';

  constructor(panel: vscode.WebviewPanel, document: vscode.TextDocument, state: ShownState, site: Site, parts: Parts) {
    this.panel = panel;
    this.shownDocument = document;
    this.state = state;
    this.site = site;
    this.parts = parts;
    panel.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'icon.png');
    this.marks = deferred(() => this.mark());
    this.subscriptions = [
      this.marks,
      panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(parts.changed),
      parts.entries.onDidChange(() => this.update()),
      onDidChangeSettings(() => this.heed()),
      vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
        if (!this.isShown(changed)) return;
        this.shownDocument = changed;
        if (contentChanges.length === 0) return;
        this.settle();
        this.writtenAt = changed.version;
        this.expected = placeWritten(changed, contentChanges);
        this.untold = this.expected;
        this.update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (!this.isShown(textEditor.document)) return;
        this.settle();
        const isWritten = this.writtenAt === textEditor.document.version;
        this.writtenAt = -1;
        if (isWritten && this.expected === placeOf(textEditor.document, textEditor.selection.active)) return;
        this.untold = undefined;
        this.followCursor(textEditor, isWritten ? 'written' : 'seen');
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.settle()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.isShown(textEditor.document) && performance.now() > this.settled) this.followScroll(textEditor);
      }),
    ];
    this.load();
  }

  get document(): vscode.TextDocument {
    return this.shownDocument;
  }

  get shown(): ShownState {
    return this.state;
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  /** Where the panel is. */
  get column(): vscode.ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  reveal(preserveFocus = true): void {
    this.panel.reveal(undefined, preserveFocus);
  }

  /** Shows another entry from its top on; the panel stays. */
  show(document: vscode.TextDocument, site: Site): void {
    const isSameRoom = site.root?.toString() === this.site.root?.toString();
    this.shownDocument = document;
    this.state = { ...this.state, uri: document.uri.toString() };
    // What the page shows stays the measure of what has to change.
    if (!isSameRoom) {
      this.site = site;
      this.load();
      return;
    }
    this.tellState();
    this.site.updates.marks([]); // the problems that are known are those of the other one
    this.update();
    const editor = editorOf(document);
    if (editor) this.followScroll(editor);
  }

  change(state: { readonly target?: Target; readonly locked?: boolean }): void {
    const isOther = state.target !== undefined && state.target !== this.state.target;
    this.state = { ...this.state, ...state };
    this.tellState();
    if (isOther) this.update();
  }

  /** Loads the page anew. */
  refresh(): void {
    this.load();
  }

  /** Has the page put this on the clipboard, which only a page can; resolves to whether it did. */
  async copy(html: string, text: string): Promise<boolean> {
    this.reveal(false);
    return new Promise((resolve) => {
      this.copied = resolve;
      this.post({ type: 'copy', html, text });
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
    this.copied?.(false);
    this.panel.dispose();
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      case 'ready': // also after a reload: the page starts from nothing
        this.isLoaded = true;
        this.site.updates.reset();
        this.answered = this.version;
        this.post({ type: 'look', look: this.look() });
        this.tellState();
        this.update();
        this.followEditor(message.isNew);
        return;
      case 'received':
        this.answered = message.version;
        if (this.waiting) this.update();
        return;
      case 'clicked': {
        const offset = this.site.updates.sourceAt(message.block, message.index);
        if (offset !== undefined) void this.goTo(offset);
        return;
      }
      case 'followed':
        void openLink(message.href, { ...this.parts, ...this.site, column: this.sourceColumn() });
        return;
      case 'scrolled': {
        const editor = editorOf(this.shownDocument);
        // Where somebody writes nothing moves.
        const isWritten = !this.panel.active && editor === vscode.window.activeTextEditor;
        if (editor && !isWritten) reveal(editor, message.place);
        return;
      }
      case 'problem':
        void this.goTo(message.source).then(() => {
          if (message.fix) void vscode.commands.executeCommand('editor.action.quickFix');
        });
        return;
      case 'copied':
        this.copied?.(message.ok);
        this.copied = undefined;
        return;
    }
  }

  /** Sends what changed, or leaves it to the next update while the page has not answered. */
  private update(): void {
    if (!this.isLoaded || !this.panel.visible) return;
    this.waiting = this.version - this.answered >= MOST_UNANSWERED;
    if (this.waiting) return;
    const { entries, newsrooms } = this.parts;
    const entry = entries.entry(this.shownDocument);
    const { root, updates } = this.site;
    const zone = root && newsrooms.at(root).zone();
    const update = updates.next(entry, { target: this.state.target, zone });
    this.post({ type: 'update', version: ++this.version, ...update, cursor: this.untold });
    this.untold = undefined;
    this.marks.ask(this.shownDocument);
    this.setTitle();
  }

  /** The problems are looked for when what was written is on its way. */
  private mark(): void {
    const marks = this.site.updates.marks(this.parts.entries.problems(this.shownDocument));
    if (marks) this.post({ type: 'marks', marks });
  }

  /** Settings are others: some are part of the page, some it can be told. */
  private heed(): void {
    if (this.loadedWith !== this.sources()) this.load();
    else if (this.isLoaded) this.post({ type: 'look', look: this.look() });
  }

  private sources(): string {
    const { styles, remoteImages } = settingsFor(this.shownDocument.uri).preview;
    return JSON.stringify([styles, remoteImages]);
  }

  private load(): void {
    const { webview } = this.panel;
    this.loadedWith = this.sources();
    const { preview } = settingsFor(this.shownDocument.uri);
    const { root } = this.site;
    const media = vscode.Uri.joinPath(this.parts.extensionUri, 'dist');
    const isTrusted = vscode.workspace.isTrusted;
    const styles = root && isTrusted ? preview.styles.map((path) => vscode.Uri.joinPath(root, path)) : [];
    this.isLoaded = false;
    webview.options = { enableScripts: true, localResourceRoots: root ? [media, root] : [media] };
    webview.html = pageHtml(webview, { media, styles, remoteImages: preview.remoteImages, look: this.look() });
    this.setTitle();
  }

  private look(): Look {
    const { theme, zoom, remoteImages } = settingsFor(this.shownDocument.uri).preview;
    const { root, siteUrl } = this.site;
    const pictures = root ? [this.panel.webview.asWebviewUri(root).toString()] : [];
    if (remoteImages && siteUrl !== undefined) pictures.push(siteUrl);
    return { theme, zoom, pictures };
  }

  private setTitle(): void {
    const { text, frontMatter } = this.parts.entries.entry(this.shownDocument);
    const key = keyOf(frontMatter, 'title');
    const title = (key && scalar(text, key)) || 'Entry';
    const wanted = `${this.state.locked ? '[Preview]' : 'Preview'} ${title}`;
    if (this.panel.title !== wanted) this.panel.title = wanted;
  }

  private tellState(): void {
    this.post({ type: 'shows', state: this.state });
    this.setTitle();
    this.parts.changed();
  }

  private followEditor(isNew: boolean): void {
    const editor = editorOf(this.shownDocument);
    if (!editor) return;
    this.followCursor(editor, 'no');
    if (isNew) this.followScroll(editor);
  }

  private followCursor(editor: vscode.TextEditor, reveal: 'written' | 'seen' | 'no'): void {
    if (this.isLoaded) this.post({ type: 'cursor', place: placeOf(editor.document, editor.selection.active), reveal });
  }

  private followScroll(editor: vscode.TextEditor): void {
    if (this.isLoaded) this.post({ type: 'scroll', place: topOf(editor) });
  }

  private settle(): void {
    this.settled = performance.now() + SETTLING;
  }

  private isShown(document: vscode.TextDocument): boolean {
    return document === this.shownDocument || document.uri.toString() === this.state.uri;
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async goTo(offset: number): Promise<void> {
    this.settle();
    await showAt(this.shownDocument, offset, this.sourceColumn());
  }

  /** Beside the panel, where the entry is not open. */
  private sourceColumn(): vscode.ViewColumn {
    const open = editorOf(this.shownDocument)?.viewColumn;
    if (open !== undefined) return open;
    return this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  }
}
