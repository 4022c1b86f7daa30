import type { Key } from '../../entry/entry.ts';
import { isValidYaml } from '../../entry/yaml.ts';
import type { Finding } from '../rule.ts';
import { singleQuoted } from './yamlScalar.ts';

/** The finding for a key whose value is not valid YAML. Has a fix if the value in single quotes is valid. */
export function invalidValueFinding(text: string, key: Key): Finding {
  const { name, value } = key;
  const raw = text.slice(value.from, value.to);
  const unquoted = withoutMismatchedQuotes(raw, name);
  const hasApostrophe = unquoted === undefined && raw.length > 2 && raw.startsWith("'") && raw.endsWith("'");
  const correct = singleQuoted(unquoted ?? (hasApostrophe ? raw.slice(1, -1).replaceAll("''", "'") : raw));
  const correctedKey = text.slice(key.from, value.from) + correct + text.slice(value.to, key.to);
  const isFixable = !/[\r\n]/.test(raw) && isValidYaml(correctedKey);
  const [message, title] =
    unquoted !== undefined
      ? [`The quotation marks around the value of "${name}" do not match.`, `Change it to ${correct}`]
      : hasApostrophe
        ? ['Apostrophe not doubled inside single quotes: the YAML is invalid.', 'Double the apostrophe']
        : [`The value of "${name}" is not valid YAML: it needs quotes.`, 'Put the value in quotes'];
  return { ...value, message, ...(isFixable && { fix: { title, edits: [{ ...value, text: correct }] } }) };
}

/**
 * The content of a value whose quotation marks do not match: one is missing, doubled or swapped with another, or a stray
 * character comes before them. Undefined if they match, as in `'…'`, `"…"` and `'"…"'`.
 */
function withoutMismatchedQuotes(raw: string, name: string): string | undefined {
  if (raw.length > MAX_VALUE_CHARS) return undefined;
  const [, stray = '', marksBefore = '', content = '', marksAfter = ''] = QUOTED_VALUE.exec(raw) ?? [];
  const marks = marksBefore + marksAfter;
  if (marks === '') return undefined;
  const isPaired = stray === '' && [...marksBefore].reverse().join('') === marksAfter;
  const endsWithPlural = marksBefore === "'" && marksAfter === "''" && content.endsWith('s'); // 'of the voters''
  if (isPaired || endsWithPlural) return undefined;
  const isQuotation =
    (marksBefore.includes('"') && marksAfter.includes('"') && (marks.includes("'") || marks.length > 2)) ||
    (marksBefore.length > 1 && marksAfter.length > 1 && marks.includes('"'));
  const unescaped = content.replaceAll("''", "'");
  return isQuotation && name !== 'image' ? `"${unescaped}"` : unescaped;
}

/** Longer values are not quotes, and searching for their last quotation mark would be slow. */
const MAX_VALUE_CHARS = 2000;

/** A stray character, the opening quotation marks, the content, and the closing quotation marks. */
const QUOTED_VALUE = /^([^\p{L}\p{N}\s"'“‘/([{]?)(?=["'])(["']+)(.*?)(["']*)$/su;
