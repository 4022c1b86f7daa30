import * as vscode from 'vscode';
import { moveItemTo } from '../../core/compose/moveItemTo.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { type OutlineNode, outline } from '../../core/outline.ts';
import { toRange } from '../convert.ts';
import { makeEdits } from '../edits.ts';
import type { Entries } from '../entries.ts';
import type { Newsrooms } from '../newsrooms.ts';
import { say } from '../say.ts';

/** Shows the items of the entry at hand, what is wrong or still to come in each, and lets them be dragged into another order. */
export function registerEntryView(entries: Entries, newsrooms: Newsrooms): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const tree = treeOf(entries, changed.event);
  const view = vscode.window.createTreeView('daybook.entry', {
    treeDataProvider: tree,
    dragAndDropController: dragAndDrop(entries, tree),
    showCollapseAll: true,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    const document = tree.follow();
    view.description = document ? nameOf(document) : '';
    changed.fire();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  };
  refresh();
  void tellOfNewsrooms(newsrooms);
  return vscode.Disposable.from(
    view,
    changed,
    entries.onDidChange(later),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void tellOfNewsrooms(newsrooms)),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidCloseTextDocument(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === tree.document()) later();
    }),
    view.onDidChangeVisibility(later),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** Keeps the context key `daybook.hasNewsroom`, so that the view is there where there are entries, and nowhere else. */
async function tellOfNewsrooms(newsrooms: Newsrooms): Promise<void> {
  const roots = await newsrooms.roots();
  await vscode.commands.executeCommand('setContext', 'daybook.hasNewsroom', roots.length > 0);
}

/** In milliseconds: so long a writer rests before the view follows. */
const PAUSE = 150;

/** An item as the view shows it. Its problems are its own, not those of the items in it. */
interface Node {
  readonly item: OutlineNode;
  readonly problems: readonly Problem[];
  readonly children: readonly Node[];
  readonly parent: Node | undefined;
}

interface Tree extends vscode.TreeDataProvider<Node> {
  /** Turns to the entry in the active editor; stays with the last one while something that is no entry is active. */
  follow(): vscode.TextDocument | undefined;
  document(): vscode.TextDocument | undefined;
}

function treeOf(entries: Entries, onDidChangeTreeData: vscode.Event<void>): Tree {
  let shown: vscode.TextDocument | undefined;
  return {
    onDidChangeTreeData,
    follow() {
      const active = vscode.window.activeTextEditor?.document;
      if (active && entries.is(active)) shown = active;
      else if (!isVisible(shown)) shown = undefined;
      return shown;
    },
    document: () => shown,
    getChildren(node) {
      if (node) return [...node.children];
      return shown ? nodesOf(entries, shown) : [];
    },
    getParent: (node) => node.parent,
    getTreeItem: (node) => toTreeItem(shown, node),
  };
}

function isVisible(document: vscode.TextDocument | undefined): boolean {
  return document !== undefined && vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

function nodesOf(entries: Entries, document: vscode.TextDocument): Node[] {
  const problems = entries.problems(document);
  const toNode = (item: OutlineNode, parent: Node | undefined): Node => {
    const isOwn = ({ from }: Problem) => item.from <= from && from <= item.to;
    const isInner = ({ from }: Problem) => item.children.some((child) => child.from <= from && from <= child.to);
    const children: Node[] = [];
    const node = { item, problems: problems.filter((one) => isOwn(one) && !isInner(one)), children, parent };
    for (const child of item.children) children.push(toNode(child, node));
    return node;
  };
  return outline(entries.entry(document)).map((item) => toNode(item, undefined));
}

function toTreeItem(document: vscode.TextDocument | undefined, { item, problems, children }: Node): vscode.TreeItem {
  const { label, headline, sources, kind } = item;
  const name = `${label} ${headline}`.trim() || '…';
  const shown = new vscode.TreeItem(
    name,
    children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  const sourced = sources === 0 ? '' : `${sources} ${sources === 1 ? 'source' : 'sources'}`;
  const toCome = problems.filter(({ rule }) => rule === 'placeholder').length;
  shown.description = [toCome > 0 ? 'TK' : '', sourced].filter((part) => part !== '').join(' · ');
  shown.iconPath = iconOf(kind, problems);
  shown.tooltip = [name, ...problems.map(({ message }) => `• ${message}`)].join('\n');
  const said = problems.length === 0 ? '' : `, ${problems.map(({ message }) => message).join(' ')}`;
  shown.accessibilityInformation = { label: `${name}${sourced && `, ${sourced}`}${said}` };
  shown.contextValue = kind === 'heading' ? 'heading' : 'item';
  if (document) {
    const { start } = toRange(document, item.line);
    shown.command = {
      title: 'Go to It',
      command: 'vscode.open',
      arguments: [document.uri, { selection: new vscode.Range(start, start) }],
    };
  }
  return shown;
}

function iconOf(kind: OutlineNode['kind'], problems: readonly Problem[]): vscode.ThemeIcon {
  const has = (severity: Problem['severity']) => problems.some((problem) => problem.severity === severity);
  if (has('error')) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (has('warning')) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (problems.some(({ rule }) => rule === 'placeholder')) return new vscode.ThemeIcon('circle-large-outline');
  return new vscode.ThemeIcon(ICONS[kind]);
}

const ICONS: Readonly<Record<OutlineNode['kind'], string>> = {
  section: 'note',
  struck: 'discard',
  poll: 'graph',
  named: 'beaker',
  bullet: 'circle-small-filled',
  ordered: 'list-ordered',
  heading: 'symbol-text',
};

const DRAGGED = 'application/vnd.code.tree.daybook.entry';

function dragAndDrop(entries: Entries, tree: Tree): vscode.TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [DRAGGED],
    dropMimeTypes: [DRAGGED],
    handleDrag([node], transfer) {
      const document = tree.document();
      if (!node || !document) return;
      transfer.set(DRAGGED, new vscode.DataTransferItem({ at: node.item.line.from, version: document.version }));
    },
    async handleDrop(target, transfer) {
      const dragged = transfer.get(DRAGGED)?.value as { readonly at: number; readonly version: number } | undefined;
      const document = tree.document();
      if (!dragged || !document || !target) return;
      if (dragged.version !== document.version) return say('The entry has changed meanwhile. Drag the item once more.');
      await moveTo(entries, document, dragged.at, target.item.line.from);
    },
  };
}

/** In one step that one undo takes back, the cursor on the item that was moved. */
async function moveTo(entries: Entries, document: vscode.TextDocument, at: number, target: number): Promise<void> {
  const outcome = moveItemTo(entries.entry(document), at, target);
  if (!outcome.ok) return say(outcome.message);
  if (outcome.edits.length === 0) return;
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  if (!(await makeEdits(editor, outcome.edits))) return say('The entry could not be changed; it may be read-only.');
  const caret = document.positionAt(outcome.selections[0]?.active ?? 0);
  editor.selection = new vscode.Selection(caret, caret);
  editor.revealRange(editor.selection);
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
