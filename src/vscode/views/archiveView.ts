import * as vscode from 'vscode';
import { archiveTree } from '../../core/archive/archiveTree.ts';
import type { Services } from '../documents/services.ts';
import { debounce } from '../editor/debounce.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { type ArchiveNode, archiveNodesOf, type DayNode, dayItem, dayTooltip, folderItem } from './archiveRows.ts';

/** The *Archive* view: entries by newsroom, year, month and day, drafts first. Reveals the entry in the active editor. */
export function registerArchiveView({ newsrooms }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
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
      tree.invalidate();
      changed.fire();
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
  /** Makes the tree read all newsrooms again when it is next needed. */
  invalidate(): void;
  nodeAt(uri: vscode.Uri): Promise<ArchiveNode | undefined>;
}

interface TreeContent {
  readonly topNodes: readonly ArchiveNode[];
  /** By the URIs of their files. */
  readonly dayNodes: ReadonlyMap<string, DayNode>;
}

function createTree(
  newsrooms: Newsrooms,
  onDidChangeTreeData: vscode.Event<void>,
  onReading: (isReading: boolean) => void,
): ArchiveTreeProvider {
  const read = async (): Promise<TreeContent> => {
    const roots = await newsrooms.roots();
    const dayNodes = new Map<string, DayNode>();
    // Without a message, the view would look empty while a large archive is read.
    const isUnread = roots.some((root) => !newsrooms.archiveAt(root));
    if (isUnread) onReading(true);
    const topNodes = await Promise.all(
      roots.map(async (root) => {
        const { days } = await newsrooms.read(root);
        return archiveNodesOf(root, archiveTree(days), dayNodes, roots.length > 1);
      }),
    );
    if (isUnread) onReading(false);
    return { topNodes: topNodes.flat(), dayNodes };
  };
  let cache: Promise<TreeContent> | undefined;
  const content = (): Promise<TreeContent> => {
    cache ??= read();
    return cache;
  };
  return {
    onDidChangeTreeData,
    invalidate() {
      cache = undefined;
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
