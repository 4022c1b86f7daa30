import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ClipboardContent } from '../../../../src/core/compose/citations/clipboardLinks.ts';
import type { Paste } from '../../../../src/core/compose/citations/paste.ts';
import { pasteCitations } from '../../../../src/core/compose/citations/pasteCitations.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { learnOutlets } from '../../../../src/core/outlets/outlets.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { anyGroup, anyText } from '../../../support/arbitraryTexts.ts';
import { readMarks } from '../../../support/markedText.ts';

const outlets = learnOutlets();
const N = 'https://www.npr.org/n';
const R = 'https://www.reuters.com/r';
const HEAD = '1/ **Head**. ';

// The text before with the caret ‸ or the selection ⟦…⟧, the clipboard, the text after with the caret. Without `after`: a plain paste.
const TABLE: readonly (readonly [
  name: string,
  before: string,
  clipboard: string | ClipboardContent,
  after?: string,
])[] = [
  // The end of an item
  ['after the full stop', `${HEAD}She left.‸`, N, `${HEAD}She left. ([NPR](${N}))‸`],
  ['after a space', `${HEAD}She left. ‸`, N, `${HEAD}She left. ([NPR](${N}))‸`],
  ['before the full stop', `${HEAD}She left‸.`, N, `${HEAD}She left. ([NPR](${N}))‸`],
  ['inside a closing quotation mark', `${HEAD}She said "no‸."`, N, `${HEAD}She said "no." ([NPR](${N}))‸`],
  ['after a Japanese full stop', `${HEAD}橋は閉じた。‸`, N, `${HEAD}橋は閉じた。 ([NPR](${N}))‸`],
  ['inside Japanese quotation marks', `${HEAD}「橋は閉じた‸。」`, N, `${HEAD}「橋は閉じた。」 ([NPR](${N}))‸`],
  ['inside French quotation marks', `${HEAD}Elle dit «non‸.»`, N, `${HEAD}Elle dit «non.» ([NPR](${N}))‸`],
  ['without a full stop', `${HEAD}She left‸`, N, `${HEAD}She left ([NPR](${N}))‸`],
  ['after a headline', '* **Head**‸', N, `* **Head** ([NPR](${N}))‸`],
  ['in an empty section', 'TK/ ‸', N, `TK/ ([NPR](${N}))‸`],
  ['before a hard break', `${HEAD}She left.‸ \\\nMore.`, N, `${HEAD}She left. ([NPR](${N}))‸ \\\nMore.`],
  ['with another item below', `${HEAD}She left.‸\n\n2/ **B**.`, N, `${HEAD}She left. ([NPR](${N}))‸\n\n2/ **B**.`],
  ['on a blank line', `${HEAD}She left.\n\n‸`, N, `${HEAD}She left.\n\n([NPR](${N}))‸`],
  ['in an announced list', '* **Live blogs**: ‸', `${N}\n${R}`, `* **Live blogs**: [NPR](${N}) / [Reuters](${R})‸`],
  // An existing group
  ['after a group', `${HEAD}She left. ([A](${R}))‸`, N, `${HEAD}She left. ([A](${R}) / [NPR](${N}))‸`],
  ['before a group', `${HEAD}She left.‸ ([A](${R}))`, N, `${HEAD}She left. ([A](${R}) / [NPR](${N}))‸`],
  ['before the stop and a group', `${HEAD}She left‸. ([A](${R}))`, N, `${HEAD}She left. ([A](${R}) / [NPR](${N}))‸`],
  ['first in a group', `${HEAD}(‸[A](${R}))`, N, `${HEAD}([NPR](${N})‸ / [A](${R}))`],
  ['last in a group', `${HEAD}([A](${R})‸)`, N, `${HEAD}([A](${R}) / [NPR](${N})‸)`],
  ['between two', `${HEAD}([A](${R})‸ / [B](${R}b))`, N, `${HEAD}([A](${R}) / [NPR](${N})‸ / [B](${R}b))`],
  ['after a separator', `${HEAD}([A](${R}) / ‸[B](${R}b))`, N, `${HEAD}([A](${R}) / [NPR](${N})‸ / [B](${R}b))`],
  ['after the last separator', `${HEAD}([A](${R}) / ‸)`, N, `${HEAD}([A](${R}) / [NPR](${N})‸)`],
  ['after a surplus space', `${HEAD}([A](${R}) ‸)`, N, `${HEAD}([A](${R}) / [NPR](${N})‸)`],
  ['in an unclosed group', `${HEAD}([A](${R}) /‸`, N, `${HEAD}([A](${R}) / [NPR](${N})‸`],
  ['in empty parentheses', `${HEAD}She left. (‸)`, N, `${HEAD}She left. ([NPR](${N})‸)`],
  ['after an opening parenthesis', `${HEAD}She left. (‸`, N, `${HEAD}She left. ([NPR](${N}))‸`],
  [
    'in a list without parentheses',
    `* **Live**: [A](${R}) / [B](${R}b)‸`,
    N,
    `* **Live**: [A](${R}) / [B](${R}b) / [NPR](${N})‸`,
  ],
  ['over a citation', `${HEAD}(⟦[A](${R})⟧ / [B](${R}b))`, N, `${HEAD}([NPR](${N})‸ / [B](${R}b))`],
  // In prose
  ['between sentences', `${HEAD}She left. ‸He stayed.`, N, `${HEAD}She left. ([NPR](${N}))‸ He stayed.`],
  ['between words', `${HEAD}She left ‸and stayed.`, N, `${HEAD}She left [NPR](${N})‸and stayed.`],
  ['in a word', `${HEAD}She l‸eft.`, N],
  ['over words', `${HEAD}She ⟦left ⟧early.`, N, `${HEAD}She [left](${N})‸ early.`],
  ['over words of a heading', '### The ⟦rest⟧', N, `### The [rest](${N})‸`],
  ['over an address', `${HEAD}She left. ⟦${R}⟧`, N, `${HEAD}She left. [NPR](${N})‸`],
  ['over half of a bold run', `${HEAD}**Bo⟦ld** and⟧ plain.`, N],
  ['over two items', `${HEAD}She ⟦left.\n\n2/ **B**⟧.`, N],
  ['over words, with several addresses', `${HEAD}She ⟦left⟧.`, `${N} ${R}`],
  // An existing link
  ['in an empty address', `${HEAD}([A](‸))`, `${N}?utm_source=feed`, `${HEAD}([A](${N})‸)`],
  ['in an empty link', `${HEAD}([ ]( ‸))`, N, `${HEAD}([NPR](${N})‸)`],
  ['in the name of an empty link', `${HEAD}([‸]())`, N, `${HEAD}([NPR](${N})‸)`],
  ['over a whole address', `${HEAD}([A](⟦${R}⟧))`, N, `${HEAD}([A](${N})‸)`],
  ['in an address', `${HEAD}([A](https://‸herald.example))`, N],
  ['in a name', `${HEAD}([A ‸B](${R}))`, N],
  ['in a pasted address of a group', `${HEAD}([A](${R}) / https://her‸ald.example)`, N],
  // Places without citations
  ['in the front matter', '---\ntitle: Day 1\nimage: ‸\n---\n\nText.', N],
  ['in a label', `1‸/ **Head**.`, N],
  ['in a heading', '### Notables.‸', N],
  ['in a divider', `${HEAD}Text.\n\n---‸\n\n2/ **B**.`, N],
  ['over a divider', `${HEAD}Text.\n\n⟦---⟧\n\n2/ **B**.`, N],
  ['in the last line of front matter', '---\ntitle: Day 1\n---‸', N],
  ['in front matter without an end', '---\ntitle: Day 1\nimage: ‸', N],
  ['in the first line of a text', '---‸', N],
  ['in a code span', `${HEAD}Run \`a ‸b\` now.`, N],
  ['over a word of a code span', `${HEAD}Run \`a ⟦b⟧ c\` now.`, N],
  ['over the end of a code span', `${HEAD}Run \`a ⟦b\` now⟧.`, N],
  ['in a code span of two lines', `${HEAD}Run \`\`a\n‸ \` b\`\` now.`, N],
  ['in code', '```\n‸\n```', N],
  ['at the end of code', '```\na\n```‸', N],
  ['at the start of code', '‸```\na\n```', N],
  ['in code that is not closed', '```\na\n\n‸', N],
  ['in code in a list', '* **Head**.\n\n  ```\n  a‸\n  ```', N],
  ['in code in a quote', '> ```\n> a‸\n> ```', N],
  ['in indented code', `${HEAD}Text.\n\n    a ‸b`, N],
  ['in an attribute', `${HEAD}See <a href="‸">it</a>.`, N],
  ['in an attribute that is being typed', `${HEAD}See <a href="‸`, N],
  ['in an element for code', `${HEAD}Run <code>a ‸b</code>.`, N],
  ['in an HTML block', '<div>\n‸\n</div>', N],
  ['in text of an HTML block', '<div>\nText. ‸\n</div>', N],
  ['below an HTML block', `${HEAD}Text.\n\n<div>\nText.\n</div>\n‸`, N],
  ['in a definition without an address', '[report]: ‸', N],
  ['in a definition in angle brackets', '[report]: <‸>', N],
  ['in a definition', '[report]: https://a.example/‸', N],
  ['in the title of a definition', '[report]: https://a.example/ "A ‸title"', N],
  ['in a reference', `${HEAD}See [the ‸report][r].\n\n[r]: https://a.example`, N],
  ['in the text of an image', `${HEAD}See ![a ‸map](b.png).`, N],
  ['at the end of the text of an image', '![a map‸](b.png)', N],
  ['over a word in the text of an image', '![a ⟦map⟧](b.png)', N],
  ['in the address of an image', '![a map](‸)', N],
  ['in the address of an image that is being typed', '![a map](‸', N],
  ['in an autolink', `${HEAD}See <https://a.ex‸ample/b>.`, N],
  ['where an autolink starts', `${HEAD}See <‸`, N],
  ['in a Liquid tag', '{% include video.html url="‸" %}', N],
  ['in a Liquid expression', `${HEAD}See {{ site.title ‸}} there.`, N],
  ['in Liquid that is not closed', `${HEAD}See {{ site.title ‸`, N],
  ['in raw Liquid', '{% raw %}\n\n‸\n\n{% endraw %}', N],
  ['in a comment', '<!-- ‸ -->', N],
  ['in a comment in a line', `${HEAD}She left. <!-- ask ‸Ada --> He stayed.`, N],
  ['in a comment over lines', '<!-- ask\n\n‸\n-->', N],
  ['between backticks that would become code', `${HEAD}A \` here. ‸B`, { text: '[A ` B](https://v.example)' }],
  // Next to what is not prose
  ['after a code span', `${HEAD}She ran \`a b\`.‸`, N, `${HEAD}She ran \`a b\`. ([NPR](${N}))‸`],
  ['before a code span', `${HEAD}She left.‸ \`a b\` ran.`, N, `${HEAD}She left. ([NPR](${N}))‸ \`a b\` ran.`],
  ['over words with code', `${HEAD}She ⟦ran \`a b\`⟧ now.`, N, `${HEAD}She [ran \`a b\`](${N})‸ now.`],
  ['over an autolink', `${HEAD}She left. ⟦<${R}>⟧`, N, `${HEAD}She left. [NPR](${N})‸`],
  ['between HTML blocks', '<div>\n\nText.‸\n\n</div>', N, `<div>\n\nText. ([NPR](${N}))‸\n\n</div>`],
  ['right above a divider', `${HEAD}She left.\n\n‸\n---`, N, `${HEAD}She left.\n\n([NPR](${N}))‸\n\n---`],
  ['in a footnote', `${HEAD}Text.[^1]\n\n[^1]: A note.‸`, N, `${HEAD}Text.[^1]\n\n[^1]: A note. ([NPR](${N}))‸`],
  // An address that the group has already
  ['the same address again', `${HEAD}([NPR](${N})‸)`, N, `${HEAD}([NPR](${N})‸)`],
  [
    'the same address in another spelling',
    `${HEAD}Text.‸ ([NPR](${N}))`,
    'http://npr.org/n/?utm_source=x',
    `${HEAD}Text. ([NPR](${N}))‸`,
  ],
  [
    'the same address and another',
    `${HEAD}([NPR](${N})‸)`,
    `${N}#top ${N} ${R}`,
    `${HEAD}([NPR](${N}) / [NPR](${N}#top) / [Reuters](${R})‸)`,
  ],
  ['the same address without its link', `${HEAD}([A](${R}) / ${N})‸`, N, `${HEAD}([A](${R}) / ${N})‸`],
  // The contents of the clipboard
  [
    'several addresses',
    `${HEAD}Text.‸`,
    `${N}\r\n${R}, <${N}?fbclid=1>`,
    `${HEAD}Text. ([NPR](${N}) / [Reuters](${R}))‸`,
  ],
  [
    'Markdown links',
    `${HEAD}Text.‸`,
    `([NPR](${N}) / [The Vale](https://v.example))`,
    `${HEAD}Text. ([NPR](${N}) / [The Vale](https://v.example))‸`,
  ],
  [
    'a Markdown link with a headline',
    `${HEAD}Text.‸`,
    `- [The mayor has left town](${N})`,
    `${HEAD}Text. ([NPR](${N}))‸`,
  ],
  [
    'a link copied from a page',
    `${HEAD}Text.‸`,
    {
      text: 'The mayor left',
      html: `<meta charset='utf-8'><a class="x" href="${N}?utm_source=a&amp;id=1">The <b>mayor</b> left</a>`,
    },
    `${HEAD}Text. ([NPR](${N}?id=1))‸`,
  ],
  [
    'a group copied from a page',
    `${HEAD}Text.‸`,
    {
      text: '(AP / The Vale)',
      html: `<html><head><title>T</title></head><body><!--StartFragment--><p>(<a href='${R}'>AP</a> /&nbsp;<a href=https://v.example>The Vale</a>)</p></body></html>`,
    },
    `${HEAD}Text. ([Reuters](${R}) / [The Vale](https://v.example))‸`,
  ],
  [
    'an address with its title',
    `${HEAD}Text.‸`,
    { text: N, html: `<a href="${N}">The mayor left</a>` },
    `${HEAD}Text. ([NPR](${N}))‸`,
  ],
  ['prose copied from a page', `${HEAD}Text.‸`, { text: 'See here', html: `See <a href="${N}">here</a>` }],
  ['a page without addresses', `${HEAD}Text.‸`, { text: 'here', html: '<a href="/here">here</a>' }],
  ['words and an address', `${HEAD}Text.‸`, `See ${N}`],
  ['words', `${HEAD}Text.‸`, 'words'],
  ['nothing', `${HEAD}Text.‸`, ''],
];

