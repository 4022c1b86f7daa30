import * as vscode from 'vscode';
import { normalizeGlob } from '../../core/files/globs.ts';
import { type OutlineNode, outline } from '../../core/languageFeatures/outline.ts';
import { type WorkspaceSymbol, workspaceSymbols } from '../../core/languageFeatures/workspaceSymbols.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { plural } from '../../core/text/plural.ts';
import type { Services } from '../documents/services.ts';
import { toRange } from '../editor/convert.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/editorSettings.ts';

/** Shows an entry's items in the outline, the breadcrumbs and sticky scroll. */
export function registerOutline({ entries }: Services): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols(document) {
      if (!entries.isEntry(document)) return [];
      return outline(entries.entryOf(document)).map((node) => toSymbol(document, node));
    },
  };
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider(entrySelector(), provider, { label: 'Daybook' });
  let registration = register();
  const registerAgain = () => {
    registration.dispose();
    registration = register();
  };
  return vscode.Disposable.from(
    onDidChangeSettings(registerAgain),
    vscode.workspace.onDidChangeWorkspaceFolders(registerAgain),
    new vscode.Disposable(() => registration.dispose()),
  );
}

/**
 * Selects entries exclusively, because the built-in Markdown outline would show each heading a second time. `exclusive` is
 * undocumented: an editor that ignores it shows both outlines.
 */
function entrySelector(): (vscode.DocumentFilter & { readonly exclusive: true })[] {
  const folderNames = new Set([DEFAULT_SETTINGS.folders.posts, DEFAULT_SETTINGS.folders.drafts]);
  const globs: vscode.RelativePattern[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const { folders } = settingsFor(uri);
    folderNames.add(folders.posts).add(folders.drafts);
    for (const glob of folders.entries) {
      if (!glob.startsWith('!')) globs.push(new vscode.RelativePattern(uri, normalizeGlob(glob)));
    }
  }
  return [`**/{${[...folderNames].join()}}/**`, ...globs].map((pattern) => ({
    language: 'markdown',
    pattern,
    exclusive: true,
  }));
}

function toSymbol(document: vscode.TextDocument, node: OutlineNode): vscode.DocumentSymbol {
  const { kind, label, headline, citationCount } = node;
  const symbol = new vscode.DocumentSymbol(
    `${label} ${headline}`.trim() || '…',
    citationCount === 0 ? '' : plural(citationCount, 'source'),
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

/** Makes *Go to Symbol in Workspace* find the days and headlines of all newsrooms. */
export function registerWorkspaceSymbols({ newsrooms }: Services): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      const symbols: EntrySymbol[] = [];
      for (const root of await newsrooms.roots()) {
        await newsrooms.read(root);
        const archive = token.isCancellationRequested ? undefined : newsrooms.archiveAt(root);
        if (archive) symbols.push(...workspaceSymbols(archive, query).map((symbol) => new EntrySymbol(root, symbol)));
      }
      return symbols;
    },
    async resolveWorkspaceSymbol(symbol) {
      if (!(symbol instanceof EntrySymbol)) return symbol;
      const { uri } = symbol.location;
      const position = (await vscode.workspace.openTextDocument(uri)).positionAt(symbol.from);
      symbol.location = new vscode.Location(uri, position);
      return symbol;
    },
  });
}

/** A symbol with its offset. The position is computed for the one that the writer picks. */
class EntrySymbol extends vscode.SymbolInformation {
  readonly from: number;

  constructor(root: vscode.Uri, { kind, name, container, path, from }: WorkspaceSymbol) {
    const location = new vscode.Location(vscode.Uri.joinPath(root, path), new vscode.Position(0, 0));
    super(name, kind === 'day' ? vscode.SymbolKind.File : vscode.SymbolKind.String, container, location);
    this.from = from;
  }
}
