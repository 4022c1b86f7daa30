import * as vscode from 'vscode';
import { addressFinder, linkedPaths } from '../../core/newsroom/addressFinder.ts';
import { engineOf, type SiteConfig } from '../../core/newsroom/siteConfig.ts';
import { siteValuesOf } from '../../core/newsroom/siteValues.ts';
import type { PreviewSite } from '../../core/render/targets/previewPage.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { readText } from '../editor/fileSystem.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/** What rendering needs to know about a site, kept current. */
export interface OpenSite extends vscode.Disposable {
  /** The same object until something about the site changes. */
  readonly current: () => PreviewSite;
  /** Reads the pages that a text links to with Liquid. Otherwise they are read when a page first shows such a link. */
  readonly readLinkedPages: (text: string) => Promise<void>;
  /** Fires when pages have been read. */
  readonly onDidChange: vscode.Event<void>;
}

export function openSite(root: vscode.Uri, newsrooms: Newsrooms): OpenSite {
  const changed = new vscode.EventEmitter<void>();
  /** The texts of linked pages by their paths; undefined if there is no such file, or as long as it is being read. */
  const pages = new Map<string, string | undefined>();
  let known: { readonly site: PreviewSite; readonly config: SiteConfig; readonly settings: Settings } | undefined;
  const read = async (path: string) => {
    pages.set(path, undefined);
    const text = await readText(vscode.Uri.joinPath(root, path));
    if (text === undefined) return;
    pages.set(path, text);
    known = undefined;
  };
  const listener = newsrooms.onDidChange((changedRoot) => {
    if (pages.size === 0 || changedRoot.toString() !== root.toString()) return;
    pages.clear();
    known = undefined;
  });
  return {
    current() {
      const config = newsrooms.siteConfigAt(root);
      const settings = settingsFor(root);
      if (known?.config !== config || known.settings !== settings) {
        const siteValues = siteValuesOf(config);
        const addressOf = addressFinder(settings.folders.posts, siteValues, (path) => {
          if (!pages.has(path)) void read(path).then(() => pages.get(path) !== undefined && changed.fire());
          return pages.get(path);
        });
        const site = { ...config.address, engine: engineOf(config, settings.engine), siteValues, addressOf };
        known = { site, config, settings };
      }
      return known.site;
    },
    async readLinkedPages(text) {
      const paths = linkedPaths(text, settingsFor(root).folders.posts);
      await Promise.all(paths.filter((path) => !pages.has(path)).map(read));
    },
    onDidChange: changed.event,
    dispose() {
      listener.dispose();
      changed.dispose();
    },
  };
}
