import type { Stage } from '../entry/stage.ts';
import type { Folders } from './folders.ts';
import { matchesGlobs } from './globs.ts';

/**
 * The folder of a newsroom that contains a path (with `/`), at any depth; `entries` for an entry outside both folders; undefined if the
 * path is not an entry's.
 */
export function entryFolderOf(path: string, folders: Folders): 'posts' | 'drafts' | 'entries' | undefined {
  const posts = `/${path}`.lastIndexOf(`/${folders.posts}/`);
  const drafts = `/${path}`.lastIndexOf(`/${folders.drafts}/`);
  if (posts < 0 && drafts < 0) return matchesGlobs(path, folders.entries) ? 'entries' : undefined;
  return posts > drafts ? 'posts' : 'drafts';
}

/** An entry is a draft if it is in the drafts folder or, outside both folders, as long as its text contains a `TK`. */
export function stageOf(path: string, text: string | (() => string), folders: Folders): Stage {
  const folder = entryFolderOf(path, folders);
  if (folder === 'posts' || folder === 'drafts') return folder === 'drafts' ? 'draft' : 'published';
  return /(?<![\p{L}\d])TK(?![\p{L}])/u.test(typeof text === 'string' ? text : text()) ? 'draft' : 'published';
}

/** The last segment of a path with `/`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
