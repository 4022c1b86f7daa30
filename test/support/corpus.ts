import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { learnSiteUrl } from '../../src/core/newsroom/learnSiteUrl.ts';

/** The folder of the real archive: DAYBOOK_CORPUS, or else beside the project; undefined if there is none. */
const corpus: string | undefined = [process.env['DAYBOOK_CORPUS'], resolve('../shared/corpus')].find(
  (folder) => folder !== undefined && existsSync(join(folder, '_posts')),
);

/** The reason for skipping tests without the corpus, for `test(name, { skip: noCorpus }, …)`. */
export const noCorpus: string | false = corpus === undefined && 'the corpus is absent (DAYBOOK_CORPUS is unset)';

export function corpusPath(...parts: string[]): string {
  if (corpus === undefined) throw new Error('the corpus is absent');
  return join(corpus, ...parts);
}

/** Every entry of the corpus in the order of the dates. */
export function corpusEntries(): { path: string; text: string }[] {
  return readdirSync(corpusPath('_posts'))
    .sort()
    .map((name) => ({ path: `_posts/${name}`, text: readFileSync(corpusPath('_posts', name), 'utf8') }));
}

/** The address of the site, which the expected pages contain and no `_config.yml` names. */
export function corpusSiteUrl(): string {
  const siteUrl = learnSiteUrl(corpusEntries().map(({ path, text }) => ({ path, readText: () => text })));
  if (siteUrl === undefined) throw new Error('the entries do not show the address of their site');
  return siteUrl;
}

/** The values of a `.jsonl` or `.jsonl.gz` file of the corpus. */
export function corpusLines<T>(...parts: string[]): T[] {
  const bytes = readFileSync(corpusPath(...parts));
  const text = (parts.at(-1)?.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
