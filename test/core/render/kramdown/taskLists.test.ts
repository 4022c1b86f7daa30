import { test } from 'node:test';
import { checkKramdown, KRAMDOWN } from '../../../support/checkKramdown.ts';

test('boxes at the start of items are check boxes', () => {
  checkKramdown(
    '* [ ] a\n* [x] b\n* [X] c',
    '<ul class="task-list">\n  <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />a</li>\n  <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />b</li>\n  <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />c</li>\n</ul>\n',
  );
  checkKramdown(
    '* a\n* [ ] b\n* c',
    '<ul class="task-list">\n  <li>a</li>\n  <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />b</li>\n  <li class="task-list-item">c</li>\n</ul>\n',
  );
});

test('a box elsewhere is text', () => {
  checkKramdown('* a [ ] b\n\n[x] c', '<ul>\n  <li>a [ ] b</li>\n</ul>\n<p>[x] c</p>\n');
  checkKramdown('1. [ ]a', '<ol>\n  <li>[ ]a</li>\n</ol>\n');
});

test("kramdown's dialect has none", () => {
  checkKramdown('* [ ] a', '<ul>\n  <li>[ ] a</li>\n</ul>\n', KRAMDOWN);
});
