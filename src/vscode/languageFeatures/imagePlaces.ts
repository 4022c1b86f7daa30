import * as vscode from 'vscode';
import { newestFirst } from '../../core/archive/newestFirst.ts';
import { type ImagePlace, imagePlace, usedImages } from '../../core/compose/images/imagePlace.ts';
import type { Day } from '../../core/entry/day.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { sitePathCandidates } from '../../core/files/sitePaths.ts';
import { addressPrefix, type SiteAddress } from '../../core/newsroom/siteConfig.ts';
import { siteGeneratorOf } from '../../core/newsroom/siteGenerator.ts';
import { fileNamesIn } from '../editor/fileSystem.ts';
import { currentText } from '../editor/openDocuments.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/** Where new images of an entry go: as an address, and on the disk. */
export interface ImageFolder {
  readonly place: ImagePlace;
  readonly uri: vscode.Uri;
}

/** The folder for new images of an entry of a date, as the newsroom's latest entries show. */
export async function imageFolderFor(newsrooms: Newsrooms, root: vscode.Uri, date: string): Promise<ImageFolder> {
  const { days } = await newsrooms.read(root);
  const site = await newsrooms.siteAddressOf(root);
  const place = imagePlace(await imagesInLatest(root, days, site), date, site.baseUrl);
  return { place, uri: await folderOnDisk(root, place.folder) };
}

async function imagesInLatest(root: vscode.Uri, days: readonly Day[], site: SiteAddress) {
  const siteUrl = site.siteUrl === undefined ? undefined : addressPrefix(site);
  const latest = [...days].sort(newestFirst);
  // Drafts may not have their image yet, and the latest entries need not have any.
  const withImage = latest.filter(({ keys }) => keys?.includes('image')).slice(0, MAX_ENTRIES);
  const read = new Set([...latest.slice(0, MAX_ENTRIES), ...withImage]);
  const images = await Promise.all(
    [...read].map(async ({ path, date }) => {
      const text = await currentText(vscode.Uri.joinPath(root, path));
      return text === undefined ? [] : usedImages(parseEntry(text), date, siteUrl);
    }),
  );
  return images.flat();
}

/** Only the latest entries count: older ones may use folders that are no longer in use. */
const MAX_ENTRIES = 40;

/** The folder that exists, else the one that the site's generator copies from. */
async function folderOnDisk(root: vscode.Uri, folder: string): Promise<vscode.Uri> {
  const candidates = sitePathCandidates(folder).map((path) => vscode.Uri.joinPath(root, path));
  for (const candidate of candidates) if (await isFolder(candidate)) return candidate;
  const generator = siteGeneratorOf(await fileNamesIn(root));
  return vscode.Uri.joinPath(root, generator === undefined ? '' : COPIED_FOLDER[generator], folder);
}

const COPIED_FOLDER = { hugo: 'static', astro: 'public', eleventy: '' } as const;

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
