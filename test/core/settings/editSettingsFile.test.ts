import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSettings } from '../../../src/core/settings/editSettingsFile.ts';

test('a new settings file has the values, each on a line', () => {
  const expected = '{\n  "title": "Issue {number}",\n  "entries": [\n    "content/posts/**/*.md"\n  ]\n}\n';
  const values = { title: 'Issue {number}', entries: ['content/posts/**/*.md'] };
  assert.equal(withSettings(undefined, values), expected);
  assert.equal(withSettings('\n', values), expected);
});

test('what is in the file stays: comments, other values, line breaks and a trailing comma', () => {
  assert.equal(
    withSettings('{\r\n  // ours\r\n  "posts": "entries",\r\n  "enabled": "off", // for now\r\n}\r\n', {
      enabled: 'on',
      timezone: 'Europe/London',
    }),
    '{\r\n  // ours\r\n  "posts": "entries",\r\n  "enabled": "on",\r\n  "timezone": "Europe/London", // for now\r\n}\r\n',
  );
});

test('a file that is not valid is left alone', () => {
  for (const text of ['{ "posts": ', '[]', '"posts"', '{ "a": 1 } x']) {
    assert.equal(withSettings(text, { enabled: 'on' }), undefined, text);
  }
});
