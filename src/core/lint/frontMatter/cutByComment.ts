import type { Key } from '../../entry/entry.ts';
import { PROSE_KEYS } from '../../entry/knownKeys.ts';
import { SPACE } from '../../text/charCodes.ts';
import { endOfLine } from '../../text/lineBounds.ts';
import type { Span } from '../../text/text.ts';
import type { Finding } from '../rule.ts';
import { isQuote, singleQuoted } from './yamlScalar.ts';

/** The words that a comment cuts off from a value. */
interface CutWords extends Span {
  /** Whether they are certainly part of the text: `#1`, `#MeToo`, but not `# 1`. */
  readonly isCertain: boolean;
}

/**
 * The rest of a line that YAML takes for a comment although it belongs to the text: `They are #1 in town.` is read as `They are`.
 * Undefined if there is none, or if it is plainly a comment: `A long noon. # checked`.
 */
export function wordsCutByComment(text: string, { name, to, value }: Key): CutWords | undefined {
  if (value.to >= to || isQuote(text.charAt(value.from)) || !PROSE_KEYS.has(name)) return undefined;
  if ('|>[{&*!'.includes(text.charAt(value.from)) && value.from < value.to) return undefined;
  let from = value.to;
  while (from < to && text.charCodeAt(from) <= SPACE) from++;
  if (text.charAt(from) !== '#' || endOfLine(text, from) < to) return undefined;
  const comment = text.slice(from, to).trimEnd();
  const isCertain = /^#[\p{L}\p{N}]/u.test(comment);
  const isRestOfSentence = /[.!?…]["”')]*$/.test(comment) && !/[.!?…]["”')]*$/.test(text.slice(value.from, value.to));
  return isCertain || isRestOfSentence ? { from, to: from + comment.length, isCertain } : undefined;
}

/** Reports a value that a comment cuts short. */
export function cutByCommentFinding(text: string, key: Key): Finding | undefined {
  const words = wordsCutByComment(text, key);
  if (!words) return undefined;
  const { from } = key.value;
  const fix = {
    title: 'Put the value in quotes',
    edits: [{ from, to: words.to, text: singleQuoted(text.slice(from, words.to)) }],
  };
  return {
    from: words.from,
    to: words.to,
    message: `The "#" starts a comment: the value of "${key.name}" ends before it.`,
    severity: 'warning',
    ...(words.isCertain ? { fix } : { suggestions: [fix] }),
  };
}
