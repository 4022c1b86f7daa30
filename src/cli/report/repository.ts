import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The Git repository that a newsroom is in. Code scanners and GitHub expect paths from its root. */
export interface Repository {
  /** The absolute path of its root; the newsroom's if it is in no repository. */
  readonly root: string;
  /** Turns a path of a report, which is relative to the newsroom or absolute, into one from the root with `/`, where it is below it. */
  readonly pathOf: (path: string) => string;
}

/** The repository around the root of a newsroom. */
export function repositoryOf(newsroomRoot: string): Repository {
  const root = repositoryRoot(newsroomRoot) ?? newsroomRoot;
  return {
    root,
    pathOf(path) {
      const fromRoot = relative(root, isAbsolute(path) ? path : join(newsroomRoot, path));
      return fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot)
        ? path
        : fromRoot.split(sep).join('/');
    },
  };
}

/** The nearest folder with a `.git`, which is a file in a submodule and in a linked work tree. */
function repositoryRoot(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return undefined;
  }
}
