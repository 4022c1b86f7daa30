import * as vscode from 'vscode';

/** A newsroom on a disk of the tests, and what becomes of it. */
export interface SlowDisk {
  readonly provider: vscode.FileSystemProvider;
  readonly root: vscode.Uri;
  readonly uri: (path: string) => vscode.Uri;
  /** The entries that have been read, in order. */
  readonly read: string[];
  /** The paths of the files in a folder. */
  readonly paths: (folder: string) => string[];
  /** The files about which nothing can be known. */
  readonly unavailable: Set<string>;
  /** Lets the withheld entries be read, and all others without delay. */
  readonly release: () => void;
  /** Makes the disk slow again. */
  readonly withhold: () => void;
}

interface SlowDiskOptions {
  readonly scheme: string;
  /** The texts of files by their paths. */
  readonly files: ReadonlyMap<string, string>;
  /** How long the disk takes for each entry. */
  readonly latencyMs: number;
  /** Whether an entry is there only once the disk is released. */
  readonly isWithheld: (path: string) => boolean;
}

/** A disk that takes some time for each entry, and has some of them only once it is released. */
export function slowDisk({ scheme, files: texts, latencyMs, isWithheld }: SlowDiskOptions): SlowDisk {
  const files = new Map<string, Uint8Array>();
  for (const [path, text] of texts) files.set(path, new TextEncoder().encode(text));
  const root = vscode.Uri.from({ scheme, path: '/log' });
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const read: string[] = [];
  const unavailable = new Set<string>();
  let gate = openGate();
  const below = ({ path }: vscode.Uri) => path.slice(root.path.length + 1);
  const wait = async (path: string): Promise<void> => {
    if (gate.isReleased() || !isEntry(path)) return;
    if (isWithheld(path)) await gate.released;
    else await new Promise<void>((resolve) => setTimeout(resolve, latencyMs));
  };
  const folderPaths = () => [...files.keys()].map((path) => path.split('/').slice(0, -1).join('/'));
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    async stat(uri) {
      const path = below(uri);
      if (unavailable.has(path)) throw vscode.FileSystemError.Unavailable(uri);
      const bytes = files.get(path);
      if (!bytes && path !== '' && !folderPaths().includes(path)) throw vscode.FileSystemError.FileNotFound(uri);
      if (bytes) await wait(path);
      const type = bytes ? vscode.FileType.File : vscode.FileType.Directory;
      return { type, ctime: 0, mtime: 1, size: bytes?.length ?? 0 };
    },
    readDirectory(uri) {
      const prefix = below(uri) === '' ? '' : `${below(uri)}/`;
      const names = new Map<string, vscode.FileType>();
      for (const path of files.keys()) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', rest] = path.slice(prefix.length).split('/');
        names.set(name, rest === undefined ? vscode.FileType.File : vscode.FileType.Directory);
      }
      return [...names];
    },
    createDirectory() {},
    async readFile(uri) {
      const path = below(uri);
      await wait(path);
      const bytes = files.get(path);
      if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
      if (isEntry(path)) read.push(path);
      return bytes;
    },
    writeFile(uri, bytes) {
      files.set(below(uri), bytes);
    },
    delete(uri) {
      files.delete(below(uri));
    },
    rename(from, to) {
      const bytes = files.get(below(from));
      if (!bytes) throw vscode.FileSystemError.FileNotFound(from);
      files.set(below(to), bytes);
      files.delete(below(from));
    },
  };
  return {
    provider,
    root,
    uri: (path) => vscode.Uri.joinPath(root, path),
    read,
    paths: (folder) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
    unavailable,
    release: () => gate.release(),
    withhold() {
      gate = openGate();
    },
  };
}

function isEntry(path: string): boolean {
  return /^_(?:posts|drafts|later)\/./.test(path);
}

function openGate() {
  let isReleased = false;
  let resolveReleased = () => {};
  const released = new Promise<void>((resolve) => {
    resolveReleased = resolve;
  });
  const release = () => {
    isReleased = true;
    resolveReleased();
  };
  return { released, isReleased: () => isReleased, release };
}
