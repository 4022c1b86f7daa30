import * as vscode from 'vscode';
import { type ArchiveIndex, type FileStamp, openIndex } from '../../core/archive/archiveIndex.ts';
import { countOutletUsages } from '../../core/archive/outletUsage.ts';
import type { Day } from '../../core/entry/day.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { parseFrontMatter } from '../../core/entry/frontMatter.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { type Folders, folderOf, isMarkdown, stageOf } from '../../core/files/paths.ts';
import { type Newsroom, newsroomOf, readSiteConfig, type SiteConfig } from '../../core/newsroom/newsroom.ts';
import { bytesOf, stampOf, textOf } from '../editor/fileSystem.ts';
import { slicer } from '../editor/timeSlice.ts';
import { entriesBelow, entriesPattern } from './entryFiles.ts';
import { cacheOf, type IndexCache } from './indexCache.ts';
import { settingsFor } from './settings.ts';

/**
 * One newsroom: the index of its entries, read in the background, kept current by watching its files and the documents that are
 * open, and kept for the next session; and what follows from it.
 */
export class NewsroomIndex implements vscode.Disposable {
  readonly root: vscode.Uri;
  /** Settles when `_config.yml` has been read, long before the entries. */
  readonly configured: Promise<void>;
  readonly ready: Promise<void>;
  private readonly folders: Folders;
  private readonly cache: IndexCache;
  private readonly changed: () => void;
  private readonly subscriptions: vscode.Disposable[];
  private index: ArchiveIndex = openIndex();
  private isRead = false;
  private isDisposed = false;
  private config: SiteConfig = readSiteConfig('');
  private known: { readonly newsroom: Newsroom; readonly days: readonly Day[] } | undefined;
  /** Files that are to be read, by their paths. */
  private readonly waiting = new Map<string, vscode.Uri>();
  /** Files that were taken into account on somebody's word, and are to be looked at once more. */
  private readonly noted = new Map<string, vscode.Uri>();
  private reading: Promise<void> | undefined;
  private isUntold = false;
  /** Open documents whose text is ahead of the index. */
  private readonly edited = new Map<string, vscode.TextDocument>();
  private readonly soon = new Map<() => void, ReturnType<typeof setTimeout>>();

