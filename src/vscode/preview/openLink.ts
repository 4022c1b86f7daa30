import * as vscode from 'vscode';
import { entryLink, itemAtAnchor } from '../../core/languageFeatures/entryLinks.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { showAt } from './scrollPosition.ts';

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
  readonly root: vscode.Uri | undefined;
  readonly siteUrl: string | undefined;
  /** Where an entry is opened. */
  readonly column: vscode.ViewColumn;
}

/** Opens an entry of the newsroom at the item that the address leads to; with everything else the editor asks before it leaves. */
export async function openLink(href: string, { entries, newsrooms, root, siteUrl, column }: Parts): Promise<void> {
  const link = root && entryLink(href, siteUrl, newsrooms.at(root).days);
  if (link) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, link.day.path));
    await showAt(document, itemAtAnchor(entries.entry(document), link.anchor) ?? 0, column);
    return;
  }
  const address =
    href.startsWith('/') && !href.startsWith('//') && siteUrl !== undefined ? siteUrl.replace(/\/$/, '') + href : href;
  if (/^(?:https?|mailto):/i.test(address)) await vscode.env.openExternal(vscode.Uri.parse(address));
}
