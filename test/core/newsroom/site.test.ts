import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteIn } from '../../../src/core/newsroom/site.ts';

test('a site is recognized by its configuration file', () => {
  assert.equal(siteIn(['_config.yml'], [])?.generator, 'jekyll');
  assert.equal(siteIn(['_config.yaml', 'Gemfile'], ['assets'])?.generator, 'jekyll');
  for (const name of ['hugo.toml', 'hugo.yaml', 'hugo.json']) assert.equal(siteIn([name], [])?.generator, 'hugo');
  assert.equal(siteIn(['config.toml'], ['content', 'themes'])?.generator, 'hugo');
  for (const name of ['.eleventy.js', 'eleventy.config.mjs']) assert.equal(siteIn([name], [])?.generator, 'eleventy');
  assert.equal(siteIn(['astro.config.mjs', 'package.json'], ['src'])?.generator, 'astro');
});

test('another folder is no site, even if a file has the name of a configuration', () => {
  assert.equal(siteIn(['README.md', 'package.json'], ['src', '_includes']), undefined);
  assert.equal(siteIn(['config.toml', 'Cargo.toml'], ['src']), undefined);
  assert.equal(siteIn(['_config.yml', '_toc.yml'], []), undefined, 'Jupyter Book');
  assert.equal(siteIn(['_config.yml', 'package.json'], ['scaffolds', 'source']), undefined, 'Hexo');
});
