/** The folders, below the site's root, of images as front matter names them, the most used first: `uploads`, `img/2031`. */
export function imageFolders(images: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const image of images) {
    const path = image.trim().replace(/^(?:\.?\/)+/, '');
    const end = path.lastIndexOf('/');
    // What lies elsewhere, or in a place that the site works out, is in no folder of the newsroom.
    if (end < 1 || /^[a-z]+:|\{\{|(?:^|\/)\.\.\//i.test(image) || image.trim().startsWith('//')) continue;
    const folder = path.slice(0, end);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([folder]) => folder);
}

/** The pictures among the files of some folders, by their paths from the site's root: those of a day first, then the newest by name. */
export function imageSuggestions(files: readonly string[], number: number | undefined): string[] {
  const pictures = files.filter((path) => /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(path));
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const isOwn = (path: string): boolean => number !== undefined && nameOf(path).split(/\D+/).includes(String(number));
  const newest = pictures.sort((a, b) => nameOf(b).localeCompare(nameOf(a), 'en', { numeric: true }));
  return [...newest.filter(isOwn), ...newest.filter((path) => !isOwn(path))].slice(0, MOST).map((path) => `/${path}`);
}

const MOST = 50;
