import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS, firstOf, readSettings } from '../../../src/core/settings/settings.ts';
import { readEditorFile, readNewsroomFile } from '../../../src/core/settings/settingsFile.ts';
import { closestMatch } from '../../../src/core/text/closestMatch.ts';
import { markRanges } from '../../support/marked.ts';

const FULL = `{
  "$schema": "./node_modules/daybook/schemas/daybook.schema.json",
  // what the log counts down to
  "countdowns": [{ "phrase": "levy election", "date": "2031-03-01" }],
  "posts": "entries",
  "drafts": "./drafts/",
  "entries": ["notes/**/*.md", "!notes/old/**"],
  "timezone": "Europe/London",
  "epochs": [{ "from": "2031-01-20", "day": 1 }],
  "fileName": "{date}-{day}.md",
  "outlets": { "www.Herald.example": "Port Alder Herald" },
  "ignoredOutlets": ["wire.example"],
  "tracking": ["partner", "!ref"],
  "requiredKeys": ["image"],
  "rules": { "date": "warning" },
  "paste.enabled": false,
  "inlayHints": "all",
  "rules.title": "off", /* the same, in short */
}
`;

test('a newsroom may set everything, with comments and a last comma', () => {
  const { values, faults } = readNewsroomFile(FULL);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    readSettings((name) => values[name]),
    {
      ...DEFAULTS,
      folders: { posts: 'entries', drafts: 'drafts', entries: ['notes/**/*.md', '!notes/old/**'] },
      timezone: 'Europe/London',
      epochs: [{ from: '2031-01-20', day: 1 }],
      fileName: '{date}-{day}.md',
      outlets: { 'herald.example': 'Port Alder Herald' },
      ignoredOutlets: ['wire.example'],
      tracking: ['partner', '!ref'],
      countdowns: [{ phrase: 'levy election', date: '2031-03-01' }],
      requiredKeys: ['image'],
      pasteEnabled: false,
      inlayHints: 'all',
      rules: { date: 'warning', title: 'off' },
    },
  );
});

test('outlets to be left alone have a second name', () => {
  const { values, faults } = readNewsroomFile('{ "outlets.ignore": ["wire.example"], "outlets": {} }');
  assert.deepEqual(faults, []);
  assert.deepEqual(values['ignoredOutlets'], ['wire.example']);
});

test('a folder outside the newsroom, a file name without a number and a date that is none do not count', () => {
  const values: Readonly<Record<string, unknown>> = {
    posts: '../elsewhere',
    drafts: 'content/_drafts',
    entries: ['../*.md', '/etc/*.md', ' ', 7, 'a/../../*.md'],
    fileName: 'a/{day}.md',
    epochs: [{ from: '2031-02-30', day: 1 }],
    countdowns: [{ phrase: ' ', date: '2031-03-01' }],
    outlets: { 'herald.example': '' },
    requiredKeys: null,
  };
  assert.deepEqual(
    readSettings((name) => values[name]),
    DEFAULTS,
  );
});

test('what stands first goes before, rule by rule and outlet by outlet', () => {
  const editor: Readonly<Record<string, unknown>> = { rules: { date: 'off' }, tracking: ['a'] };
  const file: Readonly<Record<string, unknown>> = {
    rules: { date: 'error', title: 'info' },
    tracking: ['b'],
    posts: 'p',
  };
  const get = firstOf(
    (name) => editor[name],
    (name) => file[name],
  );
  assert.deepEqual(['rules', 'tracking', 'posts', 'drafts'].map(get), [
    { date: 'off', title: 'info' },
    ['a'],
    'p',
    undefined,
  ]);
});

test('a file that is broken says where, and sets nothing', () => {
  checkFile('{ "posts": "a" ⟦"drafts"⟧: "b" }', 'A comma is missing here.');
  checkFile('{ "posts" ⟦"a"⟧ }', 'A colon is missing here.');
  checkFile("{ ⟦'posts'⟧: 'a' }", 'This is not JSON: text stands in double quotes.');
  checkFile('{ "rules": { "date": "off" }⟦⟧', 'A closing brace is missing here.');
  checkFile('⟦[]⟧', 'Settings stand in { … }.');
  checkFile('⟦⟧', 'A value is missing here.');
  for (const text of ['{ "posts": "a" "drafts": "b" }', '[]', '']) assert.deepEqual(readNewsroomFile(text).values, {});
});

