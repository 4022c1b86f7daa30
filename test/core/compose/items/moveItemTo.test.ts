import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveItemTo } from '../../../../src/core/compose/items/moveItemTo.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

const BODY = '1/ **One**.\n\n* a\n\n* b\n\n2/ **Two**.\n\n* c\n\n3/ **Three**.\n\npoll/ **Four**.\n';

/** The text after the item that starts with `from` has been dropped on the one that starts with `target`, or the message of the refusal. */
function dropped(from: string, target: string, body = BODY): string {
  const outcome = moveItemTo(parseEntry(body), body.indexOf(from), body.indexOf(target));
  if (!outcome.ok) return outcome.message;
  const text = applyEdits(body, outcome.edits);
  const at = outcome.selections[0]?.active ?? -1;
  const name = from.replace(/^\d+\//, '').trim();
  assert.ok(text.slice(at, at + 20).includes(name), 'the cursor is on the moved item');
  return text;
}

test('a section moves up or down past several others, and the sections are renumbered', () => {
  assert.equal(
    dropped('3/ **Three', '1/'),
    '1/ **Three**.\n\n2/ **One**.\n\n* a\n\n* b\n\n3/ **Two**.\n\n* c\n\npoll/ **Four**.\n',
  );
  assert.equal(
    dropped('1/ **One', '3/'),
    '1/ **Two**.\n\n* c\n\n2/ **Three**.\n\n3/ **One**.\n\n* a\n\n* b\n\npoll/ **Four**.\n',
  );
});

test('a bullet takes the place of another one in its own list or another one', () => {
  assert.match(dropped('* b', '* a'), /^1\/ \*\*One\*\*\.\n\n\* b\n\n\* a\n\n2\//);
  assert.match(dropped('* c', '* a'), /^1\/ \*\*One\*\*\.\n\n\* c\n\n\* a\n\n\* b\n\n2\/ \*\*Two\*\*\.\n\n3\//);
  assert.match(dropped('* a', '* c'), /^1\/ \*\*One\*\*\.\n\n\* b\n\n2\/ \*\*Two\*\*\.\n\n\* a\n\n\* c\n\n3\//);
});

test('a bullet dropped on a section becomes the first of its list', () => {
  assert.match(dropped('* a', '2/'), /2\/ \*\*Two\*\*\.\n\n\* a\n\n\* c\n\n3\//);
  assert.match(dropped('* a', '3/'), /2\/ \*\*Two\*\*\.\n\n\* c\n\n3\/ \*\*Three\*\*\.\n\n\* a\n\npoll\//);
  assert.match(dropped('* c', '1/'), /^1\/ \*\*One\*\*\.\n\n\* c\n\n\* a\n\n\* b\n\n2\//);
});

test('an item dropped on itself stays', () => {
  assert.equal(dropped('* b', '* b'), BODY);
});

test('a section cannot be dropped on a bullet, nor beyond a divider', () => {
  assert.match(dropped('3/ **Three', '* a'), /cannot be moved there/);
  assert.match(
    dropped('1/ **One', '2/ **Two', '1/ **One**.\n\n---\n\n2/ **Two**.\n'),
    /This is the last section before a divider\./,
  );
});
