import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('lines with pipes are a table', () => {
  checkKramdown(
    '| a | b |\n| c | d |',
    '<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>b</td>\n    </tr>\n    <tr>\n      <td>c</td>\n      <td>d</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
  checkKramdown(
    'a | b\nc | d',
    '<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>b</td>\n    </tr>\n    <tr>\n      <td>c</td>\n      <td>d</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});

test('a line of hyphens ends the head and aligns the columns', () => {
  checkKramdown(
    '| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |',
    '<table>\n  <thead>\n    <tr>\n      <th style="text-align: left">a</th>\n      <th style="text-align: center">b</th>\n      <th style="text-align: right">c</th>\n      <th>d</th>\n    </tr>\n  </thead>\n  <tbody>\n    <tr>\n      <td style="text-align: left">1</td>\n      <td style="text-align: center">2</td>\n      <td style="text-align: right">3</td>\n      <td>4</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});

test('another one starts a new body, one of equals signs the foot', () => {
  checkKramdown(
    '|a|b|\n|---+---|\n|c|d|\n|---+---|\n|e|f|\n|===+===|\n|g|h|',
    '<table>\n  <thead>\n    <tr>\n      <th>a</th>\n      <th>b</th>\n    </tr>\n  </thead>\n  <tbody>\n    <tr>\n      <td>c</td>\n      <td>d</td>\n    </tr>\n  </tbody>\n  <tbody>\n    <tr>\n      <td>e</td>\n      <td>f</td>\n    </tr>\n  </tbody>\n  <tfoot>\n    <tr>\n      <td>g</td>\n      <td>h</td>\n    </tr>\n  </tfoot>\n</table>\n',
  );
});

test('short rows are filled', () => {
  checkKramdown(
    '|a|b|c|\n|d|',
    '<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>b</td>\n      <td>c</td>\n    </tr>\n    <tr>\n      <td>d</td>\n      <td>\u00a0</td>\n      <td>\u00a0</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});

test('pipes in code, in code elements and after backslashes do not count', () => {
  checkKramdown(
    '| `a|b` | <code>c|d</code> | e\\|f |\n',
    '<table>\n  <tbody>\n    <tr>\n      <td><code>a|b</code></td>\n      <td><code>c|d</code></td>\n      <td>e|f</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
  checkKramdown(
    '| ``a` |b`` | c |',
    '<table>\n  <tbody>\n    <tr>\n      <td><code>a` |b</code></td>\n      <td>c</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});

test('each line needs a pipe, and a table block boundaries around it', () => {
  checkKramdown('| a | b |\nc', '<p>| a | b |\nc</p>\n');
  checkKramdown('a\n| b | c |', '<p>a\n| b | c |</p>\n');
  checkKramdown(
    '| a | b |\n\nc',
    '<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>b</td>\n    </tr>\n  </tbody>\n</table>\n<p>c</p>\n',
  );
  checkKramdown(
    '| a\n| b | c |\n{: .d}',
    '<table class="d">\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>\u00a0</td>\n    </tr>\n    <tr>\n      <td>b</td>\n      <td>c</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});

test('a table without a body is text', () => {
  checkKramdown('| a | b |\n|---|---|', '<p>| a | b |\n|—|—|</p>\n');
});

test('cells hold spans', () => {
  checkKramdown(
    '| *a* | [b](c "d") | "e" -- f |',
    '<table>\n  <tbody>\n    <tr>\n      <td><em>a</em></td>\n      <td><a href="c" title="d">b</a></td>\n      <td>“e” – f</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});

test('a line of a single pipe and text is a table', () => {
  checkKramdown(
    'a | b',
    '<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>b</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});
