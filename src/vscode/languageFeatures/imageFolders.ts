import * as vscode from 'vscode';
import type { Day } from '../../core/entry/day.ts';
import { keyOf, parseFrontMatter, scalar } from '../../core/entry/frontMatter.ts';
import { imageFolders, imageSuggestions } from '../../core/languageFeatures/imageSuggestions.ts';
import { filesIn } from '../editor/fileSystem.ts';
import { currentText } from '../newsrooms/archiveSearch.ts';

const folders = new WeakMap<readonly Day[], Promise<readonly string[]>>();

/** The pictures to offer an entry by its number, from the folders in which the newsroom's latest entries have theirs. */
export async function imagesFor(
  root: vscode.Uri,
  days: readonly Day[],
  number: number | undefined,
): Promise<readonly string[]> {
  const known = folders.get(days) ?? foldersOf(root, days);
  folders.set(days, known);
  const files = (await known).map(async (folder) => {
    const names = await filesIn(vscode.Uri.joinPath(root, folder));
    return names.map((name) => `${folder}/${name}`);
  });
  return imageSuggestions((await Promise.all(files)).flat(), number);
}

async function foldersOf(root: vscode.Uri, days: readonly Day[]): Promise<readonly string[]> {
  const latest = days
    .filter(({ keys }) => keys?.includes('image'))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .slice(0, LATEST);
  const texts = await Promise.all(latest.map(({ path }) => currentText(vscode.Uri.joinPath(root, path))));
  const images = texts.flatMap((text = '') => {
    const key = keyOf(parseFrontMatter(text), 'image');
    return key ? [scalar(text, key)] : [];
  });
  const found = imageFolders(images);
  return found.length > 0 ? found : USUAL;
}

/** So many entries show where a newsroom has its pictures now. */
const LATEST = 40;

/** Where an archive shows nothing yet. */
const USUAL = ['uploads'];
