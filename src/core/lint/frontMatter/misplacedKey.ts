import type { Key } from '../../entry/entry.ts';
import { PROSE_KEYS } from '../../entry/knownKeys.ts';
import { SPACE, TAB } from '../../text/charCodes.ts';
import { startOfLine } from '../../text/lineBounds.ts';
import type { Finding } from '../rule.ts';

/** Reports a key that is indented deeper than the others, and one without a space after its colon. */
export function misplacedKeyFinding(text: string, key: Key, keys: readonly Key[]): Finding | undefined {
  const { name, nameSpan, value, from, to } = key;
  const colon = text.indexOf(':', nameSpan.to);
  if (value.from === colon + 1 && value.from < value.to && value.from < to) {
    const isUnique = keys.every((other) => other === key || other.name !== name); // on the site, the last one would win
    return {
      ...nameSpan,
      message: `Missing space after "${name}:".`,
      ...(isUnique && { fix: { title: 'Insert a space', edits: [{ from: colon + 1, to: colon + 1, text: ' ' }] } }),
    };
  }
  if (from === 0 || !isIndent(text.charCodeAt(from - 1))) return undefined;
  const lineStart = startOfLine(text, from);
  const margin = Math.min(...keys.map((other) => other.from - startOfLine(text, other.from)));
  const hasTab = text.slice(lineStart, from).includes('\t');
  if (from - lineStart <= margin && !hasTab) return undefined;
  const removal = {
    title: 'Remove the indentation',
    edits: [{ from: lineStart + (hasTab ? 0 : margin), to: from, text: '' }],
  };
  return {
    ...nameSpan,
    message: `The key "${name}" is indented: it must start ${margin === 0 || hasTab ? 'at the beginning of the line' : 'like the other keys'}.`,
    ...(isCertainlyKey(text, key, keys) ? { fix: removal } : { suggestions: [removal] }),
  };
}

/** Whether the line is not the rest of a text above it: that text has ended, and no other key has the name. */
function isCertainlyKey(text: string, key: Key, keys: readonly Key[]): boolean {
  if (keys.some((other) => other !== key && other.name === key.name)) return false;
  const above = keys.findLast((other) => other.to < key.from);
  if (!above || !PROSE_KEYS.has(above.name)) return true;
  return /^day\s*\d+$|[.!?…"'”]$/i.test(text.slice(above.value.from, above.value.to));
}

function isIndent(code: number): boolean {
  return code === SPACE || code === TAB;
}
