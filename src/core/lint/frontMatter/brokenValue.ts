import type { Key } from '../../entry/entry.ts';
import { isYaml } from '../../entry/yaml.ts';
import type { Finding } from '../rule.ts';
import { quoted } from './frontMatterEdits.ts';

/** What is wrong with a key's value that is not YAML, and with which quotes it is. */
export function brokenValue(text: string, key: Key): Finding {
  const { name, value } = key;
  const raw = text.slice(value.from, value.to);
  const bare = withoutSlips(raw, name);
  const isApostrophe = bare === undefined && raw.length > 2 && raw.startsWith("'") && raw.endsWith("'");
  const right = quoted(bare ?? (isApostrophe ? raw.slice(1, -1).replaceAll("''", "'") : raw));
  const mended = text.slice(key.from, value.from) + right + text.slice(value.to, key.to);
  const mends = !/[\r\n]/.test(raw) && isYaml(mended);
  const [message, title] =
    bare !== undefined
      ? [`The quotation marks around the value of "${name}" do not match.`, `Write it as ${right}`]
      : isApostrophe
        ? ['An apostrophe inside single quotes is not doubled, and breaks the YAML.', 'Double the apostrophe']
        : [`The value of "${name}" is not YAML: it needs quotes.`, 'Put the value in quotes'];
  return { ...value, message, ...(mends && { fix: { title, edits: [{ ...value, text: right }] } }) };
}

/**
 * What the value says where the marks around it are not those of `'…'`, `"…"` or `'"…"'`: one is missing, doubled or swapped, or a
 * sign stands before them. Undefined where they are.
 */
function withoutSlips(raw: string, name: string): string | undefined {
  if (raw.length > LONGEST) return undefined;
  const [, sign = '', before = '', words = '', behind = ''] = MARKS.exec(raw) ?? [];
  if (before + behind === '') return undefined;
  const isPaired = sign === '' && [...before].reverse().join('') === behind;
  const isPlural = before === "'" && behind === "''" && words.endsWith('s'); // 'of the voters''
  if (isPaired || isPlural) return undefined;
  const marks = before + behind;
  const isQuote =
    (before.includes('"') && behind.includes('"') && (marks.includes("'") || marks.length > 2)) ||
    (before.length > 1 && behind.length > 1 && marks.includes('"'));
  const plain = words.replaceAll("''", "'");
  return isQuote && name !== 'image' ? `"${plain}"` : plain;
}

/** Longer ones nobody quotes, and looking for the marks behind them would take its time. */
const LONGEST = 2000;

/** A sign before the marks, the marks, what stands between them and the marks behind that. */
const MARKS = /^([^\p{L}\p{N}\s"'“‘/([{]?)(?=["'])(["']+)(.*?)(["']*)$/su;
