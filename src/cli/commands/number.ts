import { resolve } from 'node:path';
import { numberSections } from '../../core/compose/items/numberSections.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { lineAt, lineStarts } from '../../core/text/lineIndex.ts';
import { applyEdits, type Edit } from '../../core/text/text.ts';
import { CannotRun, type Command, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { replaceText } from '../newsroom/replaceText.ts';
import { decode, tryReadSource } from '../newsroom/sourceFile.ts';
import { plainText } from '../terminal/plainText.ts';

/** `daybook number`: numbers the sections of entries, including `TK/`. */
export const number: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, 'dry-run': { type: 'boolean' } });
  if (positionals.length === 0) throw new CannotRun('number takes the path of an entry');
  const root = findRoot(values.root, positionals, context);
  const settings = loadSettings(root, context.error);
  const places = [root, ...positionals.flatMap((path) => [resolve(context.cwd, path), resolve(root, path)])];
  for (const file of findFiles(positionals, root, context, settings)) {
    const source = tryReadSource(file, root, context.fail);
    if (!source) continue;
    const text = decode(source);
    const edits = numberSections(parseEntry(text));
    if (edits.length === 0) continue;
    const refusal = values['dry-run'] ? undefined : replaceText(source, text, applyEdits(text, edits), places);
    if (refusal === undefined)
      context.out(`${plainText(source.path)}\n${values['dry-run'] ? changes(text, edits) : ''}`);
    else context.fail(refusal);
  }
  return 0;
};

/** Formats a change as `  line 7: TK/ → 1/`. */
function changes(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  return edits
    .map((edit) => `  line ${lineAt(starts, edit.from) + 1}: ${text.slice(edit.from, edit.to)}/ → ${edit.text}/\n`)
    .join('');
}
