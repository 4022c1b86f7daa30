import * as vscode from 'vscode';
import { type OutletSource, outletUses } from '../../core/archive/outletUse.ts';
import {
  type Against,
  barOf,
  percent,
  type SourceShare,
  type Sources,
  sourcesOf,
} from '../../core/archive/sourcesShare.ts';
import { itemAt } from '../../core/items.ts';
import { numbered } from '../../core/lint/tally.ts';
import { type Span, textOf } from '../../core/text.ts';
import { toRange } from '../convert.ts';
import type { Entries } from '../entries.ts';
import type { Newsrooms } from '../newsrooms.ts';

/** Shows the outlets of the entry at hand as a chart, today against what the archive usually cites. */
export function registerSourcesView(entries: Entries, newsrooms: Newsrooms): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let shown: vscode.TextDocument | undefined;
  let sources: Sources | undefined;
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
    sources = shown && sourcesOf(entries.entry(shown), outletUses((root && newsrooms.archiveAt(root)) ?? NOTHING));
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

type Node =
  | { readonly kind: 'outlet'; readonly source: SourceShare }
  | { readonly kind: 'citation'; readonly span: Span; readonly outlet: string }
  | { readonly kind: 'absentees' }
  | { readonly kind: 'absent'; readonly source: Sources['absent'][number] };

function childrenOf(sources: Sources | undefined, node: Node | undefined): Node[] {
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
  entries: Entries,
  document: vscode.TextDocument | undefined,
  sources: Sources | undefined,
  node: Node,
): vscode.TreeItem {
  if (node.kind === 'outlet') return outletItem(node.source, sources?.shares[0]?.share ?? 1);
  if (node.kind === 'citation') return citationItem(entries, document, node);
  if (node.kind === 'absent') return absentItem(node.source);
  const item = new vscode.TreeItem('Usual, but not here', vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'absentees';
  item.description = String(sources?.absent.length ?? 0);
  item.tooltip = 'Outlets that an entry with so many citations mostly has.';
  return item;
}

function outletItem({ name, citations, share, usual, use, against }: SourceShare, most: number): vscode.TreeItem {
  const item = new vscode.TreeItem(`${barOf(share, most)} ${name}`, vscode.TreeItemCollapsibleState.Collapsed);
  const [icon, comparison] = AGAINST[against];
  const often = `${comparison}${usual > 0 ? ` ${percent(usual)}` : ''}`;
  item.id = `outlet ${name}`;
  item.description = `${citations.length} · ${percent(share)}, ${often}`;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = [
    `${name}: ${numbered(citations.length, 'citation')}, ${percent(share)} of this entry's`,
    ...(use
      ? [`${use.count.toLocaleString('en')} in the archive, the latest on ${use.last.date ?? use.last.path}`]
      : []),
  ].join('\n');
  item.accessibilityInformation = {
    label: `${name}, ${numbered(citations.length, 'citation')}, ${percent(share)}, ${often}`,
  };
  return item;
}

/** An icon for each comparison, and what is said of it before the usual share. */
const AGAINST: Readonly<Record<Against, readonly [icon: string, words: string]>> = {
  new: ['sparkle', 'for the first time'],
  more: ['arrow-up', 'usually'],
  less: ['arrow-down', 'usually'],
  alike: ['dash', 'usually'],
};

function citationItem(
  entries: Entries,
  document: vscode.TextDocument | undefined,
  { span, outlet }: { readonly span: Span; readonly outlet: string },
): vscode.TreeItem {
  if (!document) return new vscode.TreeItem(outlet);
  const entry = entries.entry(document);
  const head = itemAt(entry, span.from)?.head;
  const label = head?.label ? `${textOf(entry.text, head.label)} ` : '';
  const words = head ? textOf(entry.text, head.headline?.words ?? head.story).replace(/\s+/g, ' ') : '';
  const item = new vscode.TreeItem(`${label}${words}`.slice(0, LONGEST) || outlet);
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

function absentItem({ name, usual, use }: Sources['absent'][number]): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.description = `usually ${percent(usual)}`;
  item.iconPath = new vscode.ThemeIcon('circle-outline');
  if (use)
    item.tooltip = `${use.count.toLocaleString('en')} in the archive, the latest on ${use.last.date ?? use.last.path}`;
  item.accessibilityInformation = { label: `${name}, not cited in this entry, usually ${percent(usual)}` };
  return item;
}
