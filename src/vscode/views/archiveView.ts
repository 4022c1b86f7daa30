import * as vscode from 'vscode';
import { archiveTree } from '../../core/archive/archiveTree.ts';
import type { Services } from '../documents/services.ts';
import { debounce } from '../editor/debounce.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { rootNames } from '../newsrooms/rootNames.ts';
import { type ArchiveNode, archiveNodesOf, type DayNode, dayItem, dayTooltip, folderItem } from './archiveRows.ts';

/** The *Archive* view: entries by newsroom, year, month and day, drafts first. Reveals the entry in the active editor. */
export function registerArchiveView({ newsrooms }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<ArchiveNode[] | undefined>();
  const tree = createTree(newsrooms, changed.event, (isReading) => {
    view.message = isReading ? 'Reading entries…' : '';
  });
  const view = vscode.window.createTreeView('daybook.archive', { treeDataProvider: tree, showCollapseAll: true });
  let isStale = true;
  const revealActiveEntry = async () => {
    const activeUri = vscode.window.activeTextEditor?.document.uri;
    const node = activeUri && (await tree.nodeAt(activeUri));
    if (node && view.visible) await view.reveal(node, { select: true, focus: false });
  };
  const refresh = async () => {
    if (!view.visible) return;
    if (isStale) {
      isStale = false;
      const changedNodes = await tree.update();
      if (changedNodes === undefined || changedNodes.length > 0) changed.fire(changedNodes);
    }
    await revealActiveEntry();
  };
  const refreshLater = debounce(() => void refresh(), REFRESH_DELAY_MS);
  const markStale = () => {
    isStale = true;
    refreshLater.schedule();
  };
  refreshLater.schedule();
  return vscode.Disposable.from(
    view,
    changed,
    refreshLater,
    newsrooms.onDidChange(markStale),
    vscode.workspace.onDidChangeWorkspaceFolders(markStale),
    vscode.window.onDidChangeActiveTextEditor(refreshLater.schedule),
    view.onDidChangeVisibility(refreshLater.schedule),
  );
}

const REFRESH_DELAY_MS = 300;

interface ArchiveTreeProvider extends vscode.TreeDataProvider<ArchiveNode> {
  /**
   * Reads all newsrooms again. Returns the nodes whose rows may have changed; undefined if the whole tree has. While somebody writes, that is
   * the entry itself, and refreshing the whole view shows a progress bar.
   */
  update(): Promise<ArchiveNode[] | undefined>;
  nodeAt(uri: vscode.Uri): Promise<ArchiveNode | undefined>;
}

interface TreeContent {
  readonly topNodes: readonly ArchiveNode[];
  /** By the URIs of their files. */
  readonly dayNodes: ReadonlyMap<string, DayNode>;
  /** By the same keys: the indexed content of each entry, another object if it changed. */
  readonly summaries: ReadonlyMap<string, unknown>;
}

function createTree(
  newsrooms: Newsrooms,
  onDidChangeTreeData: vscode.Event<ArchiveNode[] | undefined>,
  onReading: (isReading: boolean) => void,
): ArchiveTreeProvider {
  const read = async (): Promise<TreeContent> => {
    const roots = await newsrooms.roots();
    const dayNodes = new Map<string, DayNode>();
    // Without a message, the view would look empty while a large archive is read.
    const isUnread = roots.some((root) => !newsrooms.archiveAt(root));
    if (isUnread) onReading(true);
    const names = roots.length > 1 ? rootNames(roots) : [];
    const topNodes = await Promise.all(
      roots.map(async (root, index) => {
        const { days } = await newsrooms.read(root);
        return archiveNodesOf(root, archiveTree(days), dayNodes, names[index]);
      }),
    );
    if (isUnread) onReading(false);
    const summaries = new Map<string, unknown>();
    for (const [key, { root, day }] of dayNodes) {
      summaries.set(key, newsrooms.archiveAt(root)?.indexedEntry(day.path)?.encoded);
    }
    return { topNodes: topNodes.flat(), dayNodes, summaries };
  };
  let cache: Promise<TreeContent> | undefined;
  const content = (): Promise<TreeContent> => {
    cache ??= read();
    return cache;
  };
  return {
    onDidChangeTreeData,
    async update() {
      const shown = await cache;
      const current = await read();
      const changedNodes = shown && changedNodesOf(shown, current);
      // The editor knows the nodes that are shown.
      cache = Promise.resolve(changedNodes && shown ? { ...shown, summaries: current.summaries } : current);
      return changedNodes;
    },
    nodeAt: async (uri) => (await content()).dayNodes.get(uri.toString()),
    async getChildren(node) {
      if (!node) return [...(await content()).topNodes];
      return node.kind === 'folder' ? [...node.children] : [];
    },
    getParent: ({ parent }) => parent,
    getTreeItem: (node) => (node.kind === 'folder' ? folderItem(node) : dayItem(newsrooms, node)),
    resolveTreeItem(item, node) {
      if (node.kind === 'day') item.tooltip = dayTooltip(newsrooms, node);
      return item;
    },
  };
}

/** The nodes of entries whose content changed; undefined if there are other entries, or one belongs elsewhere. */
function changedNodesOf(shown: TreeContent, current: TreeContent): ArchiveNode[] | undefined {
  if (shown.dayNodes.size !== current.dayNodes.size || shown.topNodes.length !== current.topNodes.length)
    return undefined;
  const changedNodes: ArchiveNode[] = [];
  for (const [key, node] of current.dayNodes) {
    const shownNode = shown.dayNodes.get(key);
    if (!shownNode || placeOf(shownNode) !== placeOf(node)) return undefined;
    if (shown.summaries.get(key) !== current.summaries.get(key)) changedNodes.push(shownNode);
  }
  return changedNodes;
}

/** What decides where an entry is in the tree, and how it is named. */
function placeOf({ day: { number, date, draft } }: DayNode): string {
  return `${number} ${date} ${draft}`;
}
