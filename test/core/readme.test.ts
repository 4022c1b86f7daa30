import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { test } from 'node:test';
import { ChangelogProcessor, ReadmeProcessor } from '@vscode/vsce/out/package.js';
import { parse } from 'jsonc-parser';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { entrySnippets } from '../../src/core/languageFeatures/entrySnippets.ts';
import { numberedSnippets } from '../../src/core/languageFeatures/snippetCompletions.ts';
import { PROJECT_URL } from '../../src/core/urls/projectPages.ts';
import { readManifest } from '../support/manifest.ts';

interface Manifest {
  readonly version: string;
  readonly repository: { readonly url: string };
  readonly homepage: string;
  readonly bugs: { readonly url: string };
  readonly qna: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly key: string; readonly mac?: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when?: string }[] };
  };
}

const manifest = readManifest<Manifest>();
const { contributes } = manifest;
const markdown = new MarkdownIt({ html: true });
const readme = readFileSync('README.md', 'utf8');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'ARCHITECTURE.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

test('the README is short, starts with a picture and has the two commands that set everything up', () => {
  assert.ok(readme.split(/\s+/).length < 1200);
  assert.ok(readme.indexOf('<img') < readme.indexOf('\n## '));
  for (const command of ['`npm start`', '`npm test`']) assert.ok(readme.includes(command), command);
});

