import * as vscode from 'vscode';
import { moveItemTo } from '../../core/compose/items/moveItemTo.ts';
import { fileNameOf } from '../../core/files/paths.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { toRange } from '../editor/convert.ts';
import { debounce } from '../editor/debounce.ts';
import { showEntryChanged, showInfo, showReadOnly } from '../editor/notifications.ts';
import { makeEdits, placeCursor } from '../editor/textEdits.ts';
import { GO_TO_ITEM, type ItemNode, innermostNodeAt, itemNodesOf, toTreeItem, updateNodes } from './entryRows.ts';

/** The *Entry* view: the items of the current entry with their problems and placeholders. Items can be dragged to reorder them. */
export function registerEntryView({ entries, documentChanges, shownProblems }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<ItemNode[] | undefined>();
  const tree = createTree({ entries, shownProblems }, changed.event);
  const view = vscode.window.createTreeView('daybook.entry', {
    treeDataProvider: tree,
    dragAndDropController: dragAndDrop(entries, tree),
    showCollapseAll: true,
  });
  /** Selects the item at the cursor, as the outline does, without taking the focus. */
  const followCursor = () => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor || editor.document !== tree.document()) return;
    const node = tree.nodeAt(editor.document.offsetAt(editor.selection.active));
    // Revealing fails for an item that is no longer in the tree; a refresh is about to follow.
    if (node && view.selection[0] !== node) view.reveal(node, { select: true, focus: false }).then(undefined, () => {});
  };
  const refresh = () => {
    const changedNodes = tree.update();
    const document = tree.document();
    const description = document ? nameOf(document) : '';
    if (view.description !== description) view.description = description;
    if (changedNodes === undefined || changedNodes.length > 0) changed.fire(changedNodes);
    followCursor();
  };
  let isStale = false;
  const update = debounce(() => {
    if (!view.visible) return; // it is updated when it becomes visible
    const run = isStale ? refresh : followCursor;
    isStale = false;
    run();
  }, TYPING_PAUSE_MS);
  const markStale = () => {
    isStale = true;
    update.schedule();
  };
  markStale();
  return vscode.Disposable.from(
    view,
    changed,
    update,
    vscode.commands.registerCommand(GO_TO_ITEM, (node: ItemNode) => goToItem(tree.document(), node)),
    entries.onDidChange(markStale),
    shownProblems.onDidChange((document) => {
      if (document === tree.document()) markStale();
    }),
    vscode.window.onDidChangeActiveTextEditor(markStale),
    vscode.workspace.onDidCloseTextDocument(markStale),
    documentChanges.onDidChangeText(({ document }) => {
      if (document === tree.document()) markStale();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === tree.document()) update.schedule();
    }),
    view.onDidChangeVisibility(markStale),
  );
}

const TYPING_PAUSE_MS = 300;

interface EntryTree extends vscode.TreeDataProvider<ItemNode> {
  /**
   * Turns to the entry in the active editor, and to its current text; while something else is active, the last entry stays as long as it is
   * visible. Returns the nodes whose rows changed; undefined if the whole tree did.
   */
  update(): ItemNode[] | undefined;
  document(): vscode.TextDocument | undefined;
  /** The innermost item at an offset, as the tree shows it. */
  nodeAt(offset: number): ItemNode | undefined;
}

function createTree(
  services: Pick<Services, 'entries' | 'shownProblems'>,
  onDidChangeTreeData: vscode.Event<ItemNode[] | undefined>,
): EntryTree {
  let shownDocument: vscode.TextDocument | undefined;
  let topNodes: readonly ItemNode[] = [];
  const update = () => {
    const documentBefore = shownDocument;
    const activeDocument = vscode.window.activeTextEditor?.document;
    if (activeDocument && services.entries.isEntry(activeDocument)) shownDocument = activeDocument;
    else if (!isVisible(shownDocument)) shownDocument = undefined;
    const currentNodes = shownDocument ? itemNodesOf(services, shownDocument) : [];
    const changedNodes = shownDocument === documentBefore ? updateNodes(topNodes, currentNodes) : undefined;
    if (!changedNodes) topNodes = currentNodes;
    return changedNodes;
  };
  return {
    onDidChangeTreeData,
    update,
    document: () => shownDocument,
    nodeAt: (offset) => innermostNodeAt(topNodes, offset),
    getChildren(node) {
      if (!node && !shownDocument) update(); // the view has just become visible
      return [...(node?.children ?? topNodes)];
    },
    getParent: (node) => node.parent,
    getTreeItem: toTreeItem,
  };
}

async function goToItem(document: vscode.TextDocument | undefined, { item }: ItemNode): Promise<void> {
  if (!document) return;
  const { start } = toRange(document, item.line);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
}

function isVisible(document: vscode.TextDocument | undefined): boolean {
  return document !== undefined && vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

const MIME_TYPE = 'application/vnd.code.tree.daybook.entry';

function dragAndDrop(entries: EntryDocuments, tree: EntryTree): vscode.TreeDragAndDropController<ItemNode> {
  return {
    dragMimeTypes: [MIME_TYPE],
    dropMimeTypes: [MIME_TYPE],
    handleDrag([node], transfer) {
      const document = tree.document();
      if (!node || !document) return;
      transfer.set(MIME_TYPE, new vscode.DataTransferItem({ offset: node.item.line.from, version: document.version }));
    },
    async handleDrop(target, transfer) {
      const dragged = transfer.get(MIME_TYPE)?.value as DraggedItem | undefined;
      const document = tree.document();
      if (!dragged || !document || !target) return;
      if (dragged.version !== document.version) return showEntryChanged('Drag the item again.');
      await moveItem(entries, document, dragged.offset, target.item.line.from);
    },
  };
}

interface DraggedItem {
  readonly offset: number;
  readonly version: number;
}

/** Moves an item in one undo step, and places the cursor in it. */
async function moveItem(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  from: number,
  to: number,
): Promise<void> {
  const outcome = moveItemTo(entries.entryOf(document), from, to);
  if (!outcome.ok) return showInfo(outcome.message);
  if (outcome.edits.length === 0) return;
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  if (!(await makeEdits(editor, outcome.edits))) return showReadOnly();
  placeCursor(editor, outcome.selections[0]?.active ?? 0);
}

/** The file's name without its extension. */
function nameOf({ uri }: vscode.TextDocument): string {
  return fileNameOf(uri.path).replace(/\.\w+$/, '');
}
