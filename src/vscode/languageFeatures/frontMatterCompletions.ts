import * as vscode from 'vscode';
import { titleSource } from '../../core/compose/days/newDayText.ts';
import { localDateTime, zonedTimestamp } from '../../core/dates/timeZone.ts';
import { nameOfNumber } from '../../core/entry/titleForm.ts';
import { parseFileNameByPattern } from '../../core/files/fileNamePattern.ts';
import { fileNameOf } from '../../core/files/paths.ts';
import {
  type FrontMatterCompletion,
  type FrontMatterSuggestions,
  frontMatterCompletionsAt,
} from '../../core/languageFeatures/frontMatterCompletions.ts';
import { keyDocumentationAt } from '../../core/languageFeatures/keyDocumentation.ts';
import { writtenDate } from '../../core/newsroom/conventions.ts';
import { escapeIcons } from '../../core/text/escapeMarkup.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import type { Services } from '../documents/services.ts';
import { toRange, toSnippet } from '../editor/convert.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { factHover } from './factHover.ts';
import { imagesFor } from './imageFolders.ts';

/** Offers keys and values in the front matter. */
export async function provideFrontMatterCompletions(
  { entries, newsrooms }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[] | undefined> {
  const context = entries.contextOf(document);
  if (!context) return undefined;
  const offset = document.offsetAt(position);
  const { version } = document;
  const suggestions = await suggestionsFor(newsrooms, context);
  if (document.version !== version) return undefined;
  const completions = frontMatterCompletionsAt(context.entry, offset, suggestions);
  return completions.map((completion, index) => toItem(document, position, completion, index));
}

async function suggestionsFor(newsrooms: Newsrooms, { root, path }: EntryContext): Promise<FrontMatterSuggestions> {
  const { newsroom, archive, isComplete } = await newsrooms.readNewest(root);
  const now = localDateTime(Date.now(), newsroom.zone());
  const conventions = newsroom.conventions();
  const { title, fileName } = conventions;
  const { number } = parseFileNameByPattern(fileNameOf(path), fileName.pattern);
  const timestamp = zonedTimestamp(now.date, now.time, newsroom.zone());
  return {
    tags: archive.tags(),
    isPartial: !isComplete,
    now: timestamp && writtenDate(timestamp, conventions),
    title: number === undefined || !title ? undefined : titleSource(nameOfNumber(number, title), title),
    images: await imagesFor(root, newsroom.days, number),
  };
}

function toItem(
  document: vscode.TextDocument,
  position: vscode.Position,
  { kind, label, detail, meaning, edit, caret }: FrontMatterCompletion,
  index: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: escapeIcons(label), description: detail }, KINDS[kind]);
  const range = toRange(document, edit);
  // The editor filters by the text before the cursor: filtering by an existing value would leave nothing to replace it with.
  item.range = range.contains(position) ? range : new vscode.Range(position, position);
  item.filterText = kind === 'key' || kind === 'tag' ? label : document.getText(item.range) || label;
  item.sortText = String(index).padStart(4, '0');
  item.insertText = caret !== undefined && caret < edit.text.length ? toSnippet(edit.text, caret) : edit.text;
  if (meaning !== undefined) item.documentation = new vscode.MarkdownString(meaning);
  return item;
}

const KINDS: Readonly<Record<FrontMatterCompletion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  tag: vscode.CompletionItemKind.Keyword,
  image: vscode.CompletionItemKind.File,
};

/** Explains the key under the cursor and, over a title or a date, says which of the facts that Daybook has learned it follows. */
export function provideFrontMatterHover(
  { entries }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const context = entries.contextOf(document);
  if (!context) return undefined;
  const offset = document.offsetAt(position);
  const help = keyDocumentationAt(context.entry, offset);
  const fact = factHover(context, offset);
  const span = help ?? fact;
  if (!span) return undefined;
  const texts: vscode.MarkdownString[] = [];
  if (help) {
    const text = new vscode.MarkdownString(help.meaning);
    if (help.example !== '') text.appendCodeblock(`${help.name}: ${help.example}`, 'yaml');
    texts.push(text);
  }
  if (fact) texts.push(fact.text);
  return new vscode.Hover(texts, toRange(document, span));
}