for (const [name, before, clipboard, after] of TABLE) {
  test(`paste: ${name}`, () => {
    const { text, ranges, cursor } = readMarks(before);
    const selection = ranges[0] ?? { from: cursor ?? 0, to: cursor ?? 0 };
    const content = typeof clipboard === 'string' ? { text: clipboard } : clipboard;
    const paste = pasteCitations(parseEntry(text), selection, content, outlets);
    assert.equal(paste && shown(text, paste), after);
  });

  if (!before.includes('\n')) continue;
  test(`paste with CRLF: ${name}`, () => {
    const { text, ranges, cursor } = readMarks(before.replaceAll('\n', '\r\n'));
    const selection = ranges[0] ?? { from: cursor ?? 0, to: cursor ?? 0 };
    const content = typeof clipboard === 'string' ? { text: clipboard } : clipboard;
    const paste = pasteCitations(parseEntry(text), selection, content, outlets);
    assert.equal(paste && shown(text, paste), after?.replaceAll('\n', '\r\n'));
  });
}

test('edits are inside the entry and the caret inside the result, wherever the paste is', () => {
  const at = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0, 0, 1, 5, 30));
  fc.assert(
    fc.property(
      fc.oneof(anyText, anyGroup),
      at,
      fc.constantFrom(N, `${N} ${R}`),
      (text, [where, length], clipboard) => {
        const from = Math.floor(where * text.length);
        const selection = { from, to: Math.min(text.length, from + length) };
        const paste = pasteCitations(parseEntry(text), selection, { text: clipboard }, outlets);
        if (!paste) return;
        for (const edit of paste.edits) assert.ok(0 <= edit.from && edit.from <= edit.to && edit.to <= text.length);
        const made = applyEdits(text, paste.edits);
        assert.ok(paste.caret <= made.length);
        if (paste.kind !== 'cited') assert.ok(made.includes(N));
      },
    ),
    { seed: 1080, numRuns: 3000 },
  );
});

test('no clipboard content throws', () => {
  const entry = parseEntry(`${HEAD}Text.`);
  const selection = { from: entry.text.length, to: entry.text.length };
  const pieces = fc.constantFrom(
    '<',
    '>',
    '<a href="',
    'https://a.example',
    '"',
    '</a>',
    '<!--',
    '-->',
    '&amp;',
    '&#99999999;',
    '[',
    '](',
    ')',
    ' ',
    '/',
    'x',
    '<style>',
  );
  const html = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(html, html, (text, rich) => {
      const paste = pasteCitations(entry, selection, { text, html: rich }, outlets);
      if (paste) assert.match(shown(entry.text, paste), /Text\. \(.+\)‸$/s);
    }),
    { seed: 1080, numRuns: 3000 },
  );
});

function shown(text: string, { edits, caret }: Paste): string {
  const made = applyEdits(text, edits);
  return `${made.slice(0, caret)}‸${made.slice(caret)}`;
}
