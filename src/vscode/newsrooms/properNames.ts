import * as vscode from 'vscode';
import { type Capitals, learnCapitals, proseOf } from '../../core/compose/frontMatter/capitals.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { textOf } from '../editor/fileSystem.ts';
import { slicer } from '../editor/timeSlice.ts';
import type { Newsrooms } from './newsrooms.ts';

/** Which words the entries of a newsroom write as names. */
export interface Names {
  /** Read from the newest published entries when it is first asked for; what is written meanwhile teaches too little to matter. */
  of(root: vscode.Uri): Promise<Capitals>;
}

export function openNames(newsrooms: Newsrooms): Names {
  const known = new Map<string, Promise<Capitals>>();
  return {
    of(root) {
      const key = root.toString();
      const names = known.get(key) ?? learn(newsrooms, root);
      known.set(key, names);
      return names;
    },
  };
}

async function learn(newsrooms: Newsrooms, root: vscode.Uri): Promise<Capitals> {
  const { days } = await newsrooms.read(root);
  const published = days.filter(({ draft, date }) => !draft && date !== undefined);
  const newest = published.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)).slice(-ENOUGH);
  const pause = slicer();
  const prose: string[] = [];
  for (const { path } of newest) {
    const text = await textOf(vscode.Uri.joinPath(root, path));
    if (text !== undefined) prose.push(...proseOf(parseEntry(text)));
    await pause();
  }
  return learnCapitals(prose);
}

/** More entries teach no more that a headline begins with. */
const ENOUGH = 300;
