import * as vscode from 'vscode';
import { findKey, scalarValue } from '../../core/entry/keys.ts';
import type { SiteAddress } from '../../core/newsroom/siteConfig.ts';
import type { Appearance, CursorReveal, FromPage, ShownState, Target, ToPage } from '../../preview/protocol.ts';
import type { Services } from '../documents/services.ts';
import { type Deferred, deferred } from '../editor/deferred.ts';
import { pathBelow } from '../editor/uris.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/editorSettings.ts';
import { createCursorSync } from './cursorSync.ts';
import { openLink } from './openLink.ts';
import { pageHtml } from './pageHtml.ts';
import { appearanceOf, loadedSettingsOf, stylesOf } from './pageSettings.ts';
import { fractionalLineOf, revealAtTop, showAtOffset, topLineOf, visibleEditorOf } from './scrollPosition.ts';
import { openScrollSync, type ScrollSync } from './scrollSync.ts';
import { createUpdateFlow } from './updateFlow.ts';
import type { Updates } from './updates.ts';

interface PreviewOptions {
  readonly services: Services;
  readonly extensionUri: vscode.Uri;
  /** Called when the panel shows something else, or is no longer (or again) the active one. */
  readonly onDidChangeState: () => void;
}

/** Where an entry belongs, and what computes the updates of its page. */
export interface Site {
  readonly root: vscode.Uri | undefined;
  readonly address: SiteAddress;
  readonly updates: Updates;
}

