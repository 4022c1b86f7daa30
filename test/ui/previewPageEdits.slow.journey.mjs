import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { project } from '../host/hosts.mjs';
import { testAt } from './journey.mjs';
import { closeBrowser, createMessages, openPage, shows } from './previewPage.mjs';

const draft = readFileSync(join(project, 'samples/_drafts/day-71.markdown'), 'utf8');

describe('the preview page', () => {
  after(closeBrowser);

  testAt('slow', 'after 10,000 random edits, the patched page equals a newly rendered one', async () => {
    const random = randomFrom(20_260_801);
    const patched = await openPage();
    await patched.send(shows);
    const next = await createMessages();
    let text = draft;
    let messages = [next(text)];
    for (let edit = 1; edit <= 10_000; edit++) {
      text = editRandomly(text, random);
      if (text.length > 7000) text = draft;
      messages.push(next(text));
      if (edit % 500 > 0) continue;
      await patched.send(...messages);
      messages = [];
      const fresh = await openPage();
      await fresh.send(shows, next(text, true));
      assert.equal(await patched.html(), await fresh.html(), `after ${edit} edits`);
      await fresh.context.close();
    }
    assert.equal((await patched.sentMessages('received')).length, 10_001);
    await patched.context.close();
  });
});

/**
 * Inserts, deletes or copies a piece of text at a random offset.
 *
 * @param {string} text
 * @param {() => number} random
 */
function editRandomly(text, random) {
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

/** Returns a generator of pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
