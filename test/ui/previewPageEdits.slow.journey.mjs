import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { project } from '../host/hosts.mjs';
import { testAt } from './journey.mjs';
import { openPage, shows, startBrowser, updatesOf } from './previewPage.mjs';

// The page alone, in a real browser, over a long time of writing.

const draft = readFileSync(join(project, 'samples/_drafts/day-71.markdown'), 'utf8');

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

testAt('slow', 'after 10,000 random edits the page is what it would be if it were shown anew', async () => {
  const random = randomFrom(20_260_801);
  const patched = await openPage(browser);
  await patched.tell(shows);
  const next = await updatesOf();
  let text = draft;
  let waiting = [next(text)];
  for (let edit = 1; edit <= 10_000; edit++) {
    text = edited(text, random);
    if (text.length > 7000) text = draft;
    waiting.push(next(text));
    if (edit % 500 > 0) continue;
    await patched.tell(...waiting);
    waiting = [];
    const fresh = await openPage(browser);
    await fresh.tell(shows, next(text, true));
    assert.equal(await patched.html(), await fresh.html(), `after ${edit} edits`);
    await fresh.context.close();
  }
  assert.equal((await patched.said('received')).length, 10_001);
  await patched.context.close();
});

/**
 * Types, deletes, splits, joins, moves and pastes, anywhere.
 *
 * @param {string} text
 * @param {() => number} random
 */
function edited(text, random) {
  const at = Math.floor(random() * (text.length + 1));
  const pieces = [
    'a',
    ' ',
    '\n',
    '\n\n',
    '"',
    '*',
    '**',
    '[',
    '](',
    ')',
    '/',
    '`',
    '<b>',
    '</div>',
    '---\n',
    '* ',
    '> ',
    '1. ',
    '{% ',
    'TK',
    "'",
    '[^1]',
    '\n[^1]: note\n\n',
    '    ',
    '|',
  ];
  switch (Math.floor(random() * 5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40));
    case 1: {
      const from = Math.floor(random() * text.length);
      return text.slice(0, at) + text.slice(from, from + Math.floor(random() * 200)) + text.slice(at);
    }
    default:
      return text.slice(0, at) + pieces[Math.floor(random() * pieces.length)] + text.slice(at);
  }
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
