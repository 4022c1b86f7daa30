import * as vscode from 'vscode';
import {
  type DescriptionSuggestion,
  descriptionEdit,
  descriptionSuggestions,
} from '../../core/compose/frontMatter/descriptionSuggestions.ts';
import { escapeIcons } from '../../core/text/escapeMarkup.ts';
import { plural } from '../../core/text/plural.ts';
import { activeEntry, isFrontMatterRefused } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { toRange } from '../editor/convert.ts';
import { showEntryChanged, showInfo } from '../editor/notifications.ts';
import { changeOrShow } from './generatedText.ts';

/** *Choose Description…*: lets the writer pick a quote of the entry as its description. The active quote is selected in the text. */
export async function chooseDescription({ entries }: Services, uri: unknown): Promise<void> {
  const document = await activeEntry(entries, uri);
  if (!document || isFrontMatterRefused(entries.entryOf(document))) return;
  const { version } = document;
  const suggestions = descriptionSuggestions(entries.entryOf(document));
  if (suggestions.length === 0) return showInfo('This entry has no quotes yet.');
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  const selectionBefore = editor.selection;
  const suggestion = await pickSuggestion(editor, suggestions);
  editor.selection = selectionBefore;
  if (!suggestion) return editor.revealRange(selectionBefore);
  if (document.version !== version) return showEntryChanged('Choose the description again.');
  const edits = [descriptionEdit(entries.entryOf(document), suggestion)];
  await changeOrShow(document, edits, 'This is already the description.');
}

async function pickSuggestion(
  editor: vscode.TextEditor,
  suggestions: readonly DescriptionSuggestion[],
): Promise<DescriptionSuggestion | undefined> {
  const { document } = editor;
  const items = suggestions.map((suggestion) => {
    const wordCount = suggestion.text.split(/\s+/).length;
    const line = document.positionAt(suggestion.from).line + 1;
    return {
      label: escapeIcons(suggestion.text),
      description: `line ${line} · ${plural(wordCount, 'word')}`,
      suggestion,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Choose Description',
    placeHolder: 'Pick a quote, the likeliest come first; type to filter',
    onDidSelectItem(selected) {
      const item = items.find((candidate) => candidate === selected);
      if (!item) return;
      const range = toRange(document, item.suggestion);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  });
  return picked?.suggestion;
}
