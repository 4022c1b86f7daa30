import * as vscode from 'vscode';
import { outletUsages } from '../../core/archive/outletUsage.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { type Completion, MAX_COMPLETIONS } from '../../core/languageFeatures/completion.ts';
import { completionsAt } from '../../core/languageFeatures/completions.ts';
import { addressPrefix } from '../../core/newsroom/siteConfig.ts';
import { escapeIcons } from '../../core/text/escapeMarkup.ts';
import type { Services } from '../documents/services.ts';
import { positionsIn, type TextPositions, toRange, toSnippet } from '../editor/convert.ts';

/** The entry and the offset of the cursor at the time of the request. */
interface CompletionRequest {
  readonly entry: Entry;
  readonly caret: number;
  /** Whether the prefix of snippets, `db-`, was typed. */
  readonly isByPrefix: boolean;
}

/** Offers outlets, labels, earlier days and snippets with a number where they fit. */
export async function provideCompletions(
  { entries, newsrooms }: Services,
  document: vscode.TextDocument,
  { entry, caret, isByPrefix }: CompletionRequest,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionList | undefined> {
  const context = entries.contextOf(document);
  if (!context) return undefined;
  const { root, day, ruleContext } = context;
  const site = addressPrefix(await newsrooms.siteAddressOf(root));
  if (token.isCancellationRequested) return undefined;
  const known = context.known();
  const isPartial = !known?.isComplete;
  const completions = completionsAt(entry, caret, {
    outlets: context.outlets(),
    trackingParameters: ruleContext.trackingParameters,
    archive: known?.archive,
    isPartial,
    outletUsages: known && outletUsages(known.archive),
    ownDay: day,
    site,
    // The editor adds the contributed snippets to every list but one that a character opened.
    hasContributedSnippets: !isByPrefix,
  });
  const positions = positionsIn(entry.text);
  const items = completions.map((completion, index) => toItem(positions, completion, index));
  return new vscode.CompletionList(items, isPartial || items.length >= MAX_COMPLETIONS);
}

function toItem(positions: TextPositions, completion: Completion, index: number): vscode.CompletionItem {
  const { kind, label, detail, span, filterText } = completion;
  const item = new vscode.CompletionItem({ label: escapeIcons(label), description: detail }, KINDS[kind]);
  item.range = toRange(positions, span);
  item.sortText = `${index}`.padStart(5, '0');
  item.filterText = filterText ?? label;
  item.insertText = insertTextOf(completion);
  return item;
}

function insertTextOf({ kind, insertText, caret }: Completion): string | vscode.SnippetString {
  if (kind === 'snippet') return new vscode.SnippetString(insertText);
  return caret === undefined ? insertText : toSnippet(insertText, caret);
}

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  outlet: vscode.CompletionItemKind.Reference,
  label: vscode.CompletionItemKind.Keyword,
  day: vscode.CompletionItemKind.File,
  item: vscode.CompletionItemKind.Text,
  snippet: vscode.CompletionItemKind.Snippet,
};
