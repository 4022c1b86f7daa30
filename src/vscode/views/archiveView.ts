import * as vscode from 'vscode';
import { type ArchiveMonth, type ArchiveTree, type ArchiveYear, archiveTree } from '../../core/archive/archiveTree.ts';
import type { Day } from '../../core/entry/day.ts';
import { numbered } from '../../core/lint/tally.ts';
import { withWeekday } from '../commands/pickers/datePicker.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/** Shows the entries of the workspace's newsrooms by year, month and day, drafts first, and goes with the active editor. */
export function registerArchiveView(newsrooms: Newsrooms): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const tree = treeOf(newsrooms, changed.event, (isReading) => {
    view.message = isReading ? 'Reading the entries…' : '';
  });
  const view = vscode.window.createTreeView('daybook.archive', { treeDataProvider: tree, showCollapseAll: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = true;
  const follow = async () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const node = active && (await tree.nodeAt(active));
    if (node && view.visible) await view.reveal(node, { select: true, focus: false });
  };
  const refresh = async () => {
    if (!view.visible) return;
    if (isStale) {
      isStale = false;
      tree.forget();
      changed.fire();
    }
    await follow();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), PAUSE);
  };
  const renew = () => {
    isStale = true;
    later();
  };
  later();
  return vscode.Disposable.from(
    view,
    changed,
    newsrooms.onDidChange(renew),
    vscode.workspace.onDidChangeWorkspaceFolders(renew),
    vscode.window.onDidChangeActiveTextEditor(later),
    view.onDidChangeVisibility(later),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** In milliseconds. */
const PAUSE = 300;

interface Folder {
  readonly kind: 'folder';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly isOpen: boolean;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
}

interface Leaf {
  readonly kind: 'day';
  readonly root: vscode.Uri;
  readonly day: Day;
  readonly parent: Node | undefined;
}

type Node = Folder | Leaf;

interface Tree extends vscode.TreeDataProvider<Node> {
  /** Lays out everything anew when it is next asked for. */
  forget(): void;
  nodeAt(uri: vscode.Uri): Promise<Node | undefined>;
}

interface Read {
  readonly tops: readonly Node[];
  /** By their addresses. */
  readonly leaves: ReadonlyMap<string, Leaf>;
}

function treeOf(
  newsrooms: Newsrooms,
  onDidChangeTreeData: vscode.Event<void>,
  onReading: (isReading: boolean) => void,
): Tree {
  const read = async (): Promise<Read> => {
    const roots = await newsrooms.roots();
    const leaves = new Map<string, Leaf>();
    // Else an archive that takes its time would be called an empty one meanwhile.
    const isUnread = roots.some((root) => !newsrooms.archiveAt(root));
    if (isUnread) onReading(true);
    const tops = await Promise.all(
      roots.map(async (root) => {
        const { days } = await newsrooms.read(root);
        return nodesOf(root, archiveTree(days), leaves, roots.length > 1);
      }),
    );
    if (isUnread) onReading(false);
    return { tops: tops.flat(), leaves };
  };
  let known: Promise<Read> | undefined;
  const all = (): Promise<Read> => {
    known ??= read();
    return known;
  };
  return {
    onDidChangeTreeData,
    forget() {
      known = undefined;
    },
    nodeAt: async (uri) => (await all()).leaves.get(uri.toString()),
    async getChildren(node) {
      if (!node) return [...(await all()).tops];
      return node.kind === 'folder' ? [...node.children] : [];
    },
    getParent: ({ parent }) => parent,
    getTreeItem: (node) => (node.kind === 'folder' ? folderItem(node) : dayItem(newsrooms, node)),
    resolveTreeItem(item, node) {
      if (node.kind === 'day') item.tooltip = tooltipOf(newsrooms, node);
      return item;
    },
  };
}

/** The rows of one newsroom, below one of its own where there are several. Notes each entry by its address. */
function nodesOf(
  root: vscode.Uri,
  { drafts, years, undated }: ArchiveTree,
  leaves: Map<string, Leaf>,
  isOneOfMany: boolean,
): readonly Node[] {
  const key = root.toString();
  const folder = (
    parts: Pick<Folder, 'id' | 'label' | 'icon' | 'isOpen'> & { readonly count: number },
    parent: Node | undefined,
    fill: (parent: Folder) => readonly Node[],
  ): Folder => {
    const children: Node[] = [];
    const { id, count, ...rest } = parts;
    const description = numbered(count, 'entry', 'entries');
    const node: Folder = { ...rest, kind: 'folder', id: `${key} ${id}`, description, parent, children };
    children.push(...fill(node));
    return node;
  };
  const leavesOf = (days: readonly Day[], parent: Node | undefined): Leaf[] =>
    days.map((day) => {
      const leaf: Leaf = { kind: 'day', root, day, parent };
      leaves.set(vscode.Uri.joinPath(root, day.path).toString(), leaf);
      return leaf;
    });
  const yearNode = ({ year, months }: ArchiveYear, index: number, parent: Node | undefined): Folder =>
    folder({ id: year, label: year, icon: 'calendar', isOpen: index === 0, count: countOf(months) }, parent, (own) =>
      months.map((month, at) => monthNode(month, index === 0 && at === 0, own)),
    );
  const monthNode = ({ month, name, days }: ArchiveMonth, isOpen: boolean, parent: Node): Folder =>
    folder({ id: month, label: name, icon: 'calendar', isOpen, count: days.length }, parent, (own) =>
      leavesOf(days, own),
    );
  const all = (parent: Node | undefined): readonly Node[] => [
    ...aside('Drafts', 'edit', drafts, parent),
    ...years.map((year, index) => yearNode(year, index, parent)),
    ...aside('Without a date', 'question', undated, parent),
  ];
  const aside = (label: string, icon: string, days: readonly Day[], parent: Node | undefined): Folder[] =>
    days.length === 0
      ? []
      : [
          folder({ id: label, label, icon, isOpen: label === 'Drafts', count: days.length }, parent, (own) =>
            leavesOf(days, own),
          ),
        ];
  if (!isOneOfMany) return all(undefined);
  const count = drafts.length + undated.length + years.reduce((sum, { months }) => sum + countOf(months), 0);
  const label = vscode.workspace.asRelativePath(root, true);
  return [folder({ id: '', label, icon: 'book', isOpen: true, count }, undefined, all)];
}

function countOf(months: readonly ArchiveMonth[]): number {
  return months.reduce((sum, { days }) => sum + days.length, 0);
}

function folderItem({ id, label, description, icon, isOpen }: Folder): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}, ${description}` };
  return item;
}

function dayItem(newsrooms: Newsrooms, { root, day }: Leaf): vscode.TreeItem {
  const uri = vscode.Uri.joinPath(root, day.path);
  const item = new vscode.TreeItem(nameOf(newsrooms, root, day));
  const date = day.date === undefined ? '' : withWeekday(day.date);
  const count = headlinesOf(newsrooms, root, day).length;
  const headlines = numbered(count, 'headline');
  item.id = uri.toString();
  // Year and month stand above a published entry; the rows are narrow.
  const shortDate = day.draft ? date : date.replace(/ \d{4}-\d\d-0?/, ' ');
  item.description = [shortDate, headlines].filter((part) => part !== '').join(' · ');
  item.iconPath = new vscode.ThemeIcon(day.draft ? 'edit' : 'note');
  item.accessibilityInformation = {
    label: [nameOf(newsrooms, root, day), date, headlines].filter((part) => part !== '').join(', '),
  };
  item.contextValue = day.draft ? 'draft' : 'entry';
  item.command = { title: 'Open', command: 'vscode.open', arguments: [uri] };
  return item;
}

/** Undefined leaves it to the editor, which shows the row once more. */
function tooltipOf(newsrooms: Newsrooms, { root, day }: Leaf): vscode.MarkdownString | undefined {
  const headlines = headlinesOf(newsrooms, root, day);
  if (headlines.length === 0) return undefined;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText([nameOf(newsrooms, root, day), ...headlines.map((headline) => `• ${headline}`)].join('\n'));
  return tooltip;
}

function nameOf(newsrooms: Newsrooms, root: vscode.Uri, { path, number }: Day): string {
  if (number !== undefined) return `Day ${number}`;
  const title = newsrooms.archiveAt(root)?.summary(path)?.title ?? '';
  return title === '' ? path.slice(path.lastIndexOf('/') + 1) : title;
}

function headlinesOf(newsrooms: Newsrooms, root: vscode.Uri, { path }: Day): string[] {
  const items = newsrooms.archiveAt(root)?.summary(path)?.items ?? [];
  return items.map(({ headline }) => headline).filter((headline) => headline !== '');
}
