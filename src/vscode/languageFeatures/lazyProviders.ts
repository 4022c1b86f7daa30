import * as vscode from 'vscode';
import type { Services } from '../documents/services.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import { IMAGE_KIND, PASTE_KIND } from './pasteKind.ts';

/** Registers completions, hovers, and what becomes of pasted or dropped addresses and images. Their code is loaded when it is first needed. */
export function registerLazyProviders(services: Services): vscode.Disposable {
  const { entries } = services;
  const loadOnDemand = lazyChunk(() => import('../onDemand.ts'));
  /** Undefined if the document changed while loading: a position in it is outdated then. */
  const loadUnlessChanged = async (document: vscode.TextDocument) => {
    const { version } = document;
    const chunk = await loadOnDemand();
    return document.version === version ? chunk : undefined;
  };
  const isInFrontMatter = (document: vscode.TextDocument, position: vscode.Position) => {
    const { frontMatter } = entries.entryOf(document);
    return frontMatter !== undefined && document.offsetAt(position) <= frontMatter.to;
  };
  const completions: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token, { triggerCharacter }) {
      if (!entries.isEntry(document)) return undefined;
      if (triggerCharacter === '-' && !endsWithSnippetPrefix(document, position)) return undefined;
      // Captured before loading: the editor filters completions by what is typed in the meantime.
      const isByPrefix = triggerCharacter === '-';
      const request = { entry: entries.entryOf(document), caret: document.offsetAt(position), isByPrefix };
      return (await loadOnDemand()).provideCompletions(services, document, request, token);
    },
  };
  const frontMatterCompletions: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      if (!entries.isEntry(document) || !isInFrontMatter(document, position)) return undefined;
      return (await loadUnlessChanged(document))?.provideFrontMatterCompletions(services, document, position);
    },
  };
  const hovers: vscode.HoverProvider = {
    async provideHover(document, position) {
      if (!entries.isEntry(document)) return undefined;
      const chunk = await loadUnlessChanged(document);
      return (
        chunk?.provideHover(services, document, position) ??
        chunk?.provideFrontMatterHover(services, document, position)
      );
    },
  };
  const paste: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, data, { triggerKind, only }, token) {
      const [range, ...furtherRanges] = ranges;
      const isPasteAs = triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
      const isEnabled = isPasteAs || settingsFor(document.uri).pasteEnabled;
      if (!range || furtherRanges.length > 0 || !isEnabled || !entries.isEntry(document)) return undefined;
      if (only && !only.intersects(PASTE_KIND) && !only.intersects(IMAGE_KIND)) return undefined;
      const chunk = await loadUnlessChanged(document);
      const edit = await chunk?.providePasteEdit(services, document, range, data, isPasteAs, token);
      return edit && [edit];
    },
  };
  const drop: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, data, token) {
      if (!settingsFor(document.uri).pasteEnabled || !entries.isEntry(document)) return undefined;
      return (await loadUnlessChanged(document))?.provideDropEdit(services, document, position, data, token);
    },
  };
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(MARKDOWN, completions, '[', '(', '-'),
    languages.registerCompletionItemProvider(MARKDOWN, frontMatterCompletions, ':', ' ', '-', '['),
    languages.registerHoverProvider(MARKDOWN, hovers),
    languages.registerDocumentPasteEditProvider(MARKDOWN, paste, {
      providedPasteEditKinds: [PASTE_KIND, IMAGE_KIND],
      pasteMimeTypes: MIME_TYPES,
    }),
    languages.registerDocumentDropEditProvider(MARKDOWN, drop, {
      providedDropEditKinds: [PASTE_KIND, IMAGE_KIND],
      dropMimeTypes: MIME_TYPES,
    }),
  );
}

/** Whether the text before the cursor ends as `db-` or `db-cite-`: the snippets are offered then, though typing offers nothing else. */
function endsWithSnippetPrefix(document: vscode.TextDocument, position: vscode.Position): boolean {
  const before = document.lineAt(position).text.slice(0, position.character);
  return /(?:^|[^\p{L}\d_-])db-[a-z\d-]*$/u.test(before);
}

const MARKDOWN: vscode.DocumentFilter = { language: 'markdown' };

const MIME_TYPES = ['text/plain', 'text/html', 'text/uri-list', 'image/*'];
