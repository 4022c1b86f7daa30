import type { Entry } from '../../entry/entry.ts';
import { LINE_FEED } from '../../text/charCodes.ts';
import { startOfLine } from '../../text/lineBounds.ts';
import { isInImageText, literalAround } from '../literalPlaces.ts';

/** Whether a citation can be at the offset: in prose of the body, but not in the text of an image or where an address is expected. */
export function isCitationPlace(entry: Entry, offset: number): boolean {
  if (!isInBody(entry, offset) || literalAround(entry, offset) || isInImageText(entry, offset)) return false;
  const { prose, body } = entry;
  const before = prose.slice(Math.max(body.from, startOfLine(prose, offset), offset - MAX_CHARS_BEFORE), offset);
  return !(
    (before.includes('<') && AT_HTML_ADDRESS.test(before)) ||
    (before.includes(']:') && AT_DEFINED_ADDRESS.test(before))
  );
}

/** Enough for the start of a tag or a definition. */
const MAX_CHARS_BEFORE = 1000;

/** After `<`, where an autolink starts, or in the value of an attribute that is still being typed: `<a href="`. */
const AT_HTML_ADDRESS = /<(?:https?:[^\s<>]*|[a-z][\w-]*\s[^<>]*=\s*["']?[^"'<>]*)?$/i;

/** After `[label]:` at the start of a line, but not after `[^1]:`. */
const AT_DEFINED_ADDRESS = /^[\s>]*(?:[-+*]\s+)?\[(?!\^)(?:\\.|[^[\]\\])+\]:\s*<?$/;

/** Whether the offset is on a line of the body: not on the last line of front matter without a line break, or without an end. */
function isInBody({ text, frontMatter, body }: Entry, offset: number): boolean {
  if (offset < body.from || offset > text.length) return false;
  return !frontMatter || offset > frontMatter.to || text.charCodeAt(frontMatter.to - 1) === LINE_FEED;
}