test('a value of the wrong form is pointed at', () => {
  checkFile('{ "posts": ⟦7⟧ }', '`posts` has to be text in double quotes.');
  checkFile('{ "requiredKeys": ⟦"image"⟧ }', '`requiredKeys` has to be a list in [ ] or null.');
  checkFile('{ "tracking": ["a", ⟦1⟧] }', '`tracking[1]` has to be text in double quotes.');
  checkFile('{ "rules": { "date": ⟦"loud"⟧ } }', '`rules.date` can be off, hint, info, warning, error.');
  checkFile('{ "rules.date": ⟦"loud"⟧ }', '`rules.date` can be off, hint, info, warning, error.');
  checkFile(
    '{ "epochs": [{ "from": ⟦"2031-02-30"⟧, "day": 1 }] }',
    '`epochs[0].from` has to be a date, as YYYY-MM-DD.',
  );
  checkFile('{ "epochs": [⟦{ "from": "2031-01-20" }⟧] }', '`epochs[0]` has no `day`.');
  checkFile('{ "outlets": { "herald.example": ⟦null⟧ } }', '`outlets.herald.example` has to be text in double quotes.');
  const folder = 'The folder stands right below that of the newsroom: it is one name, without slashes or `..` in it.';
  for (const name of ['../other', 'content/_posts', '..', '.', '', '/'])
    checkFile(`{ "posts": ⟦${JSON.stringify(name)}⟧ }`, folder);
  const glob = 'A glob of entries is a path below the folder of the newsroom, without `..`.';
  for (const path of ['../*.md', '/etc/*.md', 'C:/*.md', 'notes/../../*.md'])
    checkFile(`{ "entries": [⟦${JSON.stringify(path)}⟧] }`, glob);
  checkFile('{ "fileName": ⟦"day.md"⟧ }', '`fileName` has to have a form such as "{date}-day-{day}.md".');
});

test('a name that means nothing is told with the one that was probably meant', () => {
  checkFile('{ ⟦"timezon"⟧: "UTC" }', 'There is no setting `timezon`; did you mean `timezone`?', 'warning');
  checkFile('{ ⟦"daybook.rules"⟧: {} }', 'There is no setting `daybook.rules`; did you mean `rules`?', 'warning');
  checkFile(
    '{ "rules": { ⟦"citation-outlets"⟧: "off" } }',
    'There is no setting `rules.citation-outlets`; did you mean `citation-outlet`?',
    'warning',
  );
  checkFile('{ ⟦"constructor"⟧: 1 }', 'There is no setting `constructor`.', 'warning');
});

test("of an editor's settings only Daybook's are read, and a broken file as far as it goes", () => {
  const { values, faults } = readEditorFile(
    '{ "editor.wordWrap": "on", "daybook.rules": { "date": "off" }, "daybook.rules.title": "off", "daybook.postz": "a", ',
  );
  assert.deepEqual(values, { rules: { date: 'off', title: 'off' } });
  assert.deepEqual(
    faults.map(({ message }) => message),
    [
      'There is no setting `postz`; did you mean `posts`?',
      'A name in double quotes is missing here. What stands behind may not count.',
    ],
  );
  assert.deepEqual(
    ['no settings at all', '[]', '', ' \n', '{}'].map((file) => readEditorFile(file).faults.length),
    [1, 1, 0, 0, 0],
  );
});

test('a time zone that there is none of is told, and does not keep the rest from counting', () => {
  const message = (name: string) =>
    `There is no time zone \`${name}\`: \`timezone\` is a name such as \`Europe/London\`.`;
  checkFile('{ "timezone": ⟦"Mars/Base"⟧ }', message('Mars/Base'), 'warning');
  checkFile('{ "timezone": ⟦"London"⟧, "posts": "a" }', message('London'), 'warning');
  for (const name of ['', 'UTC', 'America/Los_Angeles', ' Europe/London '])
    assert.deepEqual(readNewsroomFile(JSON.stringify({ timezone: name })).faults, [], name);
});

test('the nearest word is the one with the fewest slips, where there is one near enough', () => {
  const words = ['posts', 'drafts', 'rules', 'citation-outlet', 'citation-outlet-spelling'];
  assert.equal(closestMatch('psots', words), 'posts');
  assert.equal(closestMatch('Rule', words), 'rules');
  assert.equal(closestMatch('citation-outlet-speling', words), 'citation-outlet-spelling');
  assert.equal(closestMatch('anything', words), undefined);
  assert.equal(closestMatch('', words), undefined);
});

function checkFile(marked: string, message: string, severity = 'error'): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  const { faults } = readNewsroomFile(text);
  assert.deepEqual(
    faults.map((fault) => [fault.severity, fault.message]),
    [[severity, message]],
  );
  assert.equal(markRanges(text, faults), marked);
}
