import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { pasteCitations } from '../../../../src/core/compose/citations/pasteCitations.ts';
import type { ChangeOutcome, Selection } from '../../../../src/core/compose/items/change.ts';
import { continueItem } from '../../../../src/core/compose/items/continueItem.ts';
import { bulletToSection, sectionToBullet } from '../../../../src/core/compose/items/convertItem.ts';
import { insertItem } from '../../../../src/core/compose/items/insertItem.ts';
import { mergeItems } from '../../../../src/core/compose/items/mergeItems.ts';
import { moveItem } from '../../../../src/core/compose/items/moveItem.ts';
import { numberSections } from '../../../../src/core/compose/items/numberSections.ts';
import { sendToNotables } from '../../../../src/core/compose/items/sendToNotables.ts';
import { splitItem } from '../../../../src/core/compose/items/splitItem.ts';
import type { Entry } from '../../../../src/core/entry/entry.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { learnOutlets } from '../../../../src/core/outlets/outlets.ts';
import { applyEdits, type Edit } from '../../../../src/core/text/text.ts';

type Command = (entry: Entry, selections: readonly Selection[]) => ChangeOutcome | undefined;

const outlets = learnOutlets();

const COMMANDS: Readonly<Record<string, Command>> = {
  'move up': (entry, selections) => moveItem(entry, selections, 'up'),
  'move down': (entry, selections) => moveItem(entry, selections, 'down'),
  split: splitItem,
  merge: mergeItems,
  'bullet to section': bulletToSection,
  'section to bullet': sectionToBullet,
  'send to notables': (entry, selections) => sendToNotables(entry, selections, '### Notables.'),
  'insert section': (entry, selections) => insertItem(entry, selections, 'section'),
  'insert bullet': (entry, selections) => insertItem(entry, selections, 'bullet'),
  enter: continueItem,
  number: (entry) => ({ ok: true, edits: numberSections(entry), selections: [] }),
  paste(entry, selections) {
    const at = selections[0]?.active ?? 0;
    const paste = pasteCitations(entry, { from: at, to: at }, { text: 'https://www.npr.org/n' }, outlets);
    return paste && { ok: true, edits: paste.edits, selections: [{ anchor: paste.caret, active: paste.caret }] };
  },
};

/** Blocks of an entry; each is followed by a blank line, or by a single line break. */
// biome-ignore format: a list of strings
const BLOCKS: readonly string[] = [
  '1/ **Alpha**. Beta gamma. ([Herald](https://herald.example/1))', '2/ Delta `epsilon  zeta` eta. Theta.', 'TK/ Iota <b>kappa. Lambda</b> mu.', 'poll/ Nu.',
  '* Xi omicron. Pi', '*   Rho <!-- sigma --> tau. Upsilon', '- Phi\n  `chi\n  psi`', '1. Omega. Aleph', '  * Beth. Gimel', '\t* Daleth',
  '```\n3/ code one\n\n* code two\n```', '    indented  code\n\n      deeper code', '  ```\n  nested code\n    deeper nested\n  ```', '      indented nested',
  '~~~js\n```\nconst tilde = 1\n~~~', '> ```\n> quoted code\n> ```', '* ```\n  code at marker\n  ```', '```\nopen code', '\tcode after tab',
  '<div>\n4/ html text\n</div>', '<div>\n\nfree text\n\n</div>', '<pre>\n  raw   text\n</pre>', '<!-- note\n\n5/ note text -->', '<!-- daybook-disable-next liquid -->',
  '[^1]: Footnote text.\n\n    More footnote.', '[label]: https://label.example "Title"', 'He [named][label] it[^1].', 'Plain paragraph. Second `sentence`.',
  '{% raw %}\n\n6/ raw liquid\n\n{% endraw %}', '{% include card.html\n\n  name="card" %}', 'Open `backtick here.', 'Open <tag here.', '### Notables.', '---', '*Closing line.*', '**Bold** line.',
];

const anyEntry = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...BLOCKS), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n')), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.boolean(),
  )
  .map(([blocks, isCrlf]) => {
    // The footnote is always used, and a definition ends with its line: readers of Markdown differ about the line below.
    const text = `He was there[^1].\n\n${blocks.map(([block, end]) => block + (block.startsWith('[') ? '\n\n' : end)).join('')}`;
    return isCrlf ? text.replaceAll('\n', '\r\n') : text;
  });

test('no command changes code, HTML, Liquid or definitions, or loses a word, wherever the cursor is', () => {
  const where = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyEntry, where, where, fc.boolean(), (text, start, end, isCursor) => {
      const active = Math.floor(start * text.length);
      const anchor = isCursor ? active : Math.floor(end * text.length);
      for (const [name, command] of Object.entries(COMMANDS)) {
        const entry = parseEntry(text);
        const outcome = command(entry, [{ anchor, active }]);
        if (!outcome?.ok) continue;
        checkEdits(text, outcome.edits);
        const changed = applyEdits(text, outcome.edits);
        const shown = `${name} at ${anchor}–${active} of ${JSON.stringify(text)} gives ${JSON.stringify(changed)}`;
        // Merging leaves out repeated citations.
        const listed =
          name === 'merge' ? (words: readonly string[]) => [...new Set(words)] : (words: readonly string[]) => words;
        if (name !== 'paste') assert.deepEqual(listed(wordsOf(changed)), listed(wordsOf(text)), shown);
        assert.deepEqual(listed(codeOf(changed)), listed(codeOf(text)), shown);
        assert.deepEqual(liquidOf(changed), liquidOf(text), shown);
        for (const selection of outcome.selections) assert.ok(selection.active <= changed.length, shown);
      }
    }),
    { seed: 15, numRuns: 300, includeErrorInReport: true },
  );
});

function checkEdits(text: string, edits: readonly Edit[]): void {
  let at = 0;
  for (const { from, to } of edits) {
    assert.ok(at <= from && from <= to && to <= text.length, 'edits overlap or are out of order');
    at = to;
  }
}

/** Every word but those that labels and headings consist of, sorted. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{L}{3,}/gu) ?? []).filter((word) => word !== 'poll' && word !== 'Notables').sort();
}

/** The contents of code and HTML as an independent parser of Markdown finds them, sorted, without white space around them. */
function codeOf(text: string): readonly string[] {
  const contents: string[] = [];
  for (const token of MARKDOWN.parse(text.replace(LIQUID, 'liquid'), {})) {
    if (LITERAL_TOKENS.has(token.type)) contents.push(`${token.type} ${token.content.trim()}`);
    for (const child of token.children ?? []) {
      if (LITERAL_TOKENS.has(child.type)) contents.push(`${child.type} ${child.content.replace(/\s+/g, ' ')}`);
      if (child.type === 'link_open') contents.push(`link ${child.attrGet('href')}`);
    }
  }
  return contents.filter((content) => content !== 'link https://www.npr.org/n').sort();
}

const MARKDOWN = markdownIt({ html: true }).use(footnote);
const LITERAL_TOKENS: ReadonlySet<string> = new Set([
  'fence',
  'code_block',
  'code_inline',
  'html_block',
  'html_inline',
]);
const LIQUID = /\{% raw %\}[\s\S]*?\{% endraw %\}|\{%[\s\S]*?%\}/g;

function liquidOf(text: string): readonly string[] {
  return (text.match(LIQUID) ?? []).map((tag) => tag.replace(/\s+/g, ' ')).sort();
}
