import fc from 'fast-check';

/** Pieces that are significant for the parser, and some that are not. */
// biome-ignore format: a list of strings
export const PIECES: readonly string[] = [
  '[', ']', '(', ')', '](', '(https://a.example/b', '[A](https://a.example)', ' / ', '/', '*', '**', '_', '\\', '`', '```',
  '"', "'", "''", '\n', '\n\n', '\r\n', '\r', ' ', '\t', '\u00a0', '\u2009', '\ufeff', 'TK', 'TK/ ', 'KT/', '1/ ', 'poll/ ', '* ',
  '- ', '1. ', '# ', '> ', '---', '---\n', 'title: ', 'date: ', 'Day 12', '2031-01-31', '09:30', '{%', '%}', '{{', '<', '>',
  '<!--', '-->', '.', '..', ',', ';', '|', ':', '!', '^', '[^1]:', '#', ' #', 'a', 'A', 'Herald ', 'and', 'é', '“', '”', '’',
  '😀', '\ud800', '0', '12',
];

/** The pieces of citation groups, whole and broken. */
// biome-ignore format: a list of strings
export const CITATION_PIECES: readonly string[] = [
  '(', ')', ' / ', ' / ', '/', ', ', ' and ', '|', ';', ' ', '.', '\\', '**', '\n', 'TK', 'Valley Post', 'Gallup', 'https://x.example/4',
  '[A](https://a.example/1)', '[B](https://b.example/2)', '[C](https://c.example/3)', '[D(https://d.example)', '[E] (https://e.example)',
  'F](https://f.example)', '(G)[https://g.example]', '[H](https://h.example', '[(I](https://i.example)', '[J)](https://j.example)',
  '[K /](https://k.example)', '[ / L](https://l.example)', 'NBC [News](https://n.example)', '[]()', '[O]()', '[P](p.example/a)',
  '[[Q](https://q.example)', '[R]](https://r.example)', '**Bold**. ', 'Prose goes on. ', 'prose.And', '🎉', '#tag',
];

const STARTS = [
  '1/ **Head**. She left at noon. (',
  '* **Head**. She left. ',
  'She said (as he did) so. (',
  '1. **Head** ',
  '* ',
];

/** Texts of pieces in any order, some after the start of front matter. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', '---\n', '---\ntitle: Day 12\n---\n'), piecesOf(PIECES, 40))
  .map((parts) => parts.join(''));

/** Items with a citation group that may be damaged in any way. */
export const anyGroup: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...STARTS), piecesOf(CITATION_PIECES, 10))
  .map((parts) => parts.join(''));

/** Excerpts of the text, cut anywhere and damaged in a few places. */
export function damagedText(text: string): fc.Arbitrary<string> {
  const offset = fc.nat(text.length);
  const edit = fc.record({
    at: fc.nat(2000),
    remove: fc.nat(3),
    insert: fc.constantFrom('', ...PIECES, ...CITATION_PIECES),
  });
  return fc
    .tuple(offset, fc.integer({ min: 1, max: 2000 }), fc.array(edit, { maxLength: 6 }))
    .map(([from, length, edits]) => {
      let result = text.slice(from < 200 ? 0 : from, from + length);
      for (const { at, remove, insert } of edits) {
        const place = result.length === 0 ? 0 : at % result.length;
        result = result.slice(0, place) + insert + result.slice(place + remove);
      }
      return result;
    });
}

function piecesOf(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));
}
