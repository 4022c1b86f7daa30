import type { Folders } from '../../core/files/folders.ts';
import { stageOf } from '../../core/files/paths.ts';
import type { LintInput } from '../../core/lint/lint.ts';
import { type Newsroom, ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { decode, type SourceFile } from './sourceFile.ts';
import { parseSource } from './sourceHead.ts';

/** The entries in the files, each decoded and parsed when it is asked for, so that they are not all in memory. */
export function* lintInputs(
  sources: readonly SourceFile[],
  newsroom: Newsroom,
  folders: Folders,
): Generator<LintInput, void> {
  for (const source of sources) {
    const text = decode(source);
    const context = ruleContextOf(newsroom, source.path, stageOf(source.path, text, folders));
    yield { entry: parseSource(source, text), context };
  }
}
