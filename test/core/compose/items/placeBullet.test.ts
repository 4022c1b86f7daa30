import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeBullet } from '../../../../src/core/compose/items/placeBullet.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { readMarks } from '../../../support/markedText.ts';

const BULLET = '* **📌 B**';
for (const [name, marked, expected] of [
  ['on a blank line', '1/ A.\n\n‸\n\n2/ C.', `1/ A.\n\n${BULLET}\n\n2/ C.`],
  ['between lines without blank lines', '1/ A.\n‸\n2/ C.', `1/ A.\n\n${BULLET}\n\n2/ C.`],
  ['after a list marker', '1/ A.\n\n* ‸', `1/ A.\n\n${BULLET}`],
  ['in prose', '1/ A‸.\n\n2/ C.', `1/ A.\n\n${BULLET}\n\n2/ C.`],
  ['in an empty body', '‸', BULLET],
  ['in a list with another marker', '1/ A.\n\n- D.\n\n‸', '1/ A.\n\n- D.\n\n- **📌 B**'],
  [
    'on a blank line in code',
    '1/ A.\n\n```\na\n‸\nb\n```\n\n2/ C.',
    '1/ A.\n\n```\na\n\nb\n```\n\n* **📌 B**\n\n2/ C.',
  ],
  ['in a list with more space', '1/ A.\n\n-   D.\n\n‸', '1/ A.\n\n-   D.\n\n-   **📌 B**'],
  ['in a file with CRLF line endings', '1/ A‸.\r\n\r\n2/ C.', `1/ A.\r\n\r\n${BULLET}\r\n\r\n2/ C.`],
] as const) {
  test(`a bullet is placed with a blank line on either side: ${name}`, () => {
    const { text, cursor = 0 } = readMarks(marked);
    assert.equal(applyEdits(text, [placeBullet(parseEntry(text), cursor, BULLET)]), expected);
  });
}
