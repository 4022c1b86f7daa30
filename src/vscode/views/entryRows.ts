import * as vscode from 'vscode';
import { type OutlineNode, outline } from '../../core/languageFeatures/outline.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { plural } from '../../core/text/plural.ts';
import type { Services } from '../documents/services.ts';

/** A row of the *Entry* view: an item with its own problems, without those of the items inside it. */
export interface ItemNode {
  /** Stays the same while the node does: by its label alone, the editor would take a row whose words change for another one. */
  readonly id: string;
  readonly uri: vscode.Uri;
  /** The start of the item's first line, for commands in the menu of the row. */
  offset: number;
  /** As of the last keystroke: the editor knows the node itself, which stays the same while the items do. */
  item: OutlineNode;
  problems: readonly Problem[];
  readonly children: readonly ItemNode[];
  readonly parent: ItemNode | undefined;
}

/** The items of an entry as a tree, with their problems. */
export function itemNodesOf(
  { entries, shownProblems }: Pick<Services, 'entries' | 'shownProblems'>,
  document: vscode.TextDocument,
): ItemNode[] {
  const problems = shownProblems.of(document);
  const ids = new Map<string, number>();
  const idOf = ({ label, headline }: OutlineNode, parent: ItemNode | undefined): string => {
    const id = `${parent?.id ?? document.uri.toString()}/${label} ${headline}`;
    const count = ids.get(id) ?? 0;
    ids.set(id, count + 1);
    return count === 0 ? id : `${id} ${count}`;
  };
  const toNode = (item: OutlineNode, parent: ItemNode | undefined): ItemNode => {
    const isInside = ({ from }: Problem, { from: start, to: end }: OutlineNode) => start <= from && from <= end;
    const ownProblems = problems.filter(
      (problem) => isInside(problem, item) && !item.children.some((child) => isInside(problem, child)),
    );
    const children: ItemNode[] = [];
    const node = {
      id: idOf(item, parent),
      uri: document.uri,
      offset: item.line.from,
      item,
      problems: ownProblems,
      children,
      parent,
    };
    for (const child of item.children) children.push(toNode(child, node));
    return node;
  };
  return outline(entries.entryOf(document)).map((item) => toNode(item, undefined));
}

/**
 * Brings shown nodes up to date with those of the new text, and returns the ones whose rows look different; undefined if the tree has another
 * shape. While somebody writes, nearly nothing does, and refreshing a view shows a progress bar.
 */
export function updateNodes(shown: readonly ItemNode[], current: readonly ItemNode[]): ItemNode[] | undefined {
  if (!hasSameShape(shown, current)) return undefined;
  const changed: ItemNode[] = [];
  for (const [index, node] of shown.entries()) {
    const { item, problems, children } = current[index] ?? node;
    const before = rowOf(node);
    node.item = item;
    node.offset = item.line.from;
    node.problems = problems;
    if (rowOf(node) !== before) changed.push(node);
    changed.push(...(updateNodes(node.children, children) ?? []));
  }
  return changed;
}

function hasSameShape(shown: readonly ItemNode[], current: readonly ItemNode[]): boolean {
  return (
    shown.length === current.length &&
    shown.every(({ item, children }, index) => {
      const other = current[index];
      return other && item.kind === other.item.kind && hasSameShape(children, other.children);
    })
  );
}

/** Everything that a row shows. */
function rowOf({ item: { kind, label, headline, citationCount }, problems }: ItemNode): string {
  const messages = problems.map(({ rule, severity, message }) => [rule, severity, message]);
  return JSON.stringify([kind, label, headline, citationCount, messages]);
}

/** The innermost item at an offset. */
export function innermostNodeAt(nodes: readonly ItemNode[], offset: number): ItemNode | undefined {
  const node = nodes.findLast(({ item }) => item.from <= offset && offset <= item.to);
  return node && (innermostNodeAt(node.children, offset) ?? node);
}

export function toTreeItem(node: ItemNode): vscode.TreeItem {
  const { item, problems, children } = node;
  const { label, headline, citationCount, kind } = item;
  const name = `${label} ${headline}`.trim() || '…';
  const treeItem = new vscode.TreeItem(
    name,
    children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  treeItem.id = node.id;
  const sources = citationCount === 0 ? '' : plural(citationCount, 'source');
  const hasPlaceholder = problems.some(isPlaceholder);
  treeItem.description = [hasPlaceholder ? 'TK' : '', sources].filter((part) => part !== '').join(' · ');
  treeItem.iconPath = iconOf(kind, problems);
  treeItem.tooltip = [name, ...problems.map(({ message }) => `• ${message}`)].join('\n');
  const messages = problems.map(({ message }) => message).join(' ');
  treeItem.accessibilityInformation = { label: [name, sources, messages].filter((part) => part !== '').join(', ') };
  treeItem.contextValue = kind === 'heading' ? 'heading' : `item.${kind}`;
  // Where the item is when the row is clicked.
  treeItem.command = { title: 'Go to Item', command: GO_TO_ITEM, arguments: [node] };
  return treeItem;
}

/** A command of the view's own, which goes to the item of a node. */
export const GO_TO_ITEM = '_daybook.goToItem';

function iconOf(kind: OutlineNode['kind'], problems: readonly Problem[]): vscode.ThemeIcon {
  const has = (severity: Problem['severity']) => problems.some((problem) => problem.severity === severity);
  if (has('error')) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (has('warning')) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (problems.some(isPlaceholder)) return new vscode.ThemeIcon('circle-large-outline');
  return new vscode.ThemeIcon(ICONS[kind]);
}

function isPlaceholder({ rule }: Problem): boolean {
  return rule === 'placeholder';
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
