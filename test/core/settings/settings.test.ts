import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, mergeSettings, readSettings } from '../../../src/core/settings/settings.ts';
import { readEditorFile, readNewsroomFile } from '../../../src/core/settings/settingsFile.ts';
import { closestMatch } from '../../../src/core/text/closestMatch.ts';
import { markRanges } from '../../support/markedText.ts';

const FULL = `{
  "$schema": "./node_modules/daybook/schemas/daybook.schema.json",
  // events to count down to
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

test('a newsroom can set everything, with comments and a trailing comma', () => {
  const { values, problems } = readNewsroomFile(FULL);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    readSettings((name) => values[name]),
    {
      ...DEFAULT_SETTINGS,
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

test('`outlets.ignore` is an alias of `ignoredOutlets`', () => {
  const { values, problems } = readNewsroomFile('{ "outlets.ignore": ["wire.example"], "outlets": {} }');
  assert.deepEqual(problems, []);
  assert.deepEqual(values['ignoredOutlets'], ['wire.example']);
});

test('invalid values are ignored', () => {
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
    DEFAULT_SETTINGS,
  );
});

test('the first source overrides the others, rule by rule and outlet by outlet', () => {
  const editor: Readonly<Record<string, unknown>> = { rules: { date: 'off' }, tracking: ['a'] };
  const file: Readonly<Record<string, unknown>> = {
    rules: { date: 'error', title: 'info' },
    tracking: ['b'],
    posts: 'p',
  };
  const get = mergeSettings(
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

test('a broken file reports where, and sets nothing', () => {
  checkFile('{ "posts": "a" ⟦"drafts"⟧: "b" }', 'Expected a comma.');
  checkFile('{ "posts" ⟦"a"⟧ }', 'Expected a colon.');
  checkFile("{ ⟦'posts'⟧: 'a' }", 'Invalid JSON. Text must be in double quotes.');
  checkFile('{ "rules": { "date": "off" }⟦⟧', 'Expected a closing brace.');
  checkFile('⟦[]⟧', 'Settings must be an object: { … }.');
  checkFile('⟦⟧', 'Expected a value.');
  for (const text of ['{ "posts": "a" "drafts": "b" }', '[]', '']) assert.deepEqual(readNewsroomFile(text).values, {});
});

test('a value of the wrong form is reported', () => {
  checkFile('{ "posts": ⟦7⟧ }', '`posts` must be text in double quotes.');
  checkFile('{ "requiredKeys": ⟦"image"⟧ }', '`requiredKeys` must be a list in [ ] or null.');
  checkFile('{ "tracking": ["a", ⟦1⟧] }', '`tracking[1]` must be text in double quotes.');
  checkFile('{ "rules": { "date": ⟦"loud"⟧ } }', '`rules.date` must be one of off, hint, info, warning, error.');
  checkFile('{ "rules.date": ⟦"loud"⟧ }', '`rules.date` must be one of off, hint, info, warning, error.');
  checkFile('{ "epochs": [{ "from": ⟦"2031-02-30"⟧, "day": 1 }] }', '`epochs[0].from` must be a date: YYYY-MM-DD.');
  checkFile('{ "epochs": [⟦{ "from": "2031-01-20" }⟧] }', '`epochs[0]` needs `day`.');
  checkFile('{ "outlets": { "herald.example": ⟦null⟧ } }', '`outlets.herald.example` must be text in double quotes.');
  const folder =
    'The folder must be directly inside the newsroom: a single name, without slashes or a period at its start.';
  for (const name of ['../other', 'content/_posts', '..', '.', '', '/', '.git', './.git', ' .git/'])
    checkFile(`{ "posts": ⟦${JSON.stringify(name)}⟧ }`, folder);
  const glob =
    'The glob must match paths inside the newsroom, without `..` and `\\`. It can contain `*`, `**`, `?`, `[…]` and `{…}`, but no `+(…)`.';
  for (const path of [
    '../*.md',
    '/etc/*.md',
    'C:/*.md',
    'notes/../../*.md',
    'notes\\*.md',
    'notes/(a+)+b',
    'notes/!(a).md',
  ])
    checkFile(`{ "entries": [⟦${JSON.stringify(path)}⟧] }`, glob);
  checkFile('{ "fileName": ⟦"day.md"⟧ }', '`fileName` must look like "{date}-day-{day}.md".');
});

test('a file leads out of the newsroom, or a value out of its range', () => {
  const file = 'The file must be inside the newsroom: a path without `..`.';
  for (const path of ['../day.md', 'C:\\day.md', '\\\\server\\day.md', 'a/../../day.md', '..\\day.md']) {
    checkFile(`{ "template": ⟦${JSON.stringify(path)}⟧ }`, file);
    checkFile(`{ "preview.styles": ["a.css", ⟦${JSON.stringify(path)}⟧] }`, file);
  }
  assert.deepEqual(readNewsroomFile('{ "template": "", "preview.styles": ["assets/..a.css"] }').problems, []);
  checkFile('{ "preview.zoom": ⟦20⟧ }', '`preview.zoom` must be from 50 to 300.');
  checkFile(`{ "posts": ⟦"${'a'.repeat(501)}"⟧ }`, '`posts` must be at most 500 characters long.');
  checkFile(`{ "entries": ["*.md", ⟦"${'['.repeat(60_001)}"⟧] }`, '`entries[1]` must be at most 200 characters long.');
  checkFile(`{ "entries": ⟦[${'"a",'.repeat(101)}]⟧ }`, '`entries` must be a list of at most 100.');
  checkFile('{ "fileName": ⟦"{day}-{day}.md"⟧ }', '`fileName` must look like "{date}-day-{day}.md".');
});

test('values that would lead out of the newsroom, or take long to match, are ignored wherever they are set', () => {
  const values: Readonly<Record<string, unknown>> = {
    posts: '.git',
    drafts: 'a'.repeat(501),
    entries: ['notes/(a+)+b', '\n/../../x/*.md', '['.repeat(60_001)],
    fileName: '{day}{day}{day}.md',
    template: '../../.ssh/id_rsa',
    'preview.styles': ['../a.css', 'C:/a.css', '/../a.css'],
  };
  assert.deepEqual(
    readSettings((name) => values[name]),
    DEFAULT_SETTINGS,
  );
});

test('brackets in brackets are reported, however many there are', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    for (const text of [open.repeat(50_000), `{"entries":${open.repeat(50_000)}${close.repeat(50_000)}}`]) {
      assert.deepEqual(
        readNewsroomFile(text).problems.map(({ message }) => message),
        ['Too many brackets inside each other.'],
      );
      assert.deepEqual(readNewsroomFile(text).values, {});
      assert.equal(readEditorFile(text).problems.length, 1);
    }
  }
});

test('an unknown name is reported with the most similar known one', () => {
  checkFile('{ ⟦"timezon"⟧: "UTC" }', 'Unknown setting `timezon`. Did you mean `timezone`?', 'warning');
  checkFile('{ ⟦"daybook.rules"⟧: {} }', 'Unknown setting `daybook.rules`. Did you mean `rules`?', 'warning');
  checkFile(
    '{ "rules": { ⟦"citation-outlets"⟧: "off" } }',
    'Unknown setting `rules.citation-outlets`. Did you mean `citation-outlet`?',
    'warning',
  );
  checkFile('{ ⟦"constructor"⟧: 1 }', 'Unknown setting `constructor`.', 'warning');
});

test("of an editor's settings only Daybook's are read, and a broken file as far as possible", () => {
  const { values, problems } = readEditorFile(
    '{ "editor.wordWrap": "on", "daybook.rules": { "date": "off" }, "daybook.rules.title": "off", "daybook.postz": "a", ',
  );
  assert.deepEqual(values, { rules: { date: 'off', title: 'off' } });
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      'Unknown setting `postz`. Did you mean `posts`?',
      'Expected a name in double quotes. Settings after this may be ignored.',
    ],
  );
  assert.deepEqual(
    ['no settings at all', '[]', '', ' \n', '{}'].map((file) => readEditorFile(file).problems.length),
    [1, 1, 0, 0, 0],
  );
});

test('an unknown time zone is reported, and the other settings still apply', () => {
  const message = (name: string) => `Unknown time zone \`${name}\`. Use an IANA name such as \`Europe/London\`.`;
  checkFile('{ "timezone": ⟦"Mars/Base"⟧ }', message('Mars/Base'), 'warning');
  checkFile('{ "timezone": ⟦"London"⟧, "posts": "a" }', message('London'), 'warning');
  for (const name of ['', 'UTC', 'America/Los_Angeles', ' Europe/London '])
    assert.deepEqual(readNewsroomFile(JSON.stringify({ timezone: name })).problems, [], name);
});

test('the closest match has the fewest typing errors, if it is close enough', () => {
  const words = ['posts', 'drafts', 'rules', 'citation-outlet', 'citation-outlet-spelling'];
  assert.equal(closestMatch('psots', words), 'posts');
  assert.equal(closestMatch('Rule', words), 'rules');
  assert.equal(closestMatch('citation-outlet-speling', words), 'citation-outlet-spelling');
  assert.equal(closestMatch('anything', words), undefined);
  assert.equal(closestMatch('', words), undefined);
});

function checkFile(marked: string, message: string, severity = 'error'): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  const { problems } = readNewsroomFile(text);
  assert.deepEqual(
    problems.map(({ severity, message }) => [severity, message]),
    [[severity, message]],
  );
  assert.equal(markRanges(text, problems), marked);
}
