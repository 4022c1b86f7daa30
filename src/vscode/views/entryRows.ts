import * as vscode from 'vscode';
import { type OutlineNode, outline } from '../../core/languageFeatures/outline.ts';
import type { Problem } from '../../core/lint/rule.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';

/** An item as the view shows it. Its problems are its own, not those of the items in it. */
export interface Node {
  readonly item: OutlineNode;
  readonly problems: readonly Problem[];
  readonly children: readonly Node[];
  readonly parent: Node | undefined;
}

/** The items of an entry, each with its problems. */
export function nodesOf(entries: EntryDocuments, document: vscode.TextDocument): Node[] {
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

/** The innermost item at an offset. */
export function innermost(nodes: readonly Node[], offset: number): Node | undefined {
  const found = nodes.findLast(({ item }) => item.from <= offset && offset <= item.to);
  return found && (innermost(found.children, offset) ?? found);
}

/** What the view shows of an item. */
export function toTreeItem(
  document: vscode.TextDocument | undefined,
  { item, problems, children }: Node,
): vscode.TreeItem {
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
