import { test } from 'node:test';
import { renderBody } from '../../../../src/core/render/renderBody.ts';
import { assertLinear } from '../../../support/assertLinear.ts';

test('time grows linearly with the number of footnotes', () => {
  assertLinear((size) => {
    const numbers = Array.from({ length: Math.ceil(size / 24) }, (_, index) => index);
    const body = numbers.map((number) => `a[^${number}]\n\n[^${number}]: Note.\n\n`).join('');
    return () => renderBody(body);
  });
});