test('each picture of the README exists in light and dark, and no other picture is left over', () => {
  const shown = [...readme.matchAll(/<img src="docs\/images\/([\w-]+)-light\.png" alt="[^"]{20,}">/g)].map(
    ([, name]) => name,
  );
  const inDark = [...readme.matchAll(/dark\)" srcset="([^"]*\/docs\/images\/([\w-]+)-dark\.png)">/g)];
  assert.ok(shown.length >= 4);
  assert.deepEqual(
    inDark.map(([, url]) => url),
    shown.map((name) => `${PROJECT_URL}/raw/HEAD/docs/images/${name}-dark.png`),
  );
  assert.deepEqual(
    readdirSync('docs/images').sort(),
    shown.flatMap((name) => [`${name}-dark.png`, `${name}-light.png`]).sort(),
  );
});

for (const path of pages) {
  test(`${path}: every link leads to a file and a heading that exist`, () => {
    for (const href of targetsIn(markdown.render(readFileSync(path, 'utf8')))) {
      if (/^(?:https?|mailto):/.test(href)) continue;
      assertExists(posix.join(posix.dirname(path), href.startsWith('#') ? posix.basename(path) + href : href), path);
    }
  });
}

test('every page of the documentation is listed in docs/README.md', () => {
  const listed = new Set(targetsIn(markdown.render(readFileSync('docs/README.md', 'utf8'))));
  for (const name of readdirSync('docs').filter((file) => file.endsWith('.md') && file !== 'README.md')) {
    assert.ok(listed.has(name), name);
  }
});

test('the changelog has a date and a link for every version, and the newest one is that of package.json', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  const headings = [...changelog.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
  const versions = headings.map((heading) => /^\[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$/.exec(heading)?.[1]);
  assert.equal(versions[0], manifest.version);
  const links = [...changelog.matchAll(/^\[([\d.]+)\]: (.*)$/gm)].map(([, version, url]) => [version, url]);
  const expected = versions.map((version, index) => {
    const previous = versions[index + 1];
    return [
      version,
      `${PROJECT_URL}/${previous === undefined ? `releases/tag/v${version}` : `compare/v${previous}...v${version}`}`,
    ];
  });
  assert.deepEqual(links, expected);
});

for (const [name, Processor] of [
  ['README.md', ReadmeProcessor],
  ['CHANGELOG.md', ChangelogProcessor],
] as const) {
  test(`${name} on the marketplace: all code is as written, and every link and picture leads to a file of the project`, async () => {
    const written = readFileSync(name, 'utf8');
    const file = { path: `extension/${name}`, localPath: resolve(name) };
    const { contents } = await new Processor(JSON.parse(readFileSync('package.json', 'utf8'))).onFile(file);
    const page = markdown.render(contents.toString());
    assert.deepEqual(codeIn(page), codeIn(markdown.render(written)));
    const targets = targetsIn(page);
    assert.deepEqual(
      targets.filter((target) => !/^(?:https:|#)/.test(target)),
      [],
    );
    for (const target of targets) {
      const [, file] = /^https:\/\/github\.com\/[\w-]+\/daybook\/(?:blob|raw)\/HEAD\/(.*)$/.exec(target) ?? [];
      if (file !== undefined) assertExists(file, name);
    }
  });
}

test('the page of snippets lists exactly the existing ones', () => {
  const listed = readFileSync('docs/snippets.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `db-'))
    .flatMap((line) => [...line.matchAll(/`(db-[a-z0-9-]+)`/g)].map(([, prefix]) => prefix));
  assert.deepEqual(listed.sort(), [...entrySnippets, ...numberedSnippets].map(({ prefix }) => prefix).sort());
});

test('the page of commands names every command of the palette and every key', () => {
  const page = readFileSync('docs/commands.md', 'utf8');
  const hidden = new Set(
    contributes.menus.commandPalette.flatMap(({ command, when }) => (when === 'false' ? command : [])),
  );
  for (const { command, title } of contributes.commands) {
    if (!hidden.has(command)) assert.ok(page.includes(`**${title}**`), `${command}: ${title}`);
  }
  const used = contributes.keybindings.flatMap(({ key, mac }) => (mac === undefined ? [key] : [key, mac]));
  for (const key of used) assert.ok(page.includes(`\`${shownKey(key)}\``), key);
});

/** `ctrl+k v` as in the documentation: `Ctrl+K V`. */
function shownKey(key: string): string {
  const capitalized = key.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
  return capitalized.replace('Pageup', 'PageUp').replace('Pagedown', 'PageDown');
}

test("markdownlint with the recommended configuration finds nothing in the samples' published entries", () => {
  const [, config = ''] = /```jsonc\n(.*?)```/s.exec(readFileSync('docs/works-beside.md', 'utf8')) ?? [];
  const files = readdirSync('samples/_posts').map((name) => `samples/_posts/${name}`);
  const found = Object.entries(lint({ files, config: parse(config) })).filter(([, problems]) => problems.length > 0);
  assert.deepEqual(found, []);
  assert.notDeepEqual(Object.values(lint({ files })).flat(), [], 'without it, there are problems');
});

test('the addresses of the project follow from `repository`, and documented versions are the current one', () => {
  const { version, repository, homepage, bugs, qna } = manifest;
  assert.equal(repository.url, `git+${PROJECT_URL}.git`);
  assert.deepEqual(
    [homepage, bugs.url, qna],
    [`${PROJECT_URL}#readme`, `${PROJECT_URL}/issues`, `${PROJECT_URL}/discussions`],
  );
  const named = PROJECT_URL.replace('https://github.com/', '');
  for (const path of [...pages, 'CHANGELOG.md', 'action.yml', '.github/ISSUE_TEMPLATE/config.yml']) {
    const text = readFileSync(path, 'utf8');
    assert.doesNotMatch(text, /\bOWNER\b/, path);
    for (const [, other] of text.matchAll(/(?:github\.com\/|uses: )([\w-]+\/daybook)\b/g))
      assert.equal(other, named, path);
    const versions = [...text.matchAll(/(?:\/daybook@|\brev: |daybook-)v?(\d+\.\d+\.\d+)/g)].map(([, used]) => used);
    for (const used of versions) assert.equal(used, version, path);
  }
});

/** Asserts that a file of the project exists and has the heading that the fragment names. */
function assertExists(target: string, from: string): void {
  const [path = '', fragment] = decodeURIComponent(target).split('#');
  assert.ok(existsSync(path), `${from}: ${target}`);
  if (fragment === undefined) return;
  const headings = markdown.parse(readFileSync(path, 'utf8'), {}).flatMap((token, index, tokens) => {
    return token.type === 'heading_open' ? [anchor(tokens[index + 1]?.content ?? '')] : [];
  });
  assert.ok(headings.includes(fragment), `${from}: ${target} is none of ${headings}`);
}

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The addresses of all links and pictures. */
function targetsIn(html: string): string[] {
  return [...html.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)].map(([, target = '']) => target);
}

function codeIn(html: string): string[] {
  return [...html.matchAll(/<code[^>]*>(.*?)<\/code>/gs)].map(([, code = '']) => code);
}
