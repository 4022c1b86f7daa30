import picomatch from 'picomatch/posix';

/**
 * Whether one of the globs (`notes/**\/*.md`) takes in a path with `/`, and none with `!` before it leaves it out. A glob that ends with
 * a slash takes in all that lies below.
 */
export function isListed(path: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  let matches = compiled.get(globs);
  if (!matches) {
    matches = compile(globs);
    compiled.set(globs, matches);
  }
  return matches(path);
}

/** The folders, by their paths, below which everything lies that the globs take in; `''` is the root itself. */
export function foldersOf(globs: readonly string[]): string[] {
  return [...new Set(globs.filter((glob) => !glob.startsWith('!')).map(fixedPart))];
}

/** A glob as every reader of globs takes it: `./notes/` is `notes/**`. */
export function plainGlob(glob: string): string {
  const bare = glob.replace(/^(?:\.?\/)+/, '');
  return bare.endsWith('/') ? `${bare}**` : bare;
}

type Matcher = (path: string) => boolean;

/** Settings are read once and asked about every file of an archive. */
const compiled = new WeakMap<readonly string[], Matcher>();

function compile(globs: readonly string[]): Matcher {
  const taken = globs.filter((glob) => !glob.startsWith('!')).map(matcher);
  const leftOut = globs.filter((glob) => glob.startsWith('!')).map((glob) => matcher(glob.slice(1)));
  return (path) => taken.some((matches) => matches(path)) && !leftOut.some((matches) => matches(path));
}

/** A bracket that does not close stands for itself; what cannot be a glob at all takes in nothing. */
function matcher(glob: string): Matcher {
  try {
    const matches = picomatch(plainGlob(glob));
    return (path) => matches(path);
  } catch {
    return () => false;
  }
}

function fixedPart(glob: string): string {
  const parts = plainGlob(glob).split('/').slice(0, -1);
  const wild = parts.findIndex((part) => /[*?{}()[\]!+@\\]/.test(part));
  return (wild < 0 ? parts : parts.slice(0, wild)).join('/');
}
