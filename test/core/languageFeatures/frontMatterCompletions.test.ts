import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import {
  type FrontMatterSuggestions,
  frontMatterCompletionsAt,
} from '../../../src/core/languageFeatures/frontMatterCompletions.ts';
import { keyDocumentationAt } from '../../../src/core/languageFeatures/keyDocumentation.ts';
import { applyEdits } from '../../../src/core/text/text.ts';

const KNOWN: FrontMatterSuggestions = {
  tags: new Map([
    ['ferry', 3],
    ['council', 12],
    ['city hall', 1],
  ]),
  now: '2031-01-31 09:30:00 -08:00',
  title: 'Day 12',
  images: ['/uploads/day-12-ferry.jpg'],
};

/** The completions at `‸`: each label, and the text with the cursor after it has been inserted. */
function offered(marked: string): Map<string, string> {
  const text = marked.replace('‸', '');
  const found = frontMatterCompletionsAt(parseEntry(text), marked.indexOf('‸'), KNOWN);
  return new Map(
    found.map(({ label, edit, caret = edit.text.length }) => {
      const added = `${edit.text.slice(0, caret)}‸${edit.text.slice(caret)}`;
      return [label, applyEdits(text, [{ ...edit, text: added }])];
    }),
  );
}

test('missing keys are offered with the start of their value', () => {
  const keys = offered('---\ntitle: Day 12\nde‸\n---\n\n1/ One.\n');
  assert.equal(keys.has('title'), false);
  assert.equal(keys.get('description'), `---\ntitle: Day 12\ndescription: '"‸"'\n---\n\n1/ One.\n`);
  assert.equal(keys.get('date'), '---\ntitle: Day 12\ndate: ‸\n---\n\n1/ One.\n');
});

test('keys are offered on an empty line and in empty front matter, also with CRLF line endings', () => {
  assert.equal(offered('---\r\n‸\r\n---\r\n').get('title'), '---\r\ntitle: ‸\r\n---\r\n');
  assert.equal(offered('---\ntitle: Day 12\n‸\n---\n').get('date'), '---\ntitle: Day 12\ndate: ‸\n---\n');
});

test('of a key with a value, only the name is replaced', () => {
  assert.equal(offered('---\ntit‸: Day 12\n---\n').get('title'), '---\ntitle‸: Day 12\n---\n');
});

test('the values are the number in the file name, the current time, and the existing images', () => {
  assert.equal(offered('---\ntitle: ‸\n---\n').get('Day 12'), '---\ntitle: Day 12‸\n---\n');
  assert.equal(
    offered('---\ndate: 2030-‸01-01\n---\n').get('2031-01-31 09:30:00 -08:00'),
    '---\ndate: 2031-01-31 09:30:00 -08:00‸\n---\n',
  );
  assert.equal(
    offered('---\nimage:‸\n---\n').get('/uploads/day-12-ferry.jpg'),
    '---\nimage: "/uploads/day-12-ferry.jpg"‸\n---\n',
  );
});

test('the descriptions are quotes from the entry as valid YAML', () => {
  const found = offered(`---\ndescription: ‸\n---\n\n1/ **"There's no way," she said**.\n`);
  assert.match(found.get(`"There's no way."`) ?? '', /^---\ndescription: '"There''s no way\."'‸\n---\n/);
});

test('the sentence is composed of the headlines', () => {
  const found = offered('---\ntodayInOneSentence: ‸\n---\n\n1/ **The mayor resigned**.\n\n2/ **The ferry runs**.\n');
  assert.match([...found.values()][0] ?? '', /^---\ntodayInOneSentence: The mayor resigned; and the ferry runs\.‸\n/);
});

test('tags are counted only once the whole archive has been read', () => {
  const text = '---\ntags: []\n---\n';
  const details = (isPartial: boolean) =>
    frontMatterCompletionsAt(parseEntry(text), text.indexOf(']'), { ...KNOWN, isPartial }).map(({ label, detail }) => [
      label,
      detail,
    ]);
  assert.deepEqual(details(false)[0], ['council', '12 entries']);
  assert.deepEqual(details(true)[0], ['council', '']);
});

test('tags are offered in the order of their use, without those that are already there', () => {
  const found = offered('---\ntags:\n- ferry\n- ‸\n---\n');
  assert.deepEqual([...found.keys()], ['council', 'city hall']);
  assert.equal(found.get('city hall'), '---\ntags:\n- ferry\n- city hall‸\n---\n');
  assert.deepEqual([...offered('---\ntags: [ferry, c‸]\n---\n').keys()], ['council', 'city hall']);
  assert.equal(offered('---\ntags: [ferry, c‸]\n---\n').get('council'), '---\ntags: [ferry, council‸]\n---\n');
});

test('nothing is offered in the body, on the fences, in a nested value and after an unknown key', () => {
  for (const marked of [
    '---\ntitle: Day 12\n---\n\n‸1/ One.\n',
    '---‸\ntitle: Day 12\n---\n',
    '---\ntitle: Day 12\n---‸\n',
    '---\npodcast:\n  title: ‸\n---\n',
    '---\nmine: ‸\n---\n',
    'tit‸\n',
  ]) {
    assert.deepEqual([...offered(marked).keys()], [], marked);
  }
});

test('a known key has documentation; a value, the body and an unknown key have none', () => {
  const text = '---\ntitle: Day 12\nmine: x\n---\n\ntitle\n';
  const entry = parseEntry(text);
  const help = keyDocumentationAt(entry, text.indexOf('tle'));
  assert.equal(help?.name, 'title');
  assert.equal(text.slice(help.from, help.to), 'title');
  for (const other of ['Day', 'mine', '\ntitle\n'])
    assert.equal(keyDocumentationAt(entry, text.indexOf(other) + 2), undefined);
});
