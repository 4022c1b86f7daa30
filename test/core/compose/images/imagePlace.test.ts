import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ImagePlace, imagePlace, usedImages } from '../../../../src/core/compose/images/imagePlace.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';

test('an archive without images has them in uploads', () => {
  checkPlace([], {});
  checkPlace(['1/ **The mayor left**.', '---\nimage: ""\n---\n', '---\nimage: /uploads/\n---\n'], {});
  checkPlace([], { bodyPrefix: '/blog/uploads/' }, { baseUrl: '/blog' });
  checkPlace([], { bodyPrefix: '/blog/uploads/' }, { baseUrl: 'blog/' });
});

test('images go where those of the latest entries are, with addresses and quotes in their form', () => {
  const img = { folder: 'img', bodyPrefix: '/img/', frontMatterPrefix: '/img/' };
  checkPlace(["---\nimage: '/img/a.jpg'\n---\n"], { ...img, quote: "'" });
  checkPlace(['---\nimage: img/a.jpg\n---\n'], { ...img, frontMatterPrefix: 'img/', quote: '' });
  checkPlace(['![A boat](/img/a.png)', '---\nimage: "/uploads/a.jpg"\n---\n\n![A boat](</img/b.png>)'], img);
  checkPlace(['![A boat]({{site.baseurl}}/img/a.png)'], { ...img, bodyPrefix: '{{site.baseurl}}/img/' });
  checkPlace(['![A boat](https://log.example/img/a.png)'], { ...img, bodyPrefix: 'https://log.example/img/' });
});

test('images of other sites, of Liquid and below the page do not count', () => {
  checkPlace(['![A](https://other.example/img/a.png) ![B](//other.example/img/b.png)'], {});
  checkPlace(['![A](../img/a.png) ![B](img/b.png) ![C]({{page.folder}}/c.png)'], {});
});

test('a folder for each year, month or day is that of the new entry', () => {
  checkPlace(['![A](/img/2030/12/a.png)', '![B](/img/2030/12/b.png)', '![C](/img/c.png)'], {
    folder: 'img/2031/01',
    bodyPrefix: '/img/2031/01/',
    frontMatterPrefix: '/img/2031/01/',
  });
  const daily = 'img/2031-01-31';
  checkPlace(['![A](/img/2030-12-11/a.png)'], {
    folder: daily,
    bodyPrefix: `/${daily}/`,
    frontMatterPrefix: `/${daily}/`,
  });
  // The year of another entry is only a name.
  checkPlace(['![A](/img/1999/a.png)'], {
    folder: 'img/1999',
    bodyPrefix: '/img/1999/',
    frontMatterPrefix: '/img/1999/',
  });
});

test('the folder that the site is in is no folder on the disk', () => {
  checkPlace(
    ['![A](/blog/img/a.png)', '---\nimage: "/img/b.png"\n---\n'],
    { folder: 'img', bodyPrefix: '/blog/img/', frontMatterPrefix: '/img/' },
    { baseUrl: '/blog' },
  );
});

/** Checks the place that entries of December 11, 2030 show for one of January 31, 2031; `expected` is how it differs from the default. */
function checkPlace(
  texts: readonly string[],
  expected: Partial<ImagePlace>,
  { baseUrl = '' }: { readonly baseUrl?: string } = {},
): void {
  const images = texts.flatMap((text) => usedImages(parseEntry(text), '2030-12-11', 'https://log.example'));
  const place = { folder: 'uploads', bodyPrefix: '/uploads/', frontMatterPrefix: '/uploads/', quote: '"', ...expected };
  assert.deepEqual(imagePlace(images, '2031-01-31', baseUrl), place);
}
