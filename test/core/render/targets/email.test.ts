import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { renderEmail, renderRichText } from '../../../../src/core/render/targets/email.ts';

const ENTRY = parseEntry(`---
title: Day 1
date: 2031-01-31 09:30:00 -08:00
description: Hm.
todayInOneSentence: Rain; and more rain.
currentMood: 😬
tags: rain
---

1/ **Head**. ([A](https://a.example/b) / [B](/2031/01/30/day-0/#c))

* Aside. <script>alert(1)</script>

![Map](/uploads/map.png)

Note.[^1] {{ page.x }}

[^1]: Below.
`);

test('all styles are inline, and there is no style sheet, id or class', () => {
  const html = renderEmail(ENTRY, { siteUrl: 'https://log.example' });
  assert.match(html, /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
  assert.match(html, /<title>Day 1: Hm\.<\/title>/);
  assert.doesNotMatch(html, /<style|<link|<script|alert|\sid=|\sclass=|<section|<mark/);
  for (const [tag] of html.matchAll(/<(?:p|a|ul|ol|li|h1|hr|img)\b[^>]*>/g)) assert.match(tag, / style="/, tag);
});

test('rich text is the same without the document around it', () => {
  const options = { siteUrl: 'https://log.example' };
  const rich = renderRichText(ENTRY, options);
  assert.match(rich, /^<div style="/);
  assert.ok(renderEmail(ENTRY, options).includes(`\n${rich}</body>`));
});

test('the email contains the head, except the tags', () => {
  const html = renderRichText(ENTRY);
  assert.match(html, />Day 1: Hm\.<\/h1>/);
  assert.match(html, />Jan 31, 2031, 9:30am UTC−8 · This edition is \d+ words, a 1-minute read\.<\/small>/);
  assert.match(html, /<strong>Today in One Sentence\.<\/strong> Rain; and more rain\.<\/p>/);
  assert.match(html, />Current mood: 😬<\/p>/);
  assert.doesNotMatch(html, />rain</);
});

test('URLs are absolute if the site is known; an image without an absolute URL becomes its description', () => {
  const html = renderRichText(ENTRY, { siteUrl: 'https://log.example' });
  assert.match(html, /<a href="https:\/\/log\.example\/2031\/01\/30\/day-0\/#c" style/);
  assert.match(
    html,
    /<img src="https:\/\/log\.example\/uploads\/map\.png"|<img alt="Map" src="https:\/\/log\.example\/uploads\/map\.png"/,
  );
  assert.match(renderRichText(ENTRY), /<a href="\/2031\/01\/30\/day-0\/#c" style[\s\S]*>\[Map\]<\/p>/);
});

test('links within the page are removed from an email', () => {
  const html = renderRichText(ENTRY);
  assert.match(html, /Note\.<sup>1<\/sup>/);
  assert.doesNotMatch(html, /↩|href="#/);
});
