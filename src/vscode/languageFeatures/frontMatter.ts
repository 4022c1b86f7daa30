import * as vscode from 'vscode';
import { zonedNow, zonedTimestamp } from '../../core/dates/timeZone.ts';
import { namedDay } from '../../core/files/fileNamePattern.ts';
import { fileNameOf } from '../../core/files/paths.ts';
import {
  type Completion,
  frontMatterCompletionsAt,
  keyHelpAt,
  type Suggested,
} from '../../core/languageFeatures/frontMatterCompletions.ts';
import type { Rooms } from '../documents/entryContext.ts';
import { toRange } from '../editor/convert.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { settingsFor } from '../newsrooms/settings.ts';
import { imagesFor } from './imageFolders.ts';

/** Offers keys and values in the front matter. */
export async function frontMatterCompletions(
  { entries, newsrooms }: Rooms,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[] | undefined> {
  const root = entries.is(document) ? newsrooms.rootOf(document.uri) : undefined;
  if (!root) return undefined;
  const offset = document.offsetAt(position);
  const { version } = document;
  const suggested = await suggestedFor(newsrooms, root, document);
  if (document.version !== version) return undefined;
  const found = frontMatterCompletionsAt(entries.entry(document), offset, suggested);
  return found.map((completion, index) => toItem(document, position, completion, index));
}

async function suggestedFor(newsrooms: Newsrooms, root: vscode.Uri, { uri }: vscode.TextDocument): Promise<Suggested> {
  const newsroom = await newsrooms.read(root);
  const now = zonedNow(Date.now(), newsroom.zone());
  const { number } = namedDay(fileNameOf(uri.path), settingsFor(uri).fileName);
  return {
    tags: newsrooms.archiveAt(root)?.tags() ?? new Map(),
    now: zonedTimestamp(now.date, now.time, newsroom.zone()),
    day: number,
    images: await imagesFor(root, newsroom.days, number),
  };
}

function toItem(
  document: vscode.TextDocument,
  position: vscode.Position,
  { kind, label, detail, meaning, edit, caret }: Completion,
  index: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label, description: detail }, KINDS[kind]);
  const range = toRange(document, edit);
  // The editor narrows by what stands before the cursor: a value that is there already is to be offered another in its place.
  item.range = range.contains(position) ? range : new vscode.Range(position, position);
  item.filterText = kind === 'key' || kind === 'tag' ? label : document.getText(item.range) || label;
  item.sortText = String(index).padStart(4, '0');
  item.insertText = edit.text;
  if (caret !== undefined && caret < edit.text.length) {
    const snippet = new vscode.SnippetString().appendText(edit.text.slice(0, caret));
    item.insertText = snippet.appendTabstop(0).appendText(edit.text.slice(caret));
  }
  if (meaning !== undefined) item.documentation = new vscode.MarkdownString(meaning);
  return item;
}

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  tag: vscode.CompletionItemKind.Keyword,
  image: vscode.CompletionItemKind.File,
};

/** Says what a key is for. */
export function frontMatterHover(
  { entries }: Rooms,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const help = keyHelpAt(entries.entry(document), document.offsetAt(position));
  if (!help) return undefined;
  const text = new vscode.MarkdownString(help.meaning);
  if (help.example !== '') text.appendCodeblock(`${help.name}: ${help.example}`, 'yaml');
  return new vscode.Hover(text, toRange(document, help));
}
