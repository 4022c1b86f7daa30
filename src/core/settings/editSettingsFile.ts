import { modify, type ParseError, parse } from 'jsonc-parser';
import { applyEdits } from '../text/text.ts';

/**
 * The text of a settings file with values set in it, its comments and everything else kept. An empty or undefined text gives a new file.
 * Undefined if the text is not a valid file, in which nothing can be set safely.
 */
export function withSettings(text: string | undefined, values: Readonly<Record<string, unknown>>): string | undefined {
  let changed = text === undefined || text.trim() === '' ? '{}\n' : text;
  const errors: ParseError[] = [];
  const root: unknown = parse(changed.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof root !== 'object' || root === null || Array.isArray(root)) return undefined;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: /\r\n/.test(changed) ? '\r\n' : '\n' };
  for (const [name, value] of Object.entries(values)) {
    const edits = modify(changed, [name], value, { formattingOptions });
    changed = applyEdits(
      changed,
      edits.map(({ offset, length, content }) => ({ from: offset, to: offset + length, text: content })),
    );
  }
  return changed;
}
