import * as vscode from 'vscode';
import type { Entry } from '../../core/entry/entry.ts';
import { type Completion, MOST } from '../../core/languageFeatures/completion.ts';
import { completionsAt } from '../../core/languageFeatures/completions.ts';
import { knownAround, type Rooms } from '../documents/entryContext.ts';
import { type Places, placesIn, toRange } from '../editor/convert.ts';

/** The entry and where the cursor stood in it when something was asked for. */
interface Place {
  readonly entry: Entry;
  readonly caret: number;
}

/** Offers outlets, labels and earlier days where they can stand. */
export async function provideCompletions(
  rooms: Rooms,
  document: vscode.TextDocument,
  { entry, caret }: Place,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionList | undefined> {
  const known = knownAround(rooms, document);
  if (!known) return undefined;
  const site = (await rooms.newsrooms.siteUrl(known.root)) ?? '';
  if (token.isCancellationRequested) return undefined;
  const found = completionsAt(entry, caret, { ...known, uses: known.uses(), site });
  const places = placesIn(entry.text);
  const items = found.map((completion, index) => itemOf(places, completion, index));
  return new vscode.CompletionList(items, items.length >= MOST);
}

function itemOf(places: Places, completion: Completion, index: number): vscode.CompletionItem {
  const { kind, label, detail, span, text, caret, filter } = completion;
  const item = new vscode.CompletionItem({ label, description: detail }, KINDS[kind]);
  item.range = toRange(places, span);
  item.sortText = `${index}`.padStart(5, '0');
  item.filterText = filter ?? label;
  item.insertText =
    caret === undefined
      ? text
      : new vscode.SnippetString().appendText(text.slice(0, caret)).appendTabstop(0).appendText(text.slice(caret));
  return item;
}

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  outlet: vscode.CompletionItemKind.Reference,
  label: vscode.CompletionItemKind.Keyword,
  day: vscode.CompletionItemKind.File,
  item: vscode.CompletionItemKind.Text,
};
