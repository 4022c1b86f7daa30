import * as vscode from 'vscode';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { settingsFor } from '../newsrooms/settings.ts';

/** `text.citations.daybook`, by which a writer can prefer citations, or plain text, in `editor.pasteAs.preferences`. */
export const PASTE_KIND = vscode.DocumentDropOrPasteEditKind.Text.append('citations', 'daybook');

/**
 * Offers outlets, labels, earlier days, and keys and values in the front matter; tells of citations, labels and keys; makes citations of
 * addresses that are pasted or dropped, with plain text on offer beside them. All of it is loaded when it is first asked for.
 */
export function registerAssistance(entries: EntryDocuments, newsrooms: Newsrooms): vscode.Disposable {
  const asked = lazyChunk(() => import('../onDemand.ts'));
  const rooms = { entries, newsrooms };
  /** Undefined where the writer has typed on until it was loaded: a place in the document is another's by then. */
  const askedAbout = async (document: vscode.TextDocument) => {
    const { version } = document;
    const loaded = await asked();
    return document.version === version ? loaded : undefined;
  };
  const isInFrontMatter = (document: vscode.TextDocument, position: vscode.Position) => {
    const { frontMatter } = entries.entry(document);
    return frontMatter !== undefined && document.offsetAt(position) <= frontMatter.to;
  };
  const completions: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      if (!entries.is(document)) return undefined;
      // As they are now: the writer types on, and the editor narrows what it is offered.
      const place = { entry: entries.entry(document), caret: document.offsetAt(position) };
      return (await asked()).provideCompletions(rooms, document, place, token);
    },
  };
  const frontMatterCompletions: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      if (!entries.is(document) || !isInFrontMatter(document, position)) return undefined;
      return (await askedAbout(document))?.frontMatterCompletions(rooms, document, position);
    },
  };
  const hovers: vscode.HoverProvider = {
    async provideHover(document, position) {
      if (!entries.is(document)) return undefined;
      const loaded = await askedAbout(document);
      return loaded?.hoverOver(rooms, document, position) ?? loaded?.frontMatterHover(rooms, document, position);
    },
  };
  const pasting: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, data, { triggerKind, only }, token) {
      const [range, ...others] = ranges;
      const isAsked = triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
      const isWanted = isAsked || settingsFor(document.uri).pasteEnabled;
      if (!range || others.length > 0 || !isWanted || !entries.is(document)) return undefined;
      if (only?.intersects(PASTE_KIND) === false) return undefined;
      const edit = await (await askedAbout(document))?.pasteEdit(entries, document, range, data, token);
      return edit && [edit];
    },
  };
  const dropping: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, data, token) {
      if (!settingsFor(document.uri).pasteEnabled || !entries.is(document)) return undefined;
      return (await askedAbout(document))?.dropEdit(entries, document, position, data, token);
    },
  };
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(MARKDOWN, completions, '[', '('),
    languages.registerCompletionItemProvider(MARKDOWN, frontMatterCompletions, ':', ' ', '-', '['),
    languages.registerHoverProvider(MARKDOWN, hovers),
    languages.registerDocumentPasteEditProvider(MARKDOWN, pasting, {
      providedPasteEditKinds: [PASTE_KIND],
      pasteMimeTypes: MIME_TYPES,
    }),
    languages.registerDocumentDropEditProvider(MARKDOWN, dropping, {
      providedDropEditKinds: [PASTE_KIND],
      dropMimeTypes: MIME_TYPES,
    }),
  );
}

const MARKDOWN: vscode.DocumentFilter = { language: 'markdown' };

const MIME_TYPES = ['text/plain', 'text/html', 'text/uri-list'];
