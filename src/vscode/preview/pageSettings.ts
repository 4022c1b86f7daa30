import * as vscode from 'vscode';
import type { Appearance, ImageSources } from '../../preview/protocol.ts';
import { settingsFor, settingsIfTrusted } from '../newsrooms/editorSettings.ts';

/** The settings that are part of the page of an entry, and need a reload to change. */
export function loadedSettingsOf(entry: vscode.Uri): string {
  return JSON.stringify([settingsFor(entry).preview.styles, remoteImagesOf(entry), vscode.workspace.isTrusted]);
}

/** The folder's style sheets for the page of an entry; none as long as the folder is not trusted. */
export function stylesOf(entry: vscode.Uri, root: vscode.Uri | undefined): vscode.Uri[] {
  if (!root || !vscode.workspace.isTrusted) return [];
  return settingsFor(entry).preview.styles.map((path) => vscode.Uri.joinPath(root, path));
}

/** What the page of an entry looks like. `folder` is the newsroom as the page addresses it, and `siteUrl` where the site is. */
export function appearanceOf(
  entry: vscode.Uri,
  { folder, siteUrl }: { readonly folder: string | undefined; readonly siteUrl: string | undefined },
): Appearance {
  const { theme, zoom } = settingsFor(entry).preview;
  const isWithoutStyles = !vscode.workspace.isTrusted && settingsIfTrusted(entry).preview.styles.length > 0;
  return {
    theme,
    zoom,
    images: { folder, site: siteUrl, remote: remoteImagesOf(entry) },
    isWithoutStyles: folder !== undefined && isWithoutStyles,
  };
}

function remoteImagesOf(entry: vscode.Uri): ImageSources['remote'] {
  if (settingsFor(entry).preview.remoteImages) return 'loaded';
  return settingsIfTrusted(entry).preview.remoteImages ? 'restricted' : 'off';
}
