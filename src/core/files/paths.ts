import type { Stage } from '../lint/rule.ts';
import type { Folders } from './folders.ts';
import { isListed } from './globs.ts';

export { FOLDERS, type Folders, isMarkdown } from './folders.ts';

/**
 * Which of a newsroom's folders a path (with `/`) lies in, however deep; `entries` where it lies in neither and is an entry all the same;
 * undefined where it is none.
 */
export function folderOf(path: string, folders: Folders): 'posts' | 'drafts' | 'entries' | undefined {
  const posts = `/${path}`.lastIndexOf(`/${folders.posts}/`);
  const drafts = `/${path}`.lastIndexOf(`/${folders.drafts}/`);
  if (posts < 0 && drafts < 0) return isListed(path, folders.entries) ? 'entries' : undefined;
  return posts > drafts ? 'posts' : 'drafts';
}

/** A draft lies among the drafts, or outside both folders while something in it is still to come (`TK`). */
export function stageOf(path: string, text: string, folders: Folders): Stage {
  const folder = folderOf(path, folders);
  if (folder === 'posts' || folder === 'drafts') return folder === 'drafts' ? 'draft' : 'published';
  return /(?<![\p{L}\d])TK(?![\p{L}])/u.test(text) ? 'draft' : 'published';
}

/** The last part of a path with `/`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
