import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCorrection } from '../../../../src/core/compose/corrections/addCorrection.ts';
import { correctionForm, usedCorrections } from '../../../../src/core/compose/corrections/correctionForm.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

test('a correction is written as the archive writes them', () => {
  const item = '1/ **Head**. She left. ([CNN](https://cnn.com/a))';
  checkLearned(
    [`1/ **A**. He left. \\[*Editor’s note: On Monday.*\\] ([CNN](https://cnn.com/b))`],
    '1/ **Head**. She left. \\[*Editor’s note: ‸*\\] ([CNN](https://cnn.com/a))',
  );
  checkLearned(
    ['1/ **A**. He left. ([CNN](https://cnn.com/b)) _[Correction: On Monday.]_'],
    `${item} _[Correction: ‸]_`,
  );
  checkLearned(['1/ **A**. He left.\n\n> **UPDATE:** He did not.'], `${item}\n\n> **UPDATE:** ‸`);
  checkLearned(['1/ **A**. He left.\n\n**Correction**: On Monday.'], `${item}\n\n**Correction**: ‸`);
  checkLearned(['1/ **A**. He left.\n\n* ***Update**: On Monday.*'], `${item}\n\n* ***Update**: ‸*`);
  checkLearned(['1/ **A**. He left.\n\n* \\[Correction\\] **He left on Monday**.'], `${item}\n\n* \\[Correction\\] ‸`);
  checkLearned(['1/ **A**. He left.\n\n**[Correction, Jan. 2]** On Monday.'], `${item}\n\n**[Correction, Feb. 3]** ‸`);
});

test('the date is written as the archive writes it', () => {
  const checkDate = (used: string, expected: string) =>
    checkLearned(
      [`1/ **A**.\n\n${used} On Monday.*`],
      `1/ **Head**. She left. ([CNN](https://cnn.com/a))\n\n${expected}*`,
    );
  checkDate('*Correction (2020-12-16):', '*Correction (2031-02-03): ‸');
  checkDate('*Correction, Dec. 16:', '*Correction, Feb. 3: ‸');
  checkDate('*Correction, December 16, 2020:', '*Correction, February 3, 2031: ‸');
  checkDate('*Correction [16 December]:', '*Correction [3 February]: ‸');
  checkDate('*Correction – 12/16/2020:', '*Correction – 2/3/2031: ‸');
});

test('a correction counts before an update or a note, and then the form that is used most', () => {
  const note = '1/ **A**. He left. \\[*Editor’s note: Ah.*\\]';
  const update = '1/ **A**. He left.\n\n> UPDATE: Ah.';
  const wordOf = (texts: readonly string[]) =>
    correctionForm(texts.flatMap((text) => usedCorrections(parseEntry(text)))).word;
  assert.equal(wordOf([update, note, note]), 'Editor’s note');
  assert.equal(wordOf([note, update, update]), 'UPDATE');
  assert.equal(wordOf([note, note, '1/ **A**.\n\n*Correction: Ah.*']), 'Correction');
  assert.equal(wordOf([]), 'Correction');
});

test('the words in sentences, links and names are no corrections', () => {
  for (const text of [
    '1/ **A**. The clerk issued a Correction: nobody left.',
    '- **RGB update:** A paper.',
    '1/ **A**. See the update: it is long.',
    '* [Update](https://cnn.com): A page.',
    '1/ **A**. In an\nUpdate: the clerk left.',
    '* **Editor’s note**: This is an item.',
    '`Correction: code`',
    '1/ **A**. He left. \\[*Editor’s note: It never ends.',
    '1/ **A**. Corrections officers left.',
    '1/ **A**. The rules [Updated] are here, and those (Corrected) too.',
    '[Correction](https://cnn.com) She left.',
  ]) {
    assert.deepEqual(usedCorrections(parseEntry(text)), [], text);
  }
});

/** Checks what is added to the item of one entry, on February 3, 2031, after the entries of an archive were read. */
function checkLearned(archive: readonly string[], expected: string): void {
  const form = correctionForm(archive.flatMap((text) => usedCorrections(parseEntry(text))));
  const text = '1/ **Head**. She left. ([CNN](https://cnn.com/a))';
  const edit = addCorrection(parseEntry(text), 20, form, { today: '2031-02-03', date: '2031-01-31' });
  assert.ok(edit);
  const after = applyEdits(text, [edit]);
  const caret = edit.from + edit.caret;
  assert.equal(`${after.slice(0, caret)}‸${after.slice(caret)}`, expected);
}
