// Provides the files of a newsroom as a virtual workspace, `memory:/newsroom`. The server lists them in newsroom.json, each with its
// content in Base64. Changes stay in memory.
const vscode = require('vscode');

/** @typedef {{ type: number, ctime: number, mtime: number, size: number, content?: Uint8Array }} Item */

/** @implements {vscode.FileSystemProvider} */
class MemoryFolder {
  /** @param {Record<string, string>} files Base64 by path */
  constructor(files) {
    /** @type {Map<string, Item>} */
    this.items = new Map();
    this.emitter = new vscode.EventEmitter();
    this.onDidChangeFile = this.emitter.event;
    for (const [path, content] of Object.entries(files)) {
      for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1))
        this.addFolder(path.slice(0, end));
      this.put(
        path,
        Uint8Array.from(atob(content), (character) => character.charCodeAt(0)),
      );
    }
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  stat(/** @type {vscode.Uri} */ uri) {
    const item = this.items.get(uri.path);
    if (!item) throw vscode.FileSystemError.FileNotFound(uri);
    return item;
  }

  readDirectory(/** @type {vscode.Uri} */ uri) {
    this.stat(uri);
    const prefix = `${uri.path}/`;
    return [...this.items]
      .filter(([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
      .map(([path, { type }]) => /** @type {[string, number]} */ ([path.slice(prefix.length), type]));
  }

  readFile(/** @type {vscode.Uri} */ uri) {
    const { content } = this.stat(uri);
    if (!content) throw vscode.FileSystemError.FileIsADirectory(uri);
    return content;
  }

  createDirectory(/** @type {vscode.Uri} */ uri) {
    this.addFolder(uri.path);
    this.tell(vscode.FileChangeType.Created, uri);
  }

  writeFile(/** @type {vscode.Uri} */ uri, /** @type {Uint8Array} */ content) {
    const isNew = !this.items.has(uri.path);
    this.put(uri.path, content);
    this.tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
  }

  delete(/** @type {vscode.Uri} */ uri) {
    for (const path of [...this.items.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.items.delete(path);
    }
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(/** @type {vscode.Uri} */ from, /** @type {vscode.Uri} */ to) {
    for (const [path, item] of [...this.items]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      this.items.delete(path);
      this.items.set(to.path + path.slice(from.path.length), item);
    }
    this.tell(vscode.FileChangeType.Deleted, from);
    this.tell(vscode.FileChangeType.Created, to);
  }

  /** Returns all files. The editor filters them. */
  provideFileSearchResults() {
    const files = [...this.items].filter(([, { type }]) => type === vscode.FileType.File);
    return files.map(([path]) => vscode.Uri.from({ scheme: 'memory', path }));
  }

  addFolder(/** @type {string} */ path) {
    if (!this.items.has(path)) this.items.set(path, { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 });
  }

  put(/** @type {string} */ path, /** @type {Uint8Array} */ content) {
    const now = Date.now();
    const ctime = this.items.get(path)?.ctime ?? now;
    this.items.set(path, { type: vscode.FileType.File, ctime, mtime: now, size: content.length, content });
  }

  tell(/** @type {vscode.FileChangeType} */ type, /** @type {vscode.Uri} */ uri) {
    this.emitter.fire([{ type, uri }]);
  }
}

exports.activate = async (/** @type {vscode.ExtensionContext} */ { extensionUri, subscriptions }) => {
  const response = await fetch(vscode.Uri.joinPath(extensionUri, '../newsroom.json').toString());
  const folder = new MemoryFolder(await response.json());
  subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', folder, { isCaseSensitive: true }));
  // A proposal, so it is not in the declarations.
  subscriptions.push(
    Reflect.get(vscode.workspace, 'registerFileSearchProvider').call(vscode.workspace, 'memory', folder),
  );
};
