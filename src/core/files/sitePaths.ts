/**
 * Where the file at a path below the site's root may be on the disk. The path may start with the folder that the site is in (`baseUrl`,
 * `/blog`), and some generators have a folder for what they copy as it is.
 */
export function sitePathCandidates(path: string, baseUrl = ''): string[] {
  const base = baseUrl.replace(/^\/|\/$/g, '');
  const paths = base !== '' && path.startsWith(`${base}/`) ? [path, path.slice(base.length + 1)] : [path];
  return paths.flatMap((candidate) => COPIED_FOLDERS.map((folder) => folder + candidate));
}

/** Of the site itself, of Hugo, and of Astro and Eleventy. */
const COPIED_FOLDERS = ['', 'static/', 'public/'];