/** A panel that shows one entry at a time. With every keystroke it sends the blocks that changed, and only those. */
export class Preview implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly options: PreviewOptions;
  private readonly subscriptions: vscode.Disposable[];
  private readonly flow = createUpdateFlow();
  private readonly cursor = createCursorSync();
  private readonly scroll: ScrollSync;
  private readonly marks: Deferred;
  private shownDocument: vscode.TextDocument;
  private state: ShownState;
  private site: Site;
  private isLoaded = false;
  private isGone = false;
  /** The settings that are part of the page and need a reload to change. */
  private loadedSettings = '';
  private resolveCopy: ((ok: boolean) => void) | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    document: vscode.TextDocument,
    state: ShownState,
    site: Site,
    options: PreviewOptions,
  ) {
    this.panel = panel;
    this.shownDocument = document;
    this.state = state;
    this.site = site;
    this.options = options;
    panel.iconPath = vscode.Uri.joinPath(options.extensionUri, 'media', 'icon.png');
    this.marks = deferred(() => this.sendMarks());
    this.scroll = openScrollSync(
      (shown) => this.isShown(shown),
      (editor) => this.sendScroll(editor),
    );
    const { entries, documentChanges, shownProblems } = options.services;
    this.subscriptions = [
      this.marks,
      this.scroll,
      panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(options.onDidChangeState),
      entries.onDidChange(() => this.sendUpdate()),
      shownProblems.onDidChange((changed) => {
        if (changed === this.shownDocument) this.marks.schedule(changed);
      }),
      onDidChangeSettings(() => this.applySettings()),
      documentChanges.onDidChange(({ document: changed, contentChanges }) => {
        if (!this.isShown(changed)) return;
        this.shownDocument = changed;
        if (contentChanges.length === 0) return;
        this.scroll.ignoreForNow();
        this.cursor.noteEdit(changed, contentChanges);
        this.sendUpdate();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (!this.isShown(textEditor.document)) return;
        this.scroll.ignoreForNow();
        const reveal = this.cursor.revealOf(textEditor);
        if (reveal) this.sendCursor(textEditor, reveal);
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

  reveal(preserveFocus = true): void {
    this.panel.reveal(undefined, preserveFocus);
  }

  /** Shows another entry from its top. */
  show(document: vscode.TextDocument, site: Site): void {
    this.setGone(false);
    const isSameNewsroom = site.root?.toString() === this.site.root?.toString();
    this.shownDocument = document;
    this.state = { ...this.state, uri: document.uri.toString() };
    if (!isSameNewsroom) {
      this.site = site;
      this.load();
      return;
    }
    // The old `updates` stay: they know the blocks that the page has.
    this.sendState();
    this.site.updates.marks([]); // the known problems are those of the other entry
    this.sendUpdate();
    const editor = visibleEditorOf(document);
    if (editor) this.sendScroll(editor);
  }

  change(state: { readonly target?: Target; readonly locked?: boolean }): void {
    const isOtherTarget = state.target !== undefined && state.target !== this.state.target;
    this.state = { ...this.state, ...state };
    this.sendState();
    if (isOtherTarget) this.sendUpdate();
  }

  /** Shows what has changed about the entry's site. */
  update(): void {
    this.sendUpdate();
  }

  /** Shows that the entry's file is gone, or back. */
  setGone(isGone: boolean): void {
    if (this.isGone === isGone) return;
    this.isGone = isGone;
    if (this.isLoaded) this.post({ type: 'gone', isGone });
    this.setTitle();
  }

  /** Reloads the page. */
  refresh(): void {
    this.load();
  }

  /** Puts HTML with its plain text on the clipboard, which only a page can. Resolves to whether that worked. */
  async copy(html: string, text: string): Promise<boolean> {
    this.reveal(false);
    return new Promise((resolve) => {
      this.resolveCopy = resolve;
      this.post({ type: 'copy', html, text });
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
    this.resolveCopy?.(false);
    this.panel.dispose();
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      case 'ready': // also after a reload: the page is empty
        this.isLoaded = true;
        this.site.updates.reset();
        this.flow.reset();
        this.post({ type: 'look', look: this.appearance() });
        this.post({ type: 'gone', isGone: this.isGone });
        this.sendState();
        this.sendUpdate();
        this.sendEditorPosition(message.isNew);
        return;
      case 'received':
        if (this.flow.answer(message.version)) this.sendUpdate();
        return;
      case 'clicked': {
        const offset = this.site.updates.sourceAt(message.block, message.index);
        if (offset !== undefined) void this.goTo(offset);
        return;
      }
      case 'followed':
        void openLink(message.href, { ...this.options.services, ...this.site, column: this.sourceColumn() });
        return;
      case 'scrolled': {
        const editor = visibleEditorOf(this.shownDocument);
        // Never scroll the editor being typed in.
        const isTypedIn = !this.panel.active && editor === vscode.window.activeTextEditor;
        if (editor && !isTypedIn) revealAtTop(editor, message.line);
        return;
      }
      case 'problem':
        void this.goTo(message.source).then(() => {
          if (message.fix) void vscode.commands.executeCommand('editor.action.quickFix');
        });
        return;
      case 'copied':
        this.resolveCopy?.(message.ok);
        this.resolveCopy = undefined;
        return;
      case 'manageTrust':
        void vscode.commands.executeCommand('workbench.trust.manage');
        return;
    }
  }

  /** Sends the blocks that changed, or waits for the page to answer earlier updates. */
  private sendUpdate(): void {
    if (!this.isLoaded || !this.panel.visible) return;
    const version = this.flow.next();
    if (version === undefined) return;
    const { entries, newsrooms } = this.options.services;
    const { root, updates } = this.site;
    const zone = root && newsrooms.newsroomAt(root).zone();
    const path = root ? pathBelow(root, this.shownDocument.uri) : '';
    const update = updates.next(entries.entryOf(this.shownDocument), { target: this.state.target, zone, path });
    this.post({ type: 'update', version, ...update, cursor: this.cursor.takePendingLine() });
    this.marks.schedule(this.shownDocument);
    this.setTitle();
  }

  /** Runs after the update has been sent: linting must not delay it. */
  private sendMarks(): void {
    const marks = this.site.updates.marks(this.options.services.shownProblems.of(this.shownDocument));
    if (marks) this.post({ type: 'marks', marks });
  }

  private applySettings(): void {
    if (this.loadedSettings !== loadedSettingsOf(this.shownDocument.uri)) this.load();
    else if (this.isLoaded) this.post({ type: 'look', look: this.appearance() });
  }

  private load(): void {
    const { webview } = this.panel;
    const { uri } = this.shownDocument;
    this.loadedSettings = loadedSettingsOf(uri);
    const { theme, remoteImages } = settingsFor(uri).preview;
    const { root } = this.site;
    const media = vscode.Uri.joinPath(this.options.extensionUri, 'dist');
    this.isLoaded = false;
    webview.options = { enableScripts: true, localResourceRoots: root ? [media, root] : [media] };
    webview.html = pageHtml(webview, { media, styles: stylesOf(uri, root), remoteImages, theme });
    this.setTitle();
  }

  private appearance(): Appearance {
    const { root, address } = this.site;
    const folder = root && this.panel.webview.asWebviewUri(root).toString();
    return appearanceOf(this.shownDocument.uri, { folder, siteUrl: address.siteUrl });
  }

  private setTitle(): void {
    const { text, frontMatter } = this.options.services.entries.entryOf(this.shownDocument);
    const key = findKey(frontMatter, 'title');
    const entryTitle = (key && scalarValue(text, key)) || 'Entry';
    const remarks = [this.state.locked ? ' (locked)' : '', this.isGone ? ' (deleted)' : ''];
    const title = `${entryTitle} · ${TAB_NAMES[this.state.target]}${remarks.join('')}`;
    if (this.panel.title !== title) this.panel.title = title;
  }

  private sendState(): void {
    this.post({ type: 'shows', state: this.state });
    this.setTitle();
    this.options.onDidChangeState();
  }

  private sendEditorPosition(withScroll: boolean): void {
    const editor = visibleEditorOf(this.shownDocument);
    if (!editor) return;
    this.sendCursor(editor, 'no');
    if (withScroll) this.sendScroll(editor);
  }

  private sendCursor({ document, selection }: vscode.TextEditor, reveal: CursorReveal): void {
    if (this.isLoaded) this.post({ type: 'cursor', line: fractionalLineOf(document, selection.active), reveal });
  }

  private sendScroll(editor: vscode.TextEditor): void {
    if (this.isLoaded) this.post({ type: 'scroll', line: topLineOf(editor) });
  }

  private isShown(document: vscode.TextDocument): boolean {
    return document === this.shownDocument || document.uri.toString() === this.state.uri;
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async goTo(offset: number): Promise<void> {
    this.scroll.ignoreForNow();
    await showAtOffset(this.shownDocument, offset, this.sourceColumn());
  }

  /** The column of an editor that shows the entry, or the one to open it in. */
  private sourceColumn(): vscode.ViewColumn {
    const column = visibleEditorOf(this.shownDocument)?.viewColumn;
    if (column !== undefined) return column;
    return this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  }
}

/** What the tab of a preview says after the entry's title. */
const TAB_NAMES: Readonly<Record<Target, string>> = { site: 'Preview', email: 'E-mail', text: 'Plain Text' };
