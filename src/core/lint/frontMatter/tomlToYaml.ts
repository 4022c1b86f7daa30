import type { Entry, FrontMatter } from '../../entry/entry.ts';
import type { Edit } from '../../text/text.ts';

/** The edits that turn front matter in TOML into YAML; undefined if it has more than plain values, which need a writer. */
export function tomlToYaml({ text }: Pick<Entry, 'text'>, matter: FrontMatter): readonly Edit[] | undefined {
  const { language, content, close } = matter;
  if (!language || !close) return undefined;
  const edits: Edit[] = [{ ...language, text: '---' }];
  let at = content.from;
  for (const line of text.slice(content.from, content.to).split('\n')) {
    const match = PLAIN_LINE.exec(line);
    if (!match) return undefined;
    const [, name, equals = ''] = match;
    if (name !== undefined) edits.push({ from: at + name.length, to: at + name.length + equals.length, text: ': ' });
    at += line.length + 1;
  }
  return [...edits, { ...close, text: '---' }];
}

const STRING = String.raw`(?:"(?:[^"\\]|\\[btnfr"\\])*"|'[^']*')`;
const VALUE = String.raw`(?:${STRING}|true|false|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?|-?(?:0|[1-9]\d*)(?:\.\d+)?|\[\s*(?:${STRING}(?:\s*,\s*${STRING})*)?\s*\])`;
/**
 * A blank line, a comment, or a key with a value that YAML writes in the same way: a string in quotes, a number, a boolean, a date, or a
 * list of strings on its line.
 */
const PLAIN_LINE = new RegExp(String.raw`^(?:\s*(?:#.*)?|([A-Za-z][\w-]*)([ \t]*=[ \t]*)${VALUE}\s*(?:(?<=\s)#.*)?)$`);
