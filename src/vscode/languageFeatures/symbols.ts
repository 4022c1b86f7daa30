import * as vscode from 'vscode';
import { plainGlob } from '../../core/files/globs.ts';
import { type OutlineNode, outline } from '../../core/languageFeatures/outline.ts';
import { type WorkspaceSymbol, workspaceSymbols } from '../../core/languageFeatures/workspaceSymbols.ts';
import { DEFAULTS } from '../../core/settings/settings.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/settings.ts';

/** Shows an entry's items in the outline, the breadcrumbs and sticky scroll. */
export function registerOutline(entries: EntryDocuments): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols(document) {
      if (!entries.is(document)) return [];
      return outline(entries.entry(document)).map((node) => toSymbol(document, node));
    },
  };
  let registered = register();
  const again = () => {
    registered.dispose();
    registered = register();
  };
  function register(): vscode.Disposable {
    return vscode.languages.registerDocumentSymbolProvider(entrySelector(), provider, { label: 'Daybook' });
  }
  return vscode.Disposable.from(
    onDidChangeSettings(again),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    new vscode.Disposable(() => registered.dispose()),
  );
}

/**
 * Entries, and nobody else's outline for them: Markdown's own would show each heading a second time. An editor that does not
 * heed `exclusive`, which is in no documentation, shows both.
 */
function entrySelector(): (vscode.DocumentFilter & { readonly exclusive: true })[] {
  const names = new Set([DEFAULTS.folders.posts, DEFAULTS.folders.drafts]);
  const elsewhere: vscode.RelativePattern[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const { folders } = settingsFor(uri);
    names.add(folders.posts).add(folders.drafts);
    for (const glob of folders.entries) {
      if (!glob.startsWith('!')) elsewhere.push(new vscode.RelativePattern(uri, plainGlob(glob)));
    }
  }
  return [`**/{${[...names].join()}}/**`, ...elsewhere].map((pattern) => ({
    language: 'markdown',
    pattern,
    exclusive: true,
  }));
}

function toSymbol(document: vscode.TextDocument, node: OutlineNode): vscode.DocumentSymbol {
  const { kind, label, headline, sources } = node;
  const name = `${label} ${headline}`.trim() || '…';
  const detail = sources === 0 ? '' : `${sources} ${sources === 1 ? 'source' : 'sources'}`;
  const symbol = new vscode.DocumentSymbol(
    name,
    detail,
    KINDS[kind],
    toRange(document, node),
    toRange(document, node.line),
  );
  symbol.children = node.children.map((child) => toSymbol(document, child));
  return symbol;
}

const KINDS: Readonly<Record<OutlineNode['kind'], vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Number,
  struck: vscode.SymbolKind.Null,
  poll: vscode.SymbolKind.Event,
  named: vscode.SymbolKind.Key,
  bullet: vscode.SymbolKind.Field,
  ordered: vscode.SymbolKind.EnumMember,
  heading: vscode.SymbolKind.String,
};

/** Finds days and headlines of the archives by *Go to Symbol in Workspace*. */
export function registerWorkspaceSymbols(newsrooms: Newsrooms): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      const found: Found[] = [];
      for (const root of await newsrooms.roots()) {
        await newsrooms.read(root);
        const archive = token.isCancellationRequested ? undefined : newsrooms.archiveAt(root);
        if (archive) found.push(...workspaceSymbols(archive, query).map((symbol) => new Found(root, symbol)));
      }
      return found;
    },
    async resolveWorkspaceSymbol(symbol) {
      if (!(symbol instanceof Found)) return symbol;
      const { uri } = symbol.location;
      const place = (await vscode.workspace.openTextDocument(uri)).positionAt(symbol.from);
      symbol.location = new vscode.Location(uri, place);
      return symbol;
    },
  });
}

/** What was found, with its offset: the place in the file is worked out for the one that is picked. */
class Found extends vscode.SymbolInformation {
  readonly from: number;

  constructor(root: vscode.Uri, { kind, name, container, path, from }: WorkspaceSymbol) {
    const location = new vscode.Location(vscode.Uri.joinPath(root, path), new vscode.Position(0, 0));
    super(name, kind === 'day' ? vscode.SymbolKind.File : vscode.SymbolKind.String, container, location);
    this.from = from;
  }
}
