import { type SiteGenerator, siteGeneratorOf } from './siteGenerator.ts';

/** The site in a folder, as its configuration file shows. */
export interface Site {
  readonly generator: 'jekyll' | SiteGenerator;
  /** The folders below the root that usually hold the entries, the default first; empty for Jekyll, which has `_posts`. */
  readonly entryFolders: readonly string[];
}

/** The site whose root is a folder with these files and folders; undefined if there is none. */
export function siteIn(files: readonly string[], folders: readonly string[]): Site | undefined {
  const generator = generatorIn(files, folders);
  return generator && { generator, entryFolders: ENTRY_FOLDERS[generator] };
}

function generatorIn(files: readonly string[], folders: readonly string[]): Site['generator'] | undefined {
  const generator = siteGeneratorOf(files);
  if (generator === 'hugo' && !files.some((name) => name.startsWith('hugo.')) && !folders.includes('content')) {
    return undefined; // other programs have a `config.toml` as well
  }
  if (generator) return generator;
  // Jupyter Book and Hexo have a file of the same name.
  const isOther = files.includes('_toc.yml') || folders.includes('scaffolds');
  return !isOther && files.some((name) => /^_config\.ya?ml$/.test(name)) ? 'jekyll' : undefined;
}

const ENTRY_FOLDERS: Readonly<Record<Site['generator'], readonly string[]>> = {
  jekyll: [],
  hugo: ['content/posts', 'content/post', 'content/blog', 'content/log'],
  eleventy: ['posts', 'content/blog', 'content/posts', 'src/posts', 'src/blog', 'blog'],
  astro: ['src/content/blog', 'src/content/posts', 'src/pages/posts', 'src/pages/blog', 'src/data/blog'],
};
