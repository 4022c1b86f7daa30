import * as vscode from 'vscode';
import { barOf, type OutletShare, type OutletShares, outletSharesOf } from '../../core/archive/outletShares.ts';
import { type OutletSource, outletUsages } from '../../core/archive/outletUsage.ts';
import { itemAt } from '../../core/entry/items.ts';
import { numbered } from '../../core/lint/tally.ts';
import { rowOf, sentenceOf, useOf, usuallyOf, type Whole } from '../../core/reports/outletShareText.ts';
import { type Span, textOf } from '../../core/text/text.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/** Shows the outlets of the entry at hand as a chart, today against what the archive usually cites. */
export function registerOutletsView(entries: EntryDocuments, newsrooms: Newsrooms): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let shown: vscode.TextDocument | undefined;
  let sources: Known | undefined;
  const tree: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => childrenOf(sources, node),
    getTreeItem: (node) => toTreeItem(entries, shown, sources, node),
  };
  const view = vscode.window.createTreeView('daybook.sources', { treeDataProvider: tree });
  const refresh = () => {
    const active = vscode.window.activeTextEditor?.document;
    if (active && entries.is(active)) shown = active;
    else if (!vscode.window.visibleTextEditors.some(({ document }) => document === shown)) shown = undefined;
    const root = shown && newsrooms.rootOf(shown.uri);
    const uses = outletUsages((root && newsrooms.archiveAt(root)) ?? NOTHING);
    sources = shown && { ...outletSharesOf(entries.entry(shown), uses), isKnown: uses.all.length > 0 };
    const has = sources && sources.total > 0;
    view.description = has
      ? `${numbered(sources?.total ?? 0, 'citation')}, ${numbered(sources?.shares.length ?? 0, 'outlet')}`
      : '';
    changed.fire();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(refresh, PAUSE);
  };
  later();
  return vscode.Disposable.from(
    view,
    changed,
    entries.onDidChange(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.window.onDidChangeVisibleTextEditors(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === shown) later();
    }),
    view.onDidChangeVisibility(later),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** In milliseconds: so long a writer rests before the view follows. */
const PAUSE = 200;

/** An archive that has not been read yet. */
const NOTHING: OutletSource = {
  days: () => [],
  kept: () => undefined,
  names: { outlets: [], tags: [], outletId: () => 0, tagId: () => 0 },
};

type Known = OutletShares & Whole;

type Node =
  | { readonly kind: 'outlet'; readonly source: OutletShare }
  | { readonly kind: 'citation'; readonly span: Span; readonly outlet: string }
  | { readonly kind: 'absentees' }
  | { readonly kind: 'absent'; readonly source: OutletShares['absent'][number] };

function childrenOf(sources: Known | undefined, node: Node | undefined): Node[] {
  if (!sources || sources.total === 0) return [];
  if (!node) {
    const outlets = sources.shares.map((source): Node => ({ kind: 'outlet', source }));
    return sources.absent.length > 0 ? [...outlets, { kind: 'absentees' }] : outlets;
  }
  if (node.kind === 'outlet') {
    return node.source.citations.map((span) => ({ kind: 'citation', span, outlet: node.source.name }));
  }
  return node.kind === 'absentees' ? sources.absent.map((source) => ({ kind: 'absent', source })) : [];
}

function toTreeItem(
  entries: EntryDocuments,
  document: vscode.TextDocument | undefined,
  sources: Known | undefined,
  node: Node,
): vscode.TreeItem {
  if (!sources) return new vscode.TreeItem('');
  if (node.kind === 'outlet') return outletItem(node.source, sources);
  if (node.kind === 'citation') return citationItem(entries, document, node);
  if (node.kind === 'absent') return absentItem(node.source, sources);
  const item = new vscode.TreeItem('Usual, but not here', vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'absentees';
  item.description = String(sources.absent.length);
  item.tooltip = 'Outlets that an entry with so many citations mostly has.';
  return item;
}

function outletItem(source: OutletShare, sources: Known): vscode.TreeItem {
  const { name, share, use } = source;
  const bar = barOf(share, sources.shares[0]?.share ?? 1);
  const item = new vscode.TreeItem(`${bar} ${name}`, vscode.TreeItemCollapsibleState.Collapsed);
  const sentence = sentenceOf(source, sources);
  item.id = `outlet ${name}`;
  item.description = rowOf(source, sources);
  item.tooltip = use ? `${sentence}\n${useOf(use)}` : sentence;
  item.accessibilityInformation = { label: sentence };
  return item;
}

function citationItem(
  entries: EntryDocuments,
  document: vscode.TextDocument | undefined,
  { span, outlet }: { readonly span: Span; readonly outlet: string },
): vscode.TreeItem {
  if (!document) return new vscode.TreeItem(outlet);
  const entry = entries.entry(document);
  const head = itemAt(entry, span.from)?.head;
  const label = head?.label ? `${textOf(entry.text, head.label)} ` : '';
  const words = head ? textOf(entry.text, head.headline?.words ?? head.story).replace(/\s+/g, ' ') : '';
  const said = `${label}${words}` || outlet;
  const item = new vscode.TreeItem(said.slice(0, LONGEST));
  item.tooltip = `${said}\n${textOf(entry.text, span)}`;
  item.description = `line ${document.positionAt(span.from).line + 1}`;
  item.command = {
    title: 'Go to It',
    command: 'vscode.open',
    arguments: [document.uri, { selection: toRange(document, span) }],
  };
  return item;
}

/** In characters; a row shows no more. */
const LONGEST = 120;

function absentItem({ name, usual, use }: OutletShares['absent'][number], { total }: Whole): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.description = usuallyOf(usual, total);
  item.iconPath = new vscode.ThemeIcon('circle-outline');
  item.tooltip = use ? `${name}\n${useOf(use)}` : name;
  item.accessibilityInformation = { label: `${name}, not cited in this entry, ${usuallyOf(usual, total)}` };
  return item;
}
