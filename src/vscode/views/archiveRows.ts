import * as vscode from 'vscode';
import type { ArchiveMonth, ArchiveTree, ArchiveYear } from '../../core/archive/archiveTree.ts';
import { withWeekday } from '../../core/dates/calendar.ts';
import type { Day } from '../../core/entry/day.ts';
import { dayName } from '../../core/entry/dayName.ts';
import { fileNameOf } from '../../core/files/paths.ts';
import { plural } from '../../core/text/plural.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

interface FolderNode {
  readonly kind: 'folder';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly isExpanded: boolean;
  readonly parent: ArchiveNode | undefined;
  readonly children: readonly ArchiveNode[];
}

export interface DayNode {
  readonly kind: 'day';
  readonly uri: vscode.Uri;
  readonly root: vscode.Uri;
  readonly day: Day;
  readonly parent: ArchiveNode | undefined;
}

export type ArchiveNode = FolderNode | DayNode;

/** The nodes of a newsroom; if it has a name, under a node of its own with that name. Adds its days to `dayNodes`. */
export function archiveNodesOf(
  root: vscode.Uri,
  { drafts, years, undated }: ArchiveTree,
  dayNodes: Map<string, DayNode>,
  name: string | undefined,
): readonly ArchiveNode[] {
  const key = root.toString();
  const folderNode = (
    properties: Pick<FolderNode, 'id' | 'label' | 'icon' | 'isExpanded'> & { readonly count: number },
    parent: ArchiveNode | undefined,
    createChildren: (parent: FolderNode) => readonly ArchiveNode[],
  ): FolderNode => {
    const children: ArchiveNode[] = [];
    const { id, count, ...rest } = properties;
    const description = plural(count, 'entry', 'entries');
    const node: FolderNode = { ...rest, kind: 'folder', id: `${key} ${id}`, description, parent, children };
    children.push(...createChildren(node));
    return node;
  };
  const dayNodesOf = (days: readonly Day[], parent: ArchiveNode | undefined): DayNode[] =>
    days.map((day) => {
      const uri = vscode.Uri.joinPath(root, day.path);
      const node: DayNode = { kind: 'day', uri, root, day, parent };
      dayNodes.set(uri.toString(), node);
      return node;
    });
  const yearNode = ({ year, months }: ArchiveYear, yearIndex: number, parent: ArchiveNode | undefined): FolderNode =>
    folderNode(
      { id: year, label: year, icon: 'calendar', isExpanded: yearIndex === 0, count: countDays(months) },
      parent,
      (node) => months.map((month, monthIndex) => monthNode(month, yearIndex === 0 && monthIndex === 0, node)),
    );
  const monthNode = ({ month, name, days }: ArchiveMonth, isExpanded: boolean, parent: ArchiveNode): FolderNode =>
    folderNode({ id: month, label: name, icon: 'calendar', isExpanded, count: days.length }, parent, (node) =>
      dayNodesOf(days, node),
    );
  /** A folder of days outside the calendar; none if it has no days. */
  const otherDays = (
    label: string,
    icon: string,
    days: readonly Day[],
    parent: ArchiveNode | undefined,
  ): FolderNode[] =>
    days.length === 0
      ? []
      : [
          folderNode({ id: label, label, icon, isExpanded: label === DRAFTS, count: days.length }, parent, (node) =>
            dayNodesOf(days, node),
          ),
        ];
  const allNodes = (parent: ArchiveNode | undefined): readonly ArchiveNode[] => [
    ...otherDays(DRAFTS, 'edit', drafts, parent),
    ...years.map((year, index) => yearNode(year, index, parent)),
    ...otherDays('Without a date', 'question', undated, parent),
  ];
  if (name === undefined) return allNodes(undefined);
  const count = drafts.length + undated.length + years.reduce((sum, { months }) => sum + countDays(months), 0);
  return [folderNode({ id: '', label: name, icon: 'book', isExpanded: true, count }, undefined, allNodes)];
}

const DRAFTS = 'Drafts';

function countDays(months: readonly ArchiveMonth[]): number {
  return months.reduce((sum, { days }) => sum + days.length, 0);
}

export function folderItem({ id, label, description, icon, isExpanded }: FolderNode): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isExpanded ? Expanded : Collapsed);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}, ${description}` };
  return item;
}

export function dayItem(newsrooms: Newsrooms, { uri, root, day }: DayNode): vscode.TreeItem {
  const name = nameOf(newsrooms, root, day);
  const item = new vscode.TreeItem(name);
  const date = day.date === undefined ? '' : withWeekday(day.date);
  const headlines = plural(headlinesOf(newsrooms, root, day).length, 'headline');
  item.id = uri.toString();
  // Rows are narrow, and the folders above a published entry show its year and month.
  const shortDate = day.draft ? date : date.replace(/ \d{4}-\d\d-0?/, ' ');
  item.description = [shortDate, headlines].filter((part) => part !== '').join(' · ');
  item.iconPath = new vscode.ThemeIcon(day.draft ? 'edit' : 'note');
  item.accessibilityInformation = { label: [name, date, headlines].filter((part) => part !== '').join(', ') };
  item.contextValue = day.draft ? 'draft' : 'entry';
  item.command = { title: 'Open', command: 'vscode.open', arguments: [uri] };
  return item;
}

/** The headlines of an entry; undefined if it has none: the editor then repeats the row. */
export function dayTooltip(newsrooms: Newsrooms, { root, day }: DayNode): vscode.MarkdownString | undefined {
  const headlines = headlinesOf(newsrooms, root, day);
  if (headlines.length === 0) return undefined;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText([nameOf(newsrooms, root, day), ...headlines.map((headline) => `• ${headline}`)].join('\n'));
  return tooltip;
}

function nameOf(newsrooms: Newsrooms, root: vscode.Uri, day: Day): string {
  if (day.number !== undefined) return dayName(day);
  return newsrooms.archiveAt(root)?.summary(day.path)?.title || fileNameOf(day.path);
}

function headlinesOf(newsrooms: Newsrooms, root: vscode.Uri, { path }: Day): string[] {
  const items = newsrooms.archiveAt(root)?.summary(path)?.items ?? [];
  return items.map(({ headline }) => headline).filter((headline) => headline !== '');
}
