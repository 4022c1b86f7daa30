import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('an abbreviation is marked up wherever it is a word', () => {
  checkKramdown(
    '*[EU]: European Union\nThe EU, EUs and "EU".\n\n# The EU',
    '<p>The <abbr title="European Union">EU</abbr>, EUs and “<abbr title="European Union">EU</abbr>”.</p>\n<h1 id="the-eu">The <abbr title="European Union">EU</abbr></h1>\n',
  );
});

test('the longest one counts', () => {
  checkKramdown('*[A B]: c\n*[A]: d\n\nA B and A', '<p><abbr title="c">A B</abbr> and <abbr title="d">A</abbr></p>\n');
});

test('it needs no title, and can have attributes', () => {
  checkKramdown('*[EU]:\n\nEU', '<p><abbr>EU</abbr></p>\n');
  checkKramdown('*[EU]: E\n{: .a}\n\nEU', '<p><abbr class="a" title="E">EU</abbr></p>\n');
});

test('code and raw HTML stay', () => {
  checkKramdown(
    '*[EU]: E\n\n`EU` <code>EU</code> <b>EU</b>\n\n<div>EU</div>',
    '<p><code>EU</code> <code>EU</code> <b><abbr title="E">EU</abbr></b></p>\n<div>EU</div>\n',
  );
});

test('white space in it can be a line break', () => {
  checkKramdown('*[A B]: c\n\nA\nB', '<p><abbr title="c">A\nB</abbr></p>\n');
});
