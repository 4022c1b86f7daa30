import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSiteConfig } from '../../../src/core/newsroom/siteConfig.ts';

test('the address of the site and its time zone are read', () => {
  assert.deepEqual(
    readSiteConfig(
      'title: Log\r\nurl: "https://log.example" # ours\r\nbaseurl: /log # a folder\r\ntimezone: America/Denver\r\n',
    ),
    { timezone: 'America/Denver', markdown: 'kramdown', address: { siteUrl: 'https://log.example', baseUrl: '/log' } },
  );
  assert.deepEqual(readSiteConfig("url: 'https://log.example/#top'\n").address, {
    siteUrl: 'https://log.example/#top',
  });
});

test('a value that is empty, null or nested is none', () => {
  for (const config of [
    '',
    'url:\nbaseurl: ""\n',
    'url: ""  # e.g. https://log.example\n',
    "url: ''\nbaseurl: ~\n",
    'url: # https://log.example\n',
    'url: null\n',
    'cdn:\n  url: https://cdn.example\n',
    'feed_url: https://log.example/feed\n',
    '# url: https://log.example\n',
  ]) {
    const { timezone, address } = readSiteConfig(config);
    assert.deepEqual({ timezone, address }, { timezone: undefined, address: {} });
  }
});

test("the Markdown is the one that the configuration names, else Jekyll's own, and CommonMark without a configuration", () => {
  assert.equal(readSiteConfig('').markdown, 'commonmark');
  assert.equal(readSiteConfig('title: Log\n').markdown, 'kramdown');
  assert.equal(readSiteConfig('markdown: kramdown\n').markdown, 'kramdown');
  assert.equal(readSiteConfig('markdown: CommonMarkGhPages\n').markdown, 'commonmark');
});
