import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArchiveEntry } from './archiveContexts.ts';

/** The folder of the logs of other writers: DAYBOOK_FOREIGN, or else beside the project; undefined if there is none. */
const foreign: string | undefined = [process.env['DAYBOOK_FOREIGN'], resolve('../shared/foreign')].find(
  (folder) => folder !== undefined && existsSync(folder),
);

/** The reason for skipping tests without these logs, for `test(name, { skip: noForeign }, …)`. */
export const noForeign: string | false =
  foreign === undefined && 'the logs of other writers are absent (DAYBOOK_FOREIGN is unset)';

/** The entries of one log, and the settings of its site. */
export interface ForeignLog {
  readonly name: string;
  /** The text of its `_config.yml`; empty if there is none. */
  readonly config: string;
  /** In the order of their paths. */
  readonly entries: readonly ArchiveEntry[];
}

/** The logs of other writers; empty if they are absent. */
export function foreignLogs(): readonly ForeignLog[] {
  if (foreign === undefined) return [];
  return readdirSync(foreign, { withFileTypes: true })
    .filter((item) => item.isDirectory() && existsSync(join(foreign, item.name, '_posts')))
    .map(({ name }) => {
      const config = join(foreign, name, '_config.yml');
      return {
        name,
        config: existsSync(config) ? readFileSync(config, 'utf8') : '',
        entries: readdirSync(join(foreign, name, '_posts'), { recursive: true, encoding: 'utf8' })
          .filter((path) => /\.(?:md|markdown)$/.test(path))
          .map((path) => `_posts/${path.replaceAll('\\', '/')}`)
          .sort()
          .map((path) => ({ path, text: readFileSync(join(foreign, name, path), 'utf8') })),
      };
    });
}

/** What two engines make of the bodies of a log, by the paths of its entries. Liquid is text to them. */
export function expectedHtml(name: string): ReadonlyMap<string, ExpectedHtml> {
  if (foreign === undefined) return new Map();
  const lines = gunzipSync(readFileSync(join(foreign, 'expected', `${name}.jsonl.gz`)))
    .toString()
    .trim()
    .split('\n');
  const expected: (ExpectedHtml & { readonly path: string })[] = lines.map((line) => JSON.parse(line));
  return new Map(expected.map((entry) => [`_posts/${entry.path}`, entry]));
}

interface ExpectedHtml {
  readonly commonmarker: string;
  readonly kramdown: string;
}

/** The text after the front matter, which is from a `---` line at the start to the next one. */
export function bodyOf(text: string): string {
  const match = /^\ufeff?---[^\n]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? text.slice(match[0].length) : text;
}
