import { type GlobSegment, matchesSegments, parseGlob } from './globSyntax.ts';

/**
 * Whether a path (with `/`) matches one of the globs (`notes/**\/*.md`) and none of the negated ones, which start with `!`. A glob that
 * ends with a slash matches everything in that folder.
 */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  let matches = compiled.get(globs);
  if (!matches) {
    matches = compile(globs);
    compiled.set(globs, matches);
  }
  return matches(path);
}

/** The paths of the folders that contain everything the globs can match; `''` is the root. */
export function globBaseFolders(globs: readonly string[]): string[] {
  return [...new Set(globs.filter((glob) => !glob.startsWith('!')).map(baseFolder))];
}

/** The glob in the form that all glob libraries understand: `notes/**` for `./notes/`. */
export function normalizeGlob(glob: string): string {
  const bare = glob.replace(/^(?:\.?\/)+/, '');
  return bare.endsWith('/') ? `${bare}**` : bare;
}

type Matcher = (path: string) => boolean;

/** Keyed by the settings' list of globs, which is matched against every file of an archive. */
const compiled = new WeakMap<readonly string[], Matcher>();

function compile(globs: readonly string[]): Matcher {
  const included: (readonly GlobSegment[])[] = [];
  const excluded: (readonly GlobSegment[])[] = [];
  for (const glob of globs) {
    const isNegated = glob.startsWith('!');
    for (const segments of parseGlob(normalizeGlob(isNegated ? glob.slice(1) : glob))) {
      if (included.length + excluded.length < MAX_ALTERNATIVES) (isNegated ? excluded : included).push(segments);
    }
  }
  return (path) => {
    const names = path.split('/');
    const matches = (segments: readonly GlobSegment[]) => matchesSegments(names, segments);
    return included.some(matches) && !excluded.some(matches);
  };
}

/** Bounds the time for a path. Counts the alternatives in braces of all globs together. */
const MAX_ALTERNATIVES = 500;

/** The part of a glob before its first wildcard. */
function baseFolder(glob: string): string {
  const parts = normalizeGlob(glob).split('/').slice(0, -1);
  const firstWildcard = parts.findIndex((part) => /[*?{}[\]]/.test(part));
  return (firstWildcard < 0 ? parts : parts.slice(0, firstWildcard)).join('/');
}
