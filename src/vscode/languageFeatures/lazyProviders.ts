import * as vscode from 'vscode';
import type { Services } from '../documents/services.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import { PASTE_KIND } from './pasteKind.ts';

/** Registers completions, hovers, and citations for pasted or dropped addresses. Their code is loaded when it is first needed. */
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
    async provideCompletionItems(document, position, token) {
      if (!entries.isEntry(document)) return undefined;
      // Captured before loading: the editor filters completions by what is typed in the meantime.
      const request = { entry: entries.entryOf(document), caret: document.offsetAt(position) };
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
      if (only?.intersects(PASTE_KIND) === false) return undefined;
      const edit = await (await loadUnlessChanged(document))?.providePasteEdit(services, document, range, data, token);
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
    languages.registerCompletionItemProvider(MARKDOWN, completions, '[', '('),
    languages.registerCompletionItemProvider(MARKDOWN, frontMatterCompletions, ':', ' ', '-', '['),
    languages.registerHoverProvider(MARKDOWN, hovers),
    languages.registerDocumentPasteEditProvider(MARKDOWN, paste, {
      providedPasteEditKinds: [PASTE_KIND],
      pasteMimeTypes: MIME_TYPES,
    }),
    languages.registerDocumentDropEditProvider(MARKDOWN, drop, {
      providedDropEditKinds: [PASTE_KIND],
      dropMimeTypes: MIME_TYPES,
    }),
  );
}

const MARKDOWN: vscode.DocumentFilter = { language: 'markdown' };

const MIME_TYPES = ['text/plain', 'text/html', 'text/uri-list'];
