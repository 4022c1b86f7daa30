import * as vscode from 'vscode';
import { openInternedNames } from '../../core/archive/internedNames.ts';
import { type OutletShare, type OutletShares, outletSharesOf } from '../../core/archive/outletShares.ts';
import { outletUsages, type UsageArchive } from '../../core/archive/outletUsage.ts';
import { itemAt } from '../../core/entry/items.ts';
import {
  type OutletShareContext,
  outletShareComparison,
  outletShareLabel,
  outletShareSentence,
  outletUsageText,
  usualCountText,
} from '../../core/reports/outletShareText.ts';
import { plural } from '../../core/text/plural.ts';
import { type Span, textOf } from '../../core/text/text.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { toRange } from '../editor/convert.ts';
import { debounce } from '../editor/debounce.ts';

/** The *Outlets* view: a chart of the outlets that the current entry cites, compared with what the archive usually cites. */
export function registerOutletsView({ entries, documentChanges }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let shownDocument: vscode.TextDocument | undefined;
  let shares: ShownShares | undefined;
  /** What the view shows: while somebody writes, mostly the same, and refreshing it shows a progress bar. */
  let shownRows = '';
  const expandedOutlets = new Set<string>();
  const tree: vscode.TreeDataProvider<OutletNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => childrenOf(shares, node),
    getTreeItem: (node) => toTreeItem(entries, shownDocument, shares, node),
  };
  // The view was once called Sources. It keeps its ID, because users' layouts refer to it.
  const view = vscode.window.createTreeView('daybook.sources', { treeDataProvider: tree });
  const update = () => {
    const activeDocument = vscode.window.activeTextEditor?.document;
    if (activeDocument && entries.isEntry(activeDocument)) shownDocument = activeDocument;
    else if (!vscode.window.visibleTextEditors.some(({ document }) => document === shownDocument)) {
      shownDocument = undefined;
    }
    const context = shownDocument && entries.contextOf(shownDocument);
    const usages = outletUsages(context?.archive() ?? EMPTY_ARCHIVE);
    shares = shownDocument && {
      ...outletSharesOf(entries.entryOf(shownDocument), usages),
      hasArchive: usages.all.length > 0,
    };
  };
  const refresh = () => {
    if (!view.visible) return;
    update();
    const rows = rowsOf(shownDocument, shares, expandedOutlets);
    if (rows === shownRows) return;
    shownRows = rows;
    view.description =
      shares && shares.total > 0
        ? `${plural(shares.total, 'citation')}, ${plural(shares.shares.length, 'outlet')}`
        : '';
    changed.fire();
  };
  const goToCitation = async (outletName: string, index: number): Promise<void> => {
    update();
    const span = shares?.shares.find(({ name }) => name === outletName)?.citations[index];
    if (shownDocument && span) {
      await vscode.window.showTextDocument(shownDocument, { selection: toRange(shownDocument, span) });
    }
  };
  const refreshLater = debounce(refresh, TYPING_PAUSE_MS);
  refreshLater.schedule();
  return vscode.Disposable.from(
    view,
    changed,
    refreshLater,
    vscode.commands.registerCommand(GO_TO_CITATION, goToCitation),
    view.onDidExpandElement(({ element }) => {
      if (element.kind === 'outlet') expandedOutlets.add(element.outlet.name);
    }),
    view.onDidCollapseElement(({ element }) => {
      if (element.kind === 'outlet') expandedOutlets.delete(element.outlet.name);
    }),
    entries.onDidChange(refreshLater.schedule),
    vscode.window.onDidChangeActiveTextEditor(refreshLater.schedule),
    vscode.window.onDidChangeVisibleTextEditors(refreshLater.schedule),
    documentChanges.onDidChangeText(({ document }) => {
      if (document === shownDocument) refreshLater.schedule();
    }),
    view.onDidChangeVisibility(refreshLater.schedule),
  );
}

const TYPING_PAUSE_MS = 200;

/** A command of the view's own: takes the name of an outlet, and which of its citations to go to. */
const GO_TO_CITATION = '_daybook.goToCitation';

/** Everything that the rows show; of citations, those that are unfolded. */
function rowsOf(
  document: vscode.TextDocument | undefined,
  shares: ShownShares | undefined,
  expandedOutlets: ReadonlySet<string>,
): string {
  if (!document || !shares) return '';
  const rows = shares.shares.map((outlet) => {
    const citations = expandedOutlets.has(outlet.name) ? outlet.citations : [];
    const lines = citations.map(({ from }) => document.positionAt(from).line);
    return [outletShareLabel(outlet, shares), outletShareComparison(outlet, shares), lines];
  });
  const absent = shares.absent.map(({ name, usualShare }) => [name, usualCountText(usualShare, shares.total)]);
  return JSON.stringify([document.uri.toString(), shares.total, rows, absent]);
}

