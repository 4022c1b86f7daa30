import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Capitalization, learnCapitalization, proseOf } from '../../core/compose/frontMatter/capitalization.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { CommandContext } from '../command.ts';
import { findFiles } from './entryFiles.ts';
import { decode, readSource } from './sourceFile.ts';

/** Learns from the newest published entries which words are capitalized as names. */
export function learnNames(root: string, context: CommandContext, settings: Settings): Capitalization {
  const posts = join(root, settings.folders.posts);
  const files = existsSync(posts) ? findFiles([posts], root, context, settings) : [];
  const newest = files.slice(-MAX_ENTRIES).map((file) => parseEntry(decode(readSource(file, root))));
  return learnCapitalization(newest.flatMap(proseOf));
}

/** More entries would add hardly any names. */
const MAX_ENTRIES = 300;
