import * as vscode from 'vscode';
import { type OutlineNode, outline } from '../../core/languageFeatures/outline.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { plural } from '../../core/text/plural.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';

/** A row of the *Entry* view: an item with its own problems, without those of the items inside it. */
export interface ItemNode {
  readonly item: OutlineNode;
  readonly problems: readonly Problem[];
  readonly children: readonly ItemNode[];
  readonly parent: ItemNode | undefined;
}

/** The items of an entry as a tree, with their problems. */
export function itemNodesOf(entries: EntryDocuments, document: vscode.TextDocument): ItemNode[] {
  const problems = entries.problemsOf(document);
  const toNode = (item: OutlineNode, parent: ItemNode | undefined): ItemNode => {
    const isInside = ({ from }: Problem, { from: start, to: end }: OutlineNode) => start <= from && from <= end;
    const ownProblems = problems.filter(
      (problem) => isInside(problem, item) && !item.children.some((child) => isInside(problem, child)),
    );
    const children: ItemNode[] = [];
    const node = { item, problems: ownProblems, children, parent };
    for (const child of item.children) children.push(toNode(child, node));
    return node;
  };
  return outline(entries.entryOf(document)).map((item) => toNode(item, undefined));
}

/** The innermost item at an offset. */
export function innermostNodeAt(nodes: readonly ItemNode[], offset: number): ItemNode | undefined {
  const node = nodes.findLast(({ item }) => item.from <= offset && offset <= item.to);
  return node && (innermostNodeAt(node.children, offset) ?? node);
}

export function toTreeItem(
  document: vscode.TextDocument | undefined,
  { item, problems, children }: ItemNode,
): vscode.TreeItem {
  const { label, headline, citationCount, kind } = item;
  const name = `${label} ${headline}`.trim() || '…';
  const treeItem = new vscode.TreeItem(
    name,
    children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  const sources = citationCount === 0 ? '' : plural(citationCount, 'source');
  const hasPlaceholder = problems.some(isPlaceholder);
  treeItem.description = [hasPlaceholder ? 'TK' : '', sources].filter((part) => part !== '').join(' · ');
  treeItem.iconPath = iconOf(kind, problems);
  treeItem.tooltip = [name, ...problems.map(({ message }) => `• ${message}`)].join('\n');
  const messages = problems.map(({ message }) => message).join(' ');
  treeItem.accessibilityInformation = { label: [name, sources, messages].filter((part) => part !== '').join(', ') };
  treeItem.contextValue = kind === 'heading' ? 'heading' : 'item';
  if (document) {
    const { start } = toRange(document, item.line);
    treeItem.command = {
      title: 'Go to Item',
      command: 'vscode.open',
      arguments: [document.uri, { selection: new vscode.Range(start, start) }],
    };
  }
  return treeItem;
}

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
