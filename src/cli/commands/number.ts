import { numberSections } from '../../core/compose/items/numberSections.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { lineAt, lineStarts } from '../../core/text/lineIndex.ts';
import { applyEdits, type Edit } from '../../core/text/text.ts';
import { CannotRun, type Command, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { replaceText } from '../newsroom/replaceText.ts';
import { decode, readSource } from '../newsroom/sourceFile.ts';

/** `daybook number`: numbers the sections of entries, including `TK/`. */
export const number: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, 'dry-run': { type: 'boolean' } });
  if (positionals.length === 0) throw new CannotRun('number takes the path of an entry');
  const root = findRoot(values.root, positionals, context);
  const settings = loadSettings(root, context.error);
  let isWhole = true;
  for (const file of findFiles(positionals, root, context, settings)) {
    const source = readSource(file, root);
    const text = decode(source);
    const edits = numberSections(parseEntry(text));
    if (edits.length === 0) continue;
    const refusal = values['dry-run'] ? undefined : replaceText(source, text, applyEdits(text, edits));
    if (refusal === undefined) {
      context.out(`${source.path}\n${values['dry-run'] ? changes(text, edits) : ''}`);
    } else {
      context.error(refusal);
      isWhole = false;
    }
  }
  return isWhole ? 0 : 2;
};

/** Formats a change as `  line 7: TK/ → 1/`. */
function changes(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  return edits
    .map((edit) => `  line ${lineAt(starts, edit.from) + 1}: ${text.slice(edit.from, edit.to)}/ → ${edit.text}/\n`)
    .join('');
}
