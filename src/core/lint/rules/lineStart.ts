import type { Block, BlockKind, CitationGroup } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { lineBreak } from '../../text/lineBounds.ts';
import type { Span } from '../../text/text.ts';
import { type Finding, MOST_FINDINGS, type Rule } from '../rule.ts';
import { isItem } from '../sections/items.ts';

export const lineStart: Rule = {
  id: 'line-start',
  summary: 'Each item, heading and divider has a line of its own, which begins with the signs that Markdown knows.',
  why: 'A line break too few makes one item of two. A divider right below a paragraph makes a heading of it, and a bullet or a heading without its space shows its signs.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '* **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))⟦ * ⟧**The council met**. ([KXYZ](https://kxyz.example/b))',
  good: '* **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n* **The council met**. ([KXYZ](https://kxyz.example/b))',
  check({ text, blocks }) {
    const findings: Finding[] = [];
    for (let index = 0; index < blocks.length && findings.length < MOST_FINDINGS; index++) {
      const block = blocks[index];
      if (!block || (block.regular && block.kind !== 'paragraph')) continue;
      const before = blocks[index - 1];
      if (block.kind === 'divider') {
        if (before && isUnderlined(text, before, block)) findings.push(underlined(text, before, block));
      } else if (block.kind === 'paragraph') {
        const isListed = before?.kind === 'ordered' || blocks[index + 1]?.kind === 'ordered';
        const found = signAt(text, block, isListed);
        if (found) findings.push(found);
      } else if (isItem(block)) {
        for (const group of block.citations) if (group.to < block.story.to) checkBehind(text, block, group, findings);
      }
    }
    return findings;
  },
};

/** Whether Markdown takes the divider for the underline of a heading: it stands right below a paragraph. */
function isUnderlined(text: string, before: Block, { from }: Block): boolean {
  const gap = text.slice(before.to, from);
  return PARAGRAPHS.has(before.kind) && before.indent === 0 && /^[ \t]*\r?\n$/.test(gap) && text.startsWith('-', from);
}

/** What is a paragraph to Markdown. */
const PARAGRAPHS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'section',
  'poll',
  'named',
  'paragraph',
  'note',
  'signoff',
]);

function underlined(text: string, before: Block, { from, to }: Block): Finding {
  return {
    from,
    to,
    severity: 'error',
    message: 'No empty line stands above this divider, so that the site makes a heading of the text before it.',
    fix: { title: 'Insert an empty line', edits: [{ from: before.to, to: before.to, text: lineBreak(text) }] },
  };
}

/** A paragraph that was to be something else. */
function signAt(text: string, { from, to, story }: Block, isListed: boolean): Finding | undefined {
  const head = text.slice(from, Math.min(to, from + 12));
  const instead = (length: number, right: string, message: string) =>
    rewritten(text, { from, to: from + length }, right, message);
  const bullet = /^[•·▪◦‣●○]\s*/.exec(head)?.[0].length;
  if (bullet !== undefined) return instead(bullet, '* ', 'This sign makes no bullet.');
  const hashes = /^#{2,6}(?=[^#\s])/.exec(head)?.[0];
  if (hashes) return instead(hashes.length, `${hashes} `, 'No space follows the signs of this heading.');
  if (/^[-–—]{1,3}$/.test(head)) return instead(head.length, '---', 'This makes no divider.');
  const number = isListed && /^(\d{1,2})[,;:] ?(?=\*\*)/.exec(head);
  if (number) return instead(number[0].length, `${number[1]}. `, 'This number begins no item of the list.');
  if (!/^\*[\p{L}"“]/u.test(head) || text.slice(from + 1, story.to).includes('*')) return undefined;
  const sign = { from, to: from + 1 };
  return {
    ...sign,
    message: 'This asterisk shows: no space makes a bullet of it, and none closes what it opens.',
    suggestions: [
      { title: 'Make it a bullet', edits: [{ ...sign, text: '* ' }] },
      { title: 'Remove it', edits: [{ ...sign, text: '' }] },
    ],
  };
}

function rewritten(text: string, span: Span, right: string, message: string): Finding {
  let to = span.to;
  while (to > span.from + 1 && isSpace(text.charCodeAt(to - 1))) to--;
  return { from: span.from, to, message, fix: { title: `Write "${right}"`, edits: [{ ...span, text: right }] } };
}

/** `…)) * **The council met**`: another item begins in the middle of the line. */
function checkBehind(text: string, { story }: Block, { to, pieces }: CitationGroup, findings: Finding[]): void {
  if (pieces.at(-1)?.kind !== 'close') return;
  const begun = BEGINS.exec(text.slice(to, Math.min(story.to, to + 16)))?.[0];
  if (begun === undefined) return;
  const start = to + begun.length - begun.trimStart().length;
  findings.push({
    from: to,
    to: to + begun.length,
    message: 'Another item begins in the middle of this line.',
    fix: { title: 'Put it on a line of its own', edits: [{ from: to, to: start, text: lineBreak(text).repeat(2) }] },
  });
}

const BEGINS = /^ *(?:[*-] +|\d{1,2}(?:\/|\.) +|(?:poll|TK)\/ +)(?=\*\*[^\s*])/;
