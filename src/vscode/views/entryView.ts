import * as vscode from 'vscode';
import { moveItemTo } from '../../core/compose/items/moveItemTo.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { showInfo } from '../editor/notifications.ts';
import { makeEdits } from '../editor/textEdits.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { innermost, type Node, nodesOf, toTreeItem } from './entryRows.ts';

/** Shows the items of the entry at hand, what is wrong or still to come in each, and lets them be dragged into another order. */
export function registerEntryView(entries: EntryDocuments, newsrooms: Newsrooms): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const tree = treeOf(entries, changed.event);
  const view = vscode.window.createTreeView('daybook.entry', {
    treeDataProvider: tree,
    dragAndDropController: dragAndDrop(entries, tree),
    showCollapseAll: true,
  });
  /** Shows where the cursor is, as the outline does, and leaves the focus where it is. */
  const followCursor = () => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor || editor.document !== tree.document()) return;
    const node = tree.at(editor.document.offsetAt(editor.selection.active));
    // What is no longer in the tree cannot be shown; the tree that has it is about to come.
    if (node && view.selection[0] !== node) view.reveal(node, { select: true, focus: false }).then(undefined, () => {});
  };
  const refresh = () => {
    const document = tree.follow();
    view.description = document ? nameOf(document) : '';
    changed.fire();
    followCursor();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const work = isStale ? refresh : followCursor;
      isStale = false;
      work();
    }, PAUSE);
  };
  const later = () => {
    isStale = true;
    soon();
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
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === tree.document()) soon();
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

interface Tree extends vscode.TreeDataProvider<Node> {
  /** Turns to the entry in the active editor; stays with the last one while something that is no entry is active. */
  follow(): vscode.TextDocument | undefined;
  document(): vscode.TextDocument | undefined;
  /** The innermost item at an offset, as the tree has it by now. */
  at(offset: number): Node | undefined;
}

function treeOf(entries: EntryDocuments, onDidChangeTreeData: vscode.Event<void>): Tree {
  let shown: vscode.TextDocument | undefined;
  let roots: readonly Node[] | undefined;
  const all = () => {
    roots ??= shown ? nodesOf(entries, shown) : [];
    return roots;
  };
  return {
    onDidChangeTreeData,
    follow() {
      const active = vscode.window.activeTextEditor?.document;
      if (active && entries.is(active)) shown = active;
      else if (!isVisible(shown)) shown = undefined;
      roots = undefined;
      return shown;
    },
    document: () => shown,
    at: (offset) => innermost(all(), offset),
    getChildren: (node) => [...(node?.children ?? all())],
    getParent: (node) => node.parent,
    getTreeItem: (node) => toTreeItem(shown, node),
  };
}

function isVisible(document: vscode.TextDocument | undefined): boolean {
  return document !== undefined && vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

const DRAGGED = 'application/vnd.code.tree.daybook.entry';

function dragAndDrop(entries: EntryDocuments, tree: Tree): vscode.TreeDragAndDropController<Node> {
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
      if (dragged.version !== document.version)
        return showInfo('The entry has changed meanwhile. Drag the item once more.');
      await moveTo(entries, document, dragged.at, target.item.line.from);
    },
  };
}

/** In one step that one undo takes back, the cursor on the item that was moved. */
async function moveTo(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  at: number,
  target: number,
): Promise<void> {
  const outcome = moveItemTo(entries.entry(document), at, target);
  if (!outcome.ok) return showInfo(outcome.message);
  if (outcome.edits.length === 0) return;
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  if (!(await makeEdits(editor, outcome.edits)))
    return showInfo('The entry could not be changed; it may be read-only.');
  const caret = document.positionAt(outcome.selections[0]?.active ?? 0);
  editor.selection = new vscode.Selection(caret, caret);
  editor.revealRange(editor.selection);
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
