import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { assertLinear } from '../../support/assertLinear.ts';

test('formulas between dollar signs are no prose', () => {
  checkMath('Let ⟦$v^*w$⟧ be a product of ⟦$[x,ay]$⟧ and ⟦$\\Gamma_1(N)$⟧.');
  checkMath('It is\n⟦$$\\langle x,F^*y \\rangle\n= \\langle Fx,y \\rangle$$⟧\nfor all.');
  checkMath('> - ⟦$T^*V \\times T^*W$⟧');
  checkMath('## The case of ⟦$x^2$⟧\n\nText.');
});

test('prices, variables and code are prose, or code', () => {
  checkMath('It cost $5 million, or $6 million in **all**.');
  checkMath('From US$5^1 to NZ$6, and $5_a-$10.');
  checkMath('Set $HOME_DIR/$NAME, \\$x^2\\$ and $ x^2 $.');
  checkMath('`$x^2$` is code.');
  checkMath('It cost $5 ([A](https://a.example/b_c$), $6) and $x^2\n\ny$.');
  checkMath('Pay $$ and $$$.');
});

test('looking for formulas takes linear time', () => {
  for (const piece of ['$', '$$', '$a', '\\$', '$x^', '$$\n', '$ a\n\n', '$$x^2\\$$']) {
    assertLinear((size) => {
      const text = piece.repeat(size / piece.length);
      return () => parseEntry(text);
    });
  }
});

function checkMath(marked: string): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  const expected = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(([, formula]) => formula);
  const found = parseEntry(text).literals.filter(({ kind }) => kind === 'math');
  assert.deepEqual(
    found.map(({ from, to }) => text.slice(from, to)),
    expected,
  );
}
