import * as vscode from 'vscode';
import { newestFirst } from '../../core/archive/newestFirst.ts';
import { type Capitalization, learnCapitalization, proseOf } from '../../core/compose/frontMatter/capitalization.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { readText } from '../editor/fileSystem.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import type { Newsrooms } from './newsrooms.ts';

/** Which words the entries of a newsroom capitalize as names. */
export interface ProperNames {
  /** Learned once, from the newest published entries: later entries would change too little. */
  of(root: vscode.Uri): Promise<Capitalization>;
}

export function openProperNames(newsrooms: Newsrooms): ProperNames {
  const cache = new Map<string, Promise<Capitalization>>();
  return {
    of(root) {
      const key = root.toString();
      const capitalization = cache.get(key) ?? learn(newsrooms, root);
      cache.set(key, capitalization);
      return capitalization;
    },
  };
}

async function learn(newsrooms: Newsrooms, root: vscode.Uri): Promise<Capitalization> {
  const { days } = await newsrooms.read(root);
  const published = days.filter(({ draft, date }) => !draft && date !== undefined);
  const newest = published.sort(newestFirst).slice(0, MAX_ENTRIES);
  const pause = createTimeSlicer();
  const prose: string[] = [];
  for (const { path } of newest) {
    const text = await readText(vscode.Uri.joinPath(root, path));
    if (text !== undefined) prose.push(...proseOf(parseEntry(text)));
    await pause();
  }
  return learnCapitalization(prose);
}

/** More entries teach hardly any more words that headlines begin with. */
const MAX_ENTRIES = 300;
