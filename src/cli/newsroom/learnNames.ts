import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Capitals, learnCapitals, proseOf } from '../../core/compose/frontMatter/capitals.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { CommandContext } from '../command.ts';
import { filesOf, readSource, textOf } from './files.ts';

/** Which words the newest published entries below the root write as names. */
export function learnNames(root: string, surface: CommandContext, settings: Settings): Capitals {
  const posts = join(root, settings.folders.posts);
  const files = existsSync(posts) ? filesOf([posts], root, surface, settings) : [];
  const newest = files.slice(-ENOUGH).map((file) => parseEntry(textOf(readSource(file, root))));
  return learnCapitals(newest.flatMap(proseOf));
}

/** More entries teach no more that a headline begins with. */
const ENOUGH = 300;
