/** Where a newsroom keeps its entries: two folders, as paths below its root, and globs for entries elsewhere. */
export interface Folders {
  readonly posts: string;
  readonly drafts: string;
  /** Globs, relative to the root, of Markdown files outside the two folders. */
  readonly entries: readonly string[];
}

export const DEFAULT_FOLDERS: Folders = { posts: '_posts', drafts: '_drafts', entries: [] };

/** The name of the settings file at a newsroom's root. */
export const NEWSROOM_FILE = 'daybook.json';

/** Whether a file name has the extension of a Markdown file. */
export function isMarkdown(name: string): boolean {
  return /\.(?:markdown|md)$/i.test(name);
}
