import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { renderPlainText } from '../../../../src/core/render/targets/plainText.ts';

/** Checks the text after the line with the reading time. */
function checkText(markdown: string, expected: string, siteUrl?: string): void {
  const text = renderPlainText(parseEntry(markdown), siteUrl === undefined ? {} : { siteUrl });
  assert.equal(text.slice(text.indexOf('read.\n\n') + 7), expected);
}

test('the head comes first', () => {
  const entry = parseEntry(`---
title: Day 1
description: '"Hm."'
date: 2031-01-31 09:30:00 -08:00
todayInOneSentence: Rain & hail; and more.
editorsNote: Back on <b>Monday</b>.
---

Body.`);
  assert.equal(
    renderPlainText(entry),
    `Day 1: “Hm.”
Jan 31, 2031, 9:30am UTC−8
This edition is 1 word, a 1-minute read.

Today in One Sentence. Rain & hail; and more.

Back on Monday.

Body.
`,
  );
});

test('links are numbered, and each URL is listed once at the end', () => {
  checkText(
    '1/ **Head**. ([A](https://a.example/b) / [B](/c))\n\n2/ Again\nand again. ([A](https://a.example/b))',
    `1/ Head. (A [1] / B [2])

2/ Again and again. (A [1])

[1] https://a.example/b
[2] https://log.example/c
`,
    'https://log.example',
  );
});

test('lists, quotations, code and line breaks keep their form', () => {
  checkText(
    `### Notables

* a
  * b
  * c

1. d

2. e \\
   f

> g
>
> h

    i
      j

---

<table><tr><td>k</td><td>l</td></tr></table>`,
    `Notables

* a
  * b
  * c

1. d

2. e
   f

> g
>
> h

    i
      j

---

k | l
`,
  );
});

test('a footnote keeps its number, an image its description, and a bare URL gets no number', () => {
  checkText(
    'a[^1] ![b](/c.png) {% twitter https://x.example/d %} {{ e }}\n\n[^1]: f',
    'a^1 [b]\n\nhttps://x.example/d\n\n{{ e }}\n\n1. f\n',
  );
});
