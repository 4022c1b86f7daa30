import * as vscode from 'vscode';
import { entryLink, itemAtAnchor } from '../../core/languageFeatures/entryLinks.ts';
import { addressPrefix, type SiteAddress } from '../../core/newsroom/siteConfig.ts';
import type { Services } from '../documents/services.ts';
import { showAtOffset } from './scrollPosition.ts';

interface LinkContext extends Pick<Services, 'entries' | 'newsrooms'> {
  readonly root: vscode.Uri | undefined;
  readonly address: SiteAddress;
  /** Where to open an entry that is not visible. */
  readonly column: vscode.ViewColumn;
}

/** Opens a link: an earlier entry in the editor, at its item; any other address outside, for which VS Code asks first. */
export async function openLink(
  href: string,
  { entries, newsrooms, root, address: site, column }: LinkContext,
): Promise<void> {
  const { siteUrl } = site;
  const link = root && entryLink(href, siteUrl && addressPrefix(site), newsrooms.newsroomAt(root).days);
  if (link) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, link.day.path));
    await showAtOffset(document, itemAtAnchor(entries.entryOf(document), link.anchor) ?? 0, column);
    return;
  }
  const address =
    href.startsWith('/') && !href.startsWith('//') && siteUrl !== undefined ? siteUrl.replace(/\/$/, '') + href : href;
  if (/^(?:https?|mailto):/i.test(address)) await vscode.env.openExternal(vscode.Uri.parse(address));
}
