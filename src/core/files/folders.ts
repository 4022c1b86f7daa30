/** Where a newsroom's entries lie: its folders by their names below its root, and what lies elsewhere. */
export interface Folders {
  readonly posts: string;
  readonly drafts: string;
  /** Globs from the root, of Markdown files beside the two folders. */
  readonly entries: readonly string[];
}

export const FOLDERS: Folders = { posts: '_posts', drafts: '_drafts', entries: [] };

/** The name of the file at a newsroom's root that holds its own settings. */
export const NEWSROOM_FILE = 'daybook.json';

/** Whether a file's name is that of a Markdown file. */
export function isMarkdown(name: string): boolean {
  return /\.(?:markdown|md)$/i.test(name);
}
