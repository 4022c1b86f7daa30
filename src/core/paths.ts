import type { Stage } from './lint/rule.ts';

/** The folders of a newsroom, by their names below its root. */
export interface Folders {
  readonly posts: string;
  readonly drafts: string;
}

export const FOLDERS: Folders = { posts: '_posts', drafts: '_drafts' };

/** Which of a newsroom's folders a path (with `/`) lies in, however deep; undefined where in neither. */
export function folderOf(path: string, folders: Folders): 'posts' | 'drafts' | undefined {
  const posts = `/${path}`.lastIndexOf(`/${folders.posts}/`);
  const drafts = `/${path}`.lastIndexOf(`/${folders.drafts}/`);
  if (posts < 0 && drafts < 0) return undefined;
  return posts > drafts ? 'posts' : 'drafts';
}

/** A draft lies among the drafts, or outside both folders while something in it is still to come (`TK`). */
export function stageOf(path: string, text: string, folders: Folders): Stage {
  const folder = folderOf(path, folders);
  if (folder) return folder === 'drafts' ? 'draft' : 'published';
  return /(?<![\p{L}\d])TK(?![\p{L}])/u.test(text) ? 'draft' : 'published';
}

/** Whether a file's name is that of a Markdown file. */
export function isMarkdown(name: string): boolean {
  return /\.(?:markdown|md)$/i.test(name);
}

/** The last part of a path with `/`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
