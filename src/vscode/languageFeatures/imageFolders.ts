import * as vscode from 'vscode';
import { newestFirst } from '../../core/archive/newestFirst.ts';
import type { Day } from '../../core/entry/day.ts';
import { findKey, scalarValue } from '../../core/entry/keys.ts';
import { parseFrontMatter } from '../../core/entry/parseFrontMatter.ts';
import { imageFolders, imageSuggestions } from '../../core/languageFeatures/imageSuggestions.ts';
import { fileNamesIn } from '../editor/fileSystem.ts';
import { currentText } from '../editor/openDocuments.ts';

const cache = new WeakMap<readonly Day[], Promise<readonly string[]>>();

/** The images to suggest for an entry with this number, from the folders that the newsroom's latest entries use. */
export async function imagesFor(
  root: vscode.Uri,
  days: readonly Day[],
  number: number | undefined,
): Promise<readonly string[]> {
  const folders = cache.get(days) ?? findImageFolders(root, days);
  cache.set(days, folders);
  const paths = (await folders).map(async (folder) => {
    const names = await fileNamesIn(vscode.Uri.joinPath(root, folder));
    return names.map((name) => `${folder}/${name}`);
  });
  return imageSuggestions((await Promise.all(paths)).flat(), number);
}

async function findImageFolders(root: vscode.Uri, days: readonly Day[]): Promise<readonly string[]> {
  const latest = days
    .filter(({ keys }) => keys?.includes('image'))
    .sort(newestFirst)
    .slice(0, MAX_ENTRIES);
  const texts = await Promise.all(latest.map(({ path }) => currentText(vscode.Uri.joinPath(root, path))));
  const images = texts.flatMap((text = '') => {
    const key = findKey(parseFrontMatter(text), 'image');
    return key ? [scalarValue(text, key)] : [];
  });
  const folders = imageFolders(images);
  return folders.length > 0 ? folders : DEFAULT_IMAGE_FOLDERS;
}

/** Only the latest entries count: older ones may use folders that are no longer in use. */
const MAX_ENTRIES = 40;

const DEFAULT_IMAGE_FOLDERS = ['uploads'];
