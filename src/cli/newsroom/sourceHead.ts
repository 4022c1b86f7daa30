import type { Entry } from '../../core/entry/entry.ts';
import { parseBody, parseEntry } from '../../core/entry/parse.ts';
import { parseFrontMatter } from '../../core/entry/parseFrontMatter.ts';
import { oncePer } from '../../core/text/oncePer.ts';
import { decode, type SourceFile } from './sourceFile.ts';

/** The front matter of a file, and the beginning of its text with at least the front matter. */
export const headOf: (source: SourceFile) => Pick<Entry, 'text' | 'frontMatter'> = oncePer((source) => {
  // Most of a file need not be decoded: only its front matter.
  const head = source.bytes.toString('utf8', 0, endOfHead(source.bytes));
  const frontMatter = parseFrontMatter(head);
  if (!frontMatter || frontMatter.close) return { text: head, frontMatter };
  const text = decode(source);
  return { text, frontMatter: parseFrontMatter(text) };
});

/** Parses the decoded text of a file; its front matter, which shows the day of the entry, only once. */
export function parseSource(source: SourceFile, text: string): Entry {
  const head = headOf(source);
  // What is no front matter in the beginning of a text may be some in all of it; invalid bytes may be decoded in another way.
  return head.frontMatter && text.startsWith(head.text) ? parseBody(text, head.frontMatter) : parseEntry(text);
}

/** The end of the first line that may be the closing fence of the front matter, or enough bytes for nearly every one. */
function endOfHead(bytes: Buffer): number {
  const fence = bytes.indexOf('\n---', 3);
  const end = fence < 0 ? -1 : bytes.indexOf('\n', fence + 1);
  return end < 0 || end > MAX_HEAD_BYTES ? MAX_HEAD_BYTES : end;
}

/** Holds the front matter of nearly every entry. */
const MAX_HEAD_BYTES = 4096;
