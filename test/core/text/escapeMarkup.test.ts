import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { escapeIcons, escapeLinks, escapeMarkdown } from '../../../src/core/text/escapeMarkup.ts';

test('in Markdown, every character stands for itself', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  for (const text of [
    '[Herald](command:workbench.action.quit)',
    'see https://herald.example and www.herald.example, a@herald.example',
    '<img src=x onerror=alert(1)> <https://herald.example> &amp;',
    '**bold** _it_ `code` ~~gone~~ $(alert) # 1. + - |',
    '![x](https://herald.example/a.png)',
    '[a]: https://herald.example',
    '1. herald.example',
    'WWW.herald.example',
  ]) {
    const children = markdown.parse(escapeMarkdown(text), {}).flatMap((token) => token.children ?? []);
    assert.deepEqual([...new Set(children.map(({ type }) => type.slice(0, 4)))], ['text'], text);
    assert.equal(children.map(({ content }) => content).join(''), text);
  }
  assert.equal(escapeMarkdown('a\n\n- b'), 'a \\- b');
  assert.equal(escapeMarkdown('herald.example'), 'herald.example');
});

test('in a label, the name of an icon is text', () => {
  // The expression with which VS Code finds icons: `renderLabelWithIcons` in iconLabels.ts.
  const shown = (label: string) =>
    label.replace(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g, (icon, escaped) =>
      escaped ? icon.slice(1) : '(icon)',
    );
  for (const text of ['$(alert) Herald', '$(sync~spin)', '$(a)$(b)', '$(not an icon)', 'US$(5)'])
    assert.equal(shown(escapeIcons(text)), text);
  assert.equal(escapeIcons('\\$(alert)'), '\\$(alert)');
});

test('in a notification, a link is text', () => {
  // The expression with which VS Code finds links: linkedText.ts.
  const links = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
  const text = 'Published [Day 1](command:workbench.action.quit) as [x](https://herald.example "title").';
  assert.match(text, links);
  assert.doesNotMatch(escapeLinks(text), links);
  assert.equal(escapeLinks(text).replaceAll('\u2060', ''), text);
});
