import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_COMMONMARK, GFM, PLAIN_COMMONMARK } from '../../../src/core/engines/commonMarkOptions.ts';
import { DEFAULT_ENGINE, dialectOf, type Engine } from '../../../src/core/engines/engine.ts';
import { JEKYLL_KRAMDOWN } from '../../../src/core/engines/kramdownOptions.ts';
import { engineOf, readSiteConfig } from '../../../src/core/newsroom/siteConfig.ts';
import { siteGeneratorOf } from '../../../src/core/newsroom/siteGenerator.ts';

const engineIn = (config: string): Engine => readSiteConfig(config).engine;

test('CommonMark has the options and extensions that the configuration lists, and no others', () => {
  for (const config of [
    'markdown: CommonMark\ncommonmark:\n  options: [SMART, "UNSAFE", FOOTNOTES]\n  extensions: [strikethrough, table]\n',
    'markdown: "CommonMark" # ours\r\ncommonmark:\r\n  options:\r\n    - smart\r\n    - UNSAFE\r\n\r\n    # and\r\n    - FOOTNOTES\r\n  extensions:\r\n  - table\r\n  - strikethrough\r\nurl: https://log.example\r\n',
  ]) {
    const options = {
      ...PLAIN_COMMONMARK,
      smart: true,
      unsafe: true,
      footnotes: true,
      strikethrough: true,
      table: true,
    };
    assert.deepEqual(engineIn(config), { name: 'commonmark', options });
  }
  assert.deepEqual(engineIn('markdown: CommonMark\n'), { name: 'commonmark', options: PLAIN_COMMONMARK });
  assert.deepEqual(
    engineIn(
      'commonmark:\n  options: [HARDBREAKS, GITHUB_PRE_LANG, STRIKETHROUGH_DOUBLE_TILDE]\n  extensions: [tasklist, autolink, tagfilter]\nmarkdown: CommonMarkGhPages\n',
    ),
    {
      name: 'commonmark',
      options: {
        ...PLAIN_COMMONMARK,
        softBreak: '<br />\n',
        preLang: true,
        doubleTilde: true,
        tasklist: true,
        autolink: true,
        tagfilter: true,
        headingIds: true,
      },
    },
  );
});

test('a configuration that names no engine uses kramdown as Jekyll sets it', () => {
  assert.deepEqual(engineIn('title: Log\n'), { name: 'kramdown', options: JEKYLL_KRAMDOWN });
  assert.deepEqual(engineIn('markdown: Kramdown\nkramdown:\n'), { name: 'kramdown', options: JEKYLL_KRAMDOWN });
});

test('kramdown has the options that the configuration sets', () => {
  const config =
    'kramdown:\n  input: kramdown\n  hard_wrap: true\n  auto_ids: false\n  smart_quotes: "apos,apos,quot,171"\n  footnote_nr: 5\n' +
    '  toc_levels: 2..3\n  link_defs: { a: ["https://a.example", A], b: [c] }\n  typographic_symbols: { hellip: "..." }\n  syntax_highlighter: rouge\n';
  assert.deepEqual(engineIn(config), {
    name: 'kramdown',
    options: {
      ...JEKYLL_KRAMDOWN,
      input: 'kramdown',
      hardWrap: true,
      autoIds: false,
      smartQuotes: ["'", "'", '"', '«'],
      footnoteNr: 5,
      tocLevels: [2, 3],
      linkDefinitions: { a: { url: 'https://a.example', title: 'A' }, b: { url: 'c' } },
      typographicSymbols: { hellip: '...' },
    },
  });
});

test('an option without a usable value keeps its default', () => {
  const config = 'kramdown:\n  hard_wrap: maybe\n  smart_quotes: [a, b]\n  footnote_nr: many\n  toc_levels: all\n';
  assert.deepEqual(engineIn(config).options, { ...JEKYLL_KRAMDOWN, tocLevels: [] });
  for (const broken of ['kramdown: [\n', 'kramdown: text\n', 'kramdown:\n\t- a\n']) {
    assert.deepEqual(engineIn(broken).options, JEKYLL_KRAMDOWN);
  }
});

test('where no configuration says anything, the files of other generators do', () => {
  assert.equal(readSiteConfig('').engine, DEFAULT_ENGINE);
  for (const [files, generator] of [
    [['content', 'hugo.toml'], 'hugo'],
    [['config.toml'], 'hugo'],
    [['.eleventy.js', 'package.json'], 'eleventy'],
    [['eleventy.config.mjs'], 'eleventy'],
    [['astro.config.ts', 'src'], 'astro'],
    [['package.json', 'my-hugo.toml'], undefined],
  ] as const) {
    assert.equal(siteGeneratorOf(files), generator);
    if (generator !== undefined) assert.equal(dialectOf(readSiteConfig('', generator).engine), 'gfm');
  }
  assert.equal(readSiteConfig('title: Log\n', 'hugo').engine.name, 'kramdown');
});

test('a setting or an argument names the engine, and the configuration its options', () => {
  const config = readSiteConfig('markdown: kramdown\nkramdown:\n  hard_wrap: true\ncommonmark:\n  options: [SMART]\n');
  assert.deepEqual(engineOf(config, undefined).options, { ...JEKYLL_KRAMDOWN, hardWrap: true });
  assert.deepEqual(engineOf(config, 'kramdown').options, { ...JEKYLL_KRAMDOWN, hardWrap: true });
  assert.deepEqual(engineOf(config, 'commonmark').options, { ...PLAIN_COMMONMARK, smart: true });
  assert.equal(engineOf(config, 'gfm').options, GFM);
  assert.equal(engineOf(readSiteConfig('markdown: kramdown\n'), 'commonmark').options, DEFAULT_COMMONMARK);
  assert.equal(engineOf(readSiteConfig(''), 'kramdown').options, JEKYLL_KRAMDOWN);
});
