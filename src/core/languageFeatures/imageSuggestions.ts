/** The folders, relative to the site's root, of images in front matter, the most used first: `uploads`, `img/2031`. */
export function imageFolders(images: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const image of images) {
    const path = image.trim().replace(/^(?:\.?\/)+/, '');
    const end = path.lastIndexOf('/');
    if (end < 1 || isOutsideSite(image.trim())) continue;
    const folder = path.slice(0, end);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([folder]) => folder);
}

/** Whether an image is on another site or in a parent folder, or has an address that Liquid computes. */
function isOutsideSite(image: string): boolean {
  return /^[a-z]+:|\{\{|(?:^|\/)\.\.\//i.test(image) || image.startsWith('//');
}

/** The images among files, as paths from the site's root: those with the day number in their name first, then the newest by name. */
export function imageSuggestions(files: readonly string[], dayNumber: number | undefined): string[] {
  const images = files.filter((path) => /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(path));
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const hasDayNumber = (path: string): boolean =>
    dayNumber !== undefined && nameOf(path).split(/\D+/).includes(String(dayNumber));
  const newest = images.sort((a, b) => nameOf(b).localeCompare(nameOf(a), 'en', { numeric: true }));
  const ordered = [...newest.filter(hasDayNumber), ...newest.filter((path) => !hasDayNumber(path))];
  return ordered.slice(0, MAX_IMAGES).map((path) => `/${path}`);
}

const MAX_IMAGES = 50;