/** Stands in for an archive that has not been read yet. */
const EMPTY_ARCHIVE: UsageArchive = {
  days: () => [],
  indexedEntry: () => undefined,
  names: openInternedNames(),
};

type ShownShares = OutletShares & OutletShareContext;

type AbsentOutlet = OutletShares['absent'][number];

type OutletNode =
  | { readonly kind: 'outlet'; readonly outlet: OutletShare }
  | { readonly kind: 'citation'; readonly span: Span; readonly outletName: string; readonly index: number }
  | { readonly kind: 'absentOutlets' }
  | { readonly kind: 'absentOutlet'; readonly outlet: AbsentOutlet };

function childrenOf(shares: ShownShares | undefined, node: OutletNode | undefined): OutletNode[] {
  if (!shares || shares.total === 0) return [];
  if (!node) {
    const outlets = shares.shares.map((outlet): OutletNode => ({ kind: 'outlet', outlet }));
    return shares.absent.length > 0 ? [...outlets, { kind: 'absentOutlets' }] : outlets;
  }
  if (node.kind === 'outlet') {
    const { citations, name } = node.outlet;
    return citations.map((span, index) => ({ kind: 'citation', span, outletName: name, index }));
  }
  return node.kind === 'absentOutlets' ? shares.absent.map((outlet) => ({ kind: 'absentOutlet', outlet })) : [];
}

function toTreeItem(
  entries: EntryDocuments,
  document: vscode.TextDocument | undefined,
  shares: ShownShares | undefined,
  node: OutletNode,
): vscode.TreeItem {
  if (!shares) return new vscode.TreeItem('');
  if (node.kind === 'outlet') return outletItem(node.outlet, shares);
  if (node.kind === 'citation') return citationItem(entries, document, node);
  if (node.kind === 'absentOutlet') return absentOutletItem(node.outlet, shares);
  const item = new vscode.TreeItem('Usually cited, but not here', vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'absentees';
  item.description = String(shares.absent.length);
  item.tooltip = 'Outlets that an entry with this many citations usually cites.';
  return item;
}

function outletItem(outlet: OutletShare, shares: ShownShares): vscode.TreeItem {
  const { name, usage } = outlet;
  const item = new vscode.TreeItem(outletShareLabel(outlet, shares), vscode.TreeItemCollapsibleState.Collapsed);
  const sentence = outletShareSentence(outlet, shares);
  item.id = `outlet ${name}`;
  item.description = outletShareComparison(outlet, shares);
  item.tooltip = usage ? `${sentence}\n${outletUsageText(usage)}` : sentence;
  item.accessibilityInformation = { label: sentence };
  return item;
}

/** A citation by the label and headline of its item. */
function citationItem(
  entries: EntryDocuments,
  document: vscode.TextDocument | undefined,
  { span, outletName, index }: { readonly span: Span; readonly outletName: string; readonly index: number },
): vscode.TreeItem {
  if (!document) return new vscode.TreeItem(outletName);
  const entry = entries.entryOf(document);
  const head = itemAt(entry, span.from)?.head;
  const label = head?.label ? `${textOf(entry.text, head.label)} ` : '';
  const words = head ? textOf(entry.text, head.headline?.words ?? head.content).replace(/\s+/g, ' ') : '';
  const text = `${label}${words}` || outletName;
  const item = new vscode.TreeItem(text.slice(0, MAX_ROW_CHARS));
  item.tooltip = `${text}\n${textOf(entry.text, span)}`;
  item.description = `line ${document.positionAt(span.from).line + 1}`;
  item.command = {
    title: 'Go to Citation',
    command: GO_TO_CITATION,
    arguments: [outletName, index],
  };
  return item;
}

/** A row shows no more. */
const MAX_ROW_CHARS = 120;

function absentOutletItem(
  { name, usualShare, usage }: AbsentOutlet,
  { total }: Pick<ShownShares, 'total'>,
): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.description = usualCountText(usualShare, total);
  item.iconPath = new vscode.ThemeIcon('circle-outline');
  item.tooltip = usage ? `${name}\n${outletUsageText(usage)}` : name;
  item.accessibilityInformation = { label: `${name}, not cited in this entry, ${usualCountText(usualShare, total)}` };
  return item;
}
