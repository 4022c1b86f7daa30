/**
 * A short name for each path: its last segment, preceded by as many segments as it takes to tell it from the others. The names of
 * `/sites/a/log`, `/sites/b/log` and `/sites/notes` are `a/log`, `b/log` and `notes`.
 */
export function shortNamesOf(paths: readonly string[]): string[] {
  const segments = paths.map((path) => path.split('/').filter((segment) => segment !== ''));
  const lengths = paths.map(() => 1);
  const names = () => segments.map((parts, index) => parts.slice(-(lengths[index] ?? 1)).join('/'));
  for (;;) {
    const current = names();
    let isLonger = false;
    for (const [index, name] of current.entries()) {
      const isShared = current.indexOf(name) !== index || current.lastIndexOf(name) !== index;
      const length = lengths[index] ?? 1;
      if (!isShared || length >= (segments[index]?.length ?? 0)) continue;
      lengths[index] = length + 1;
      isLonger = true;
    }
    if (!isLonger) return current;
  }
}
