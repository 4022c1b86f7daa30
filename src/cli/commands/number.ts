import { numberSections } from '../../core/compose/items/numberSections.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { lineAt, lineStarts } from '../../core/text/lineIndex.ts';
import { applyEdits, type Edit } from '../../core/text/text.ts';
import { CannotRun, type Command, parseArguments } from '../command.ts';
import { filesOf, readSource, rootOf, textOf } from '../newsroom/files.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';
import { replaceText } from '../newsroom/replaceText.ts';

/** `daybook number`: numbers the sections of entries, `TK/` and all. */
export const number: Command = (args, surface) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, 'dry-run': { type: 'boolean' } });
  if (positionals.length === 0) throw new CannotRun('number takes the path of an entry');
  const root = rootOf(values.root, positionals, surface);
  const settings = settingsOf(root, surface.error);
  let isWhole = true;
  for (const file of filesOf(positionals, root, surface, settings)) {
    const source = readSource(file, root);
    const text = textOf(source);
    const edits = numberSections(parseEntry(text));
    if (edits.length === 0) continue;
    const refusal = values['dry-run'] ? undefined : replaceText(source, text, applyEdits(text, edits));
    if (refusal === undefined) {
      surface.out(`${source.path}\n${values['dry-run'] ? changes(text, edits) : ''}`);
    } else {
      surface.error(refusal);
      isWhole = false;
    }
  }
  return isWhole ? 0 : 2;
};

/** `  line 7: TK/ → 1/` */
function changes(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  return edits
    .map((edit) => `  line ${lineAt(starts, edit.from) + 1}: ${text.slice(edit.from, edit.to)}/ → ${edit.text}/\n`)
    .join('');
}
