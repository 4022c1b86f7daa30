import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertImages, selectedWords } from '../../../../src/core/compose/images/insertImages.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

const BOAT = '![A boat](/uploads/day-12.png)';
const FRONT = '---\ntitle: Day 12\n---\n\n';

test('on a blank line, an image is a paragraph of its own', () => {
  checkInserted(`${FRONT}‸`, `${FRONT}${BOAT}‸`);
  checkInserted('‸', `${BOAT}‸`);
  checkInserted('1/ **Head**. Text.\n\n‸', `1/ **Head**. Text.\n\n${BOAT}‸`);
  checkInserted('1/ **Head**. Text.\n‸', `1/ **Head**. Text.\n\n${BOAT}‸`);
  checkInserted('1/ **A**. Text.\n\n‸\n\n2/ **B**. Text.', `1/ **A**. Text.\n\n${BOAT}‸\n\n2/ **B**. Text.`);
  checkInserted('1/ **A**. Text.\n‸\n2/ **B**. Text.', `1/ **A**. Text.\n\n${BOAT}‸\n\n2/ **B**. Text.`);
});

test('at an item, an image follows it, so that words and sources stay together', () => {
  const item = '1/ **Head**. She left. ([CNN](https://cnn.com/a))';
  for (const at of ['Head', 'She', 'CNN', 'https', ')']) {
    checkInserted(item.replace(at, `‸${at}`), `${item}\n\n${BOAT}‸`);
  }
  checkInserted(`${item}‸\n\n2/ **B**. Text.`, `${item}\n\n${BOAT}‸\n\n2/ **B**. Text.`);
  checkInserted(`‸${item}`, `${BOAT}‸\n\n${item}`);
  checkInserted('* **A**. Te‸xt.\n* **B**. Text.', `* **A**. Text.\n\n  ${BOAT}‸\n\n* **B**. Text.`);
  checkInserted('9. **A**. Te‸xt.', `9. **A**. Text.\n\n   ${BOAT}‸`);
  checkInserted('## Head‸ing', `## Heading\n\n${BOAT}‸`);
});

test('among the words of a paragraph, an image is where the caret is', () => {
  checkInserted('See ‸ here.', `See ${BOAT}‸ here.`);
  checkInserted('See here.‸', `See here.\n\n${BOAT}‸`);
  checkInserted('See [a ‸link](https://log.example) here.', `See [a link](https://log.example) here.\n\n${BOAT}‸`);
});

test('selected words are replaced, and suggest the alternative text', () => {
  checkInserted('See ⟦the boat⟧ here.', `See ${BOAT}‸ here.`);
  assert.equal(selectedWords(parseEntry('See the boat here.'), { from: 4, to: 13 }), 'the boat');
  assert.equal(selectedWords(parseEntry('One.\n\nTwo.'), { from: 0, to: 10 }), '');
  checkRefused('See [⟦a⟧ link](https://log.example).');
});

test('a missing alternative text is a TK, selected', () => {
  checkInserted('‸', '![⟦TK⟧](/uploads/day-12.png)', ['']);
  checkInserted('‸', `![A](/uploads/day-12.png)\n\n![⟦TK⟧](/uploads/day-12.png)`, ['A', ' ']);
});

test('several images are paragraphs of their own', () => {
  checkInserted('‸', '![A](/uploads/day-12.png)\n\n![B](/uploads/day-12.png)‸', ['A', 'B']);
});

test('what means something to Markdown is escaped in the alternative text', () => {
  checkInserted('‸', '![A \\[red\\] boat, \\\\ two lines](/uploads/day-12.png)‸', ['A [red] boat, \\ two\n lines']);
});

test('an image that the site has already keeps its address', () => {
  const entry = parseEntry('');
  const images = [{ name: '/img/a b.png', alternativeText: 'A' }];
  assert.equal(insertImages(entry, { from: 0, to: 0 }, images, PLACE)?.text, '![A](/img/a%20b.png)');
});

test('the line breaks of the entry are kept', () => {
  checkInserted('1/ **A**. Te‸xt.\r\n\r\n2/ **B**.', `1/ **A**. Text.\r\n\r\n${BOAT}‸\r\n\r\n2/ **B**.`);
});

test('at a key of the front matter, the address becomes its value', () => {
  const address = '"/uploads/day-12.png"';
  checkInserted('---\nimage:‸\n---\n', `---\nimage: ${address}‸\n---\n`);
  checkInserted('---\nimage: ‸ # later\n---\n', `---\nimage: ${address}‸ # later\n---\n`);
  checkInserted('---\nimage: # ‸later\n---\n', `---\nimage: ${address}‸ # later\n---\n`);
  checkInserted('---\nim‸age: "/uploads/old.jpg"\n---\n', `---\nimage: ${address}‸\n---\n`);
  checkInserted("---\nimage: '/a # b.jpg‸' # later\n---\n", `---\nimage: ${address}‸ # later\n---\n`);
  checkInserted('---\nthumbnail: ‸\ntitle: Day 12\n---\n', `---\nthumbnail: ${address}‸\ntitle: Day 12\n---\n`);
  checkInserted('---\nimage:\n  twitter: /a‸.png\n---\n', `---\nimage:\n  twitter: ${address}‸\n---\n`);
});

test('front matter without a place for an image stays as it is', () => {
  checkRefused('---\ntitle: Day ‸12\n---\n');
  checkRefused('---\nimage:‸\n  twitter: /a.png\n---\n');
  checkRefused('---\nimage: [‸/a.png]\n---\n');
  checkRefused('---\nimage: ‸\n');
  checkRefused('+++\nimage = ‸""\n+++\n');
  checkRefused('---\nimage: ‸\n---\n', ['A', 'B']);
});

test('code, HTML and definitions stay as they are', () => {
  checkRefused('```\nco‸de\n```');
  checkRefused('<div>\n‸\n</div>');
  checkRefused('Text `co‸de`.');
  checkRefused('![A‸](/uploads/a.png)');
});

const PLACE = { folder: 'uploads', bodyPrefix: '/uploads/', frontMatterPrefix: '/uploads/', quote: '"' } as const;

/** Checks the text and selection after images named `day-12.png` were inserted at `‸` or over `⟦…⟧`. */
function checkInserted(marked: string, expected: string, alternativeTexts: readonly string[] = ['A boat']): void {
  assert.equal(inserted(marked, alternativeTexts), expected);
}

function checkRefused(marked: string, alternativeTexts: readonly string[] = ['A boat']): void {
  assert.equal(inserted(marked, alternativeTexts), undefined);
}

function inserted(marked: string, alternativeTexts: readonly string[]): string | undefined {
  const text = marked.replace(/[‸⟦⟧]/g, '');
  const from = marked.search(/[‸⟦]/);
  const to = marked.includes('⟧') ? marked.indexOf('⟧') - 1 : from;
  const images = alternativeTexts.map((alternativeText) => ({ name: 'day-12.png', alternativeText }));
  const edit = insertImages(parseEntry(text), { from, to }, images, PLACE);
  if (!edit) return undefined;
  const after = applyEdits(text, [edit]);
  const selection = { from: edit.from + edit.selection.from, to: edit.from + edit.selection.to };
  const selected = after.slice(selection.from, selection.to);
  const mark = selected === '' ? '‸' : `⟦${selected}⟧`;
  return after.slice(0, selection.from) + mark + after.slice(selection.to);
}