  constructor(root: vscode.Uri, storage: vscode.Uri | undefined, changed: () => void) {
    this.root = root;
    this.changed = changed;
    this.folders = settingsFor(root).folders;
    this.cache = cacheOf(root, this.folders, storage);
    this.subscriptions = [
      ...this.watch(entriesPattern(this.folders), (uri) => {
        if (this.isOwn(uri)) void this.take(uri);
      }),
      ...this.watch('_config.yml', () => void this.readConfig().then(() => this.forget())),
      // Also without changes: that is how the editor tells that a document is no longer dirty.
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.unfollow(uri)),
    ];
    this.configured = this.readConfig();
    this.ready = this.readAll();
  }

  /** `{{ site.url }}` of its pages. */
  get siteUrl(): string | undefined {
    return this.config.url;
  }

  /** Whether its entries lie in the folders that they were read from. */
  get isWhereItWas(): boolean {
    const { posts, drafts, entries } = settingsFor(this.root).folders;
    const { folders } = this;
    return posts === folders.posts && drafts === folders.drafts && entries.join('\n') === folders.entries.join('\n');
  }

  /** What is known by now; nothing of its entries until all are read. */
  get newsroom(): Newsroom {
    const archive = this.isRead ? this.index : undefined;
    const days = archive?.days() ?? NO_DAYS;
    if (this.known?.days !== days) this.known = { newsroom: this.derive(days, archive), days };
    return this.known.newsroom;
  }

  /** The index, open documents included to the last key; undefined until all entries are read. */
  get archive(): ArchiveIndex | undefined {
    this.takeEdits();
    return this.isRead ? this.index : undefined;
  }

  /** Derives everything anew when it is next asked for. */
  forget(): void {
    this.known = undefined;
    this.changed();
  }

  /** Takes a file into account before the watchers tell of it. Of one that goes as soon as it came they tell nothing. */
  async note(uri: vscode.Uri): Promise<void> {
    this.noted.set(uri.toString(), uri);
    this.later(this.lookAgain, AT_REST);
    await this.take(uri);
  }

  private readonly lookAgain = (): void => {
    const uris = [...this.noted.values()];
    this.noted.clear();
    for (const uri of uris) void this.take(uri);
  };

  dispose(): void {
    this.isDisposed = true;
    vscode.Disposable.from(...this.subscriptions).dispose();
    for (const timer of this.soon.values()) clearTimeout(timer);
  }

  private derive(days: readonly Day[], archive: ArchiveIndex | undefined): Newsroom {
    const settings = settingsFor(this.root);
    const { epochs, countdowns, requiredKeys, tracking } = settings;
    const systemZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
    const timezone = settings.timezone ?? this.config.timezone;
    const own = { timezone, epochs, countdowns, requiredKeys, tracking, ownOutlets: settings };
    return newsroomOf(days, { ...own, systemZone, archive });
  }

  private watch(pattern: string, onChange: (uri: vscode.Uri) => void): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.root, pattern));
    return [watcher, watcher.onDidCreate(onChange), watcher.onDidChange(onChange), watcher.onDidDelete(onChange)];
  }

  private async readConfig(): Promise<void> {
    this.config = readSiteConfig((await textOf(vscode.Uri.joinPath(this.root, '_config.yml'))) ?? '');
  }

  /** What the cache holds, and of the files those that have changed since. */
  private async readAll(): Promise<void> {
    await this.configured;
    const pause = slicer();
    this.index = (await this.cache.read()) ?? this.index;
    const files = await entriesBelow(this.root, this.folders, pause);
    const isChanged = await this.update(files);
    const there = new Set(files.map((uri) => this.pathOf(uri)));
    const gone = this.index.paths().filter((path) => !there.has(path));
    for (const path of gone) this.index.remove(path);
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) this.follow(document);
    await this.warm();
    this.isRead = true;
    if (this.isDisposed) return;
    this.takeEdits();
    this.changed();
    if (isChanged || gone.length > 0) this.later(this.save, AT_REST);
  }

  /** Works out in slices what the first lint, and whoever first asks for outlets, would have to work out at once. */
  private async warm(): Promise<void> {
    const pause = slicer();
    const settings = settingsFor(this.root);
    const days = this.index.days();
    const newsroom = this.derive(days, this.index);
    for (const answer of [
      newsroom.epochs,
      newsroom.outlets,
      () => newsroom.offsets('2000-01-01', '12:00:00'),
      () => newsroom.requiredKeys(undefined),
    ]) {
      await pause();
      answer();
    }
    const counting = countOutletUsages(this.index);
    while (!counting.next().done) await pause();
    if (settings === settingsFor(this.root)) this.known = { newsroom, days };
  }

  /** Reads those of the files that are not as the index knows them; tells whether any made a difference. */
  private async update(files: readonly vscode.Uri[]): Promise<boolean> {
    const pause = slicer();
    let isChanged = false;
    for (let at = 0; at < files.length && !this.isDisposed; at += AT_ONCE) {
      const some = await Promise.all(files.slice(at, at + AT_ONCE).map((uri) => this.readIfChanged(uri)));
      for (const { path, file } of some) {
        if (file === 'gone') isChanged = this.index.remove(path) || isChanged;
        else if (file !== 'same') isChanged = this.put(path, decoder.decode(file.bytes), file.stamp) || isChanged;
        await pause();
      }
    }
    return isChanged;
  }

  private async readIfChanged(uri: vscode.Uri): Promise<Read> {
    const path = this.pathOf(uri);
    // In this order: of a file that is written meanwhile the stamp is too old, and it will be read again.
    const stamp = await stampOf(uri);
    if (!stamp) return { path, file: 'gone' };
    const kept = this.index.kept(path)?.stamp;
    if (kept?.modified === stamp.modified && kept.size === stamp.size) return { path, file: 'same' };
    const bytes = await bytesOf(uri);
    return { path, file: bytes ? { bytes, stamp } : 'gone' };
  }

  private put(path: string, text: string, stamp: FileStamp | undefined): boolean {
    return this.index.put(entryOf(text), path, stageOf(path, text, this.folders) === 'draft', stamp);
  }

  /** Reads a file when those before it have been read. */
  private async take(uri: vscode.Uri): Promise<void> {
    this.waiting.set(this.pathOf(uri), uri);
    this.reading ??= this.readWaiting();
    await this.reading;
  }

  private async readWaiting(): Promise<void> {
    await this.ready;
    let isChanged = false;
    while (this.waiting.size > 0 && !this.isDisposed) {
      const files = [...this.waiting.values()];
      this.waiting.clear();
      isChanged = (await this.update(files)) || isChanged;
      // What is being written is ahead of its file.
      for (const uri of files) this.followOpen(uri);
    }
    this.reading = undefined;
    if (isChanged) this.tell();
  }

  private followOpen(uri: vscode.Uri): void {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === key);
    if (document?.isDirty) this.follow(document);
  }

  /** Takes an open document into account, a little later. */
  private follow(document: vscode.TextDocument): void {
    if (!this.isOwn(document.uri)) return;
    this.edited.set(document.uri.toString(), document);
    this.later(this.tellOfEdits, PAUSE);
  }

  /** What was not saved is gone. */
  private unfollow(uri: vscode.Uri): void {
    if (!this.isOwn(uri)) return;
    this.edited.delete(uri.toString());
    void this.take(uri);
  }

  private readonly tellOfEdits = (): void => {
    this.takeEdits();
    if (this.isUntold) this.tell();
  };

  /** Takes open documents into account as they are now; what that changes is told of when the writer rests. */
  takeEdits(): void {
    if (!this.isRead) return;
    const documents = [...this.edited.values()];
    this.edited.clear();
    for (const document of documents) {
      if (this.put(this.pathOf(document.uri), document.getText(), undefined)) this.isUntold = true;
      if (!document.isDirty) void this.take(document.uri); // its file says the same, and when it was written
    }
  }

  private tell(): void {
    this.isUntold = false;
    this.changed();
    this.later(this.save, AT_REST);
  }

  private readonly save = (): void => {
    void this.cache.write(this.index);
  };

  /** Once, so long after it was asked for last. */
  private later(work: () => void, delay: number): void {
    clearTimeout(this.soon.get(work));
    if (!this.isDisposed) this.soon.set(work, setTimeout(work, delay));
  }

  private isOwn(uri: vscode.Uri): boolean {
    if (!uri.toString().startsWith(`${this.root.toString()}/`) || !isMarkdown(uri.path)) return false;
    const path = this.pathOf(uri);
    const [folder] = path.split('/');
    if (folder === this.folders.posts || folder === this.folders.drafts) return true;
    return folderOf(path, this.folders) === 'entries';
  }

  private pathOf({ path }: vscode.Uri): string {
    return path.slice(this.root.path.length).replace(/^\//, '');
  }
}

interface Read {
  readonly path: string;
  readonly file: 'gone' | 'same' | { readonly bytes: Uint8Array; readonly stamp: FileStamp };
}

/** Of a file far longer than an entry ever is only the front matter is looked at. */
function entryOf(text: string): Entry {
  if (text.length <= LARGEST) return parseEntry(text);
  const frontMatter = parseFrontMatter(text.slice(0, LARGEST));
  return { text, frontMatter, body: { from: text.length, to: text.length }, blocks: [], irregular: [] };
}

const decoder = new TextDecoder();

const NO_DAYS: readonly Day[] = [];

/** In characters; the largest entries have a tenth of it. */
const LARGEST = 300_000;

/** So many files are read side by side. */
const AT_ONCE = 16;

/** In milliseconds: so long a writer rests before what is written counts for other entries … */
const PAUSE = 400;

/** … and so long nothing changes before the index is kept. */
const AT_REST = 3000;
