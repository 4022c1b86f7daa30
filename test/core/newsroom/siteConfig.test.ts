import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressPrefix, folderOfSite, readSiteConfig } from '../../../src/core/newsroom/siteConfig.ts';

test('the address of the site and its time zone are read', () => {
  const { timezone, address } = readSiteConfig(
    'title: Log\r\nurl: "https://log.example" # ours\r\nbaseurl: /log # a folder\r\ntimezone: America/Denver\r\n',
  );
  assert.equal(timezone, 'America/Denver');
  assert.deepEqual(address, { siteUrl: 'https://log.example', baseUrl: '/log' });
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

test('the addresses of all pages start with the site and its folder', () => {
  for (const [address, prefix] of [
    [{}, ''],
    [{ baseUrl: '/blog' }, '/blog'],
    [{ siteUrl: 'https://log.example/' }, 'https://log.example'],
    [{ siteUrl: 'https://log.example', baseUrl: 'blog/' }, 'https://log.example/blog'],
  ] as const) {
    assert.equal(addressPrefix(address), prefix);
  }
  assert.equal(folderOfSite('https://log.example/blog/'), '/blog');
  assert.equal(folderOfSite('https://log.example/'), '');
  assert.equal(folderOfSite(undefined), '');
});
