import assert from 'node:assert/strict';
import { JEKYLL_KRAMDOWN, type KramdownOptions } from '../../src/core/engines/kramdownOptions.ts';
import { createKramdown } from '../../src/core/render/kramdown/kramdown.ts';

/** kramdown's own dialect, with ids of headings left out. */
export const KRAMDOWN: Partial<KramdownOptions> = { input: 'kramdown', autoIds: false };

/** Checks the HTML of a text, with the options of Jekyll where no others are given. Nothing is between top-level blocks. */
export function checkKramdown(markdown: string, html: string, options?: Partial<KramdownOptions>): void {
  assert.equal(createKramdown({ ...JEKYLL_KRAMDOWN, ...options }).render(markdown), html);
}
