import { parseFrontMatter } from '../entry/parseFrontMatter.ts';
import type { LiquidValues, Values } from './liquidValues.ts';
import { pageValuesOf } from './siteValues.ts';

/** Finds the addresses of pages for `{% link %}` and `{% post_url %}`. `readText` reads a file of the site, whose path is below its root. */
export function addressFinder(
  postsFolder: string,
  siteValues: () => Values,
  readText: (path: string) => string | undefined,
): NonNullable<LiquidValues['addressOf']> {
  return (target, kind) => {
    for (const path of pathsOf(target, kind, postsFolder)) {
      const text = readText(path);
      if (text === undefined) continue;
      const { url } = pageValuesOf({ text, frontMatter: parseFrontMatter(text) }, path, siteValues());
      return typeof url === 'string' ? url : undefined;
    }
    return undefined;
  };
}

/** The paths of the files that the tags in a text may name. */
export function linkedPaths(text: string, postsFolder: string): string[] {
  return Array.from(text.matchAll(PAGE_TAGS), ([, tag, target = '']) =>
    pathsOf(target, tag === 'link' ? 'file' : 'post', postsFolder),
  ).flat();
}

const PAGE_TAGS = /\{%-?\s*(link|post_url)\s+["']?([^\s"'{}|%]+)/g;

function pathsOf(target: string, kind: 'file' | 'post', postsFolder: string): string[] {
  const path = target.replace(/^\/+/, '');
  if (path.split('/').includes('..')) return [];
  return kind === 'file' ? [path] : POST_EXTENSIONS.map((extension) => `${postsFolder}/${path}${extension}`);
}

const POST_EXTENSIONS: readonly string[] = ['.markdown', '.md', '.html'];
