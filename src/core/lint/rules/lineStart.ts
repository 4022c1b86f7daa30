import type { EngineName } from '../../engines/engine.ts';
import type { Block, CitationGroup } from '../../entry/entry.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { lineBreakOf } from '../../text/lineBounds.ts';
import type { Span } from '../../text/text.ts';
import { addFindings, type Finding, MAX_FINDINGS_PER_RULE, type Rule } from '../rule.ts';
import { isItem } from '../sections/blockPredicates.ts';
import { headlineBelowGroup } from '../sections/headlineBelowGroup.ts';
import { equalsLines, hasLineAbove, isUnwantedUnderline } from '../sections/underlines.ts';

export const lineStart: Rule = {
  id: 'line-start',
  summary: 'Each item, heading and divider starts a new line, with the characters that Markdown expects.',
  why: 'A missing line break turns two items into one. A divider directly below a paragraph turns the paragraph into a heading, and a bullet or heading without its space shows its `*` or `#`.',
  severity: { draft: 'warning', published: 'warning' },
  otherSeverities: [{ severity: 'error', when: 'if the page shows a line of text as a heading' }],
  bad: '* **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))⟦ * ⟧**The council met**. ([KXYZ](https://kxyz.example/b))',
  good: '* **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n* **The council met**. ([KXYZ](https://kxyz.example/b))',
  reaches: ['line'],
  check(entry, { markdown }) {
    const { text, blocks } = entry;
    const findings: Finding[] = [];
    for (let index = 0; index < blocks.length && findings.length < MAX_FINDINGS_PER_RULE; index++) {
      const block = blocks[index];
      if (!block || (block.wellFormed && block.kind !== 'paragraph')) continue;
      const previous = blocks[index - 1];
      if (block.kind === 'divider') {
        if (previous && isUnwantedUnderline(text, previous, block)) {
          findings.push(underline(text, previous, block, markdown));
        }
      } else if (block.kind === 'paragraph') {
        const isInList = previous?.kind === 'ordered' || blocks[index + 1]?.kind === 'ordered';
        const finding = mistypedMarker(text, block, isInList);
        if (finding) findings.push(finding);
      }
      for (const group of block.citationGroups)
        if (group.to < block.content.to) checkAfterGroup(text, block, group, findings);
    }
    addFindings(findings, equalsLines(entry, markdown));
    return findings;
  },
};

function underline(text: string, previous: Block, { from, to }: Block, markdown: EngineName): Finding {
  const makesHeading = markdown !== 'kramdown' || !hasLineAbove(text, previous.from, previous.to);
  return {
    from,
    to,
    ...(makesHeading && { severity: 'error' }),
    message: makesHeading
      ? 'Missing blank line above the divider: the site will show the text above it as a heading.'
      : 'Missing blank line above the divider: the site will show it as a dash.',
    fix: { title: 'Insert a blank line', edits: [{ from: previous.to, to: previous.to, text: lineBreakOf(text) }] },
  };
}

/** Reports a paragraph that was meant to be a bullet, heading, divider or list item. */
function mistypedMarker(text: string, { from, to, content }: Block, isInList: boolean): Finding | undefined {
  const head = text.slice(from, Math.min(to, from + 12));
  const replace = (length: number, marker: string, message: string) =>
    replaceMarker(text, { from, to: from + length }, marker, message);
  const bullet = /^[•·▪◦‣●○]\s*/.exec(head)?.[0].length;
  if (bullet !== undefined) return replace(bullet, '* ', 'Not a bullet in Markdown: expected "* ".');
  const hashes = /^#{2,6}(?=[^#\s])/.exec(head)?.[0];
  if (hashes) return replace(hashes.length, `${hashes} `, `Missing space after "${hashes}".`);
  if (/^[-–—]{1,3}$/.test(head)) return replace(head.length, '---', 'Not a divider in Markdown: expected "---".');
  const number = isInList && /^(\d{1,2})[,;:] ?(?=\*\*)/.exec(head);
  if (number)
    return replace(number[0].length, `${number[1]}. `, `Not a list item in Markdown: expected "${number[1]}. ".`);
  if (!/^\*[\p{L}"“]/u.test(head) || text.slice(from + 1, content.to).includes('*')) return undefined;
  const asterisk = { from, to: from + 1 };
  return {
    ...asterisk,
    message: 'Unpaired asterisk: the page will show it.',
    suggestions: [
      { title: 'Make it a bullet', edits: [{ ...asterisk, text: '* ' }] },
      { title: 'Remove the asterisk', edits: [{ ...asterisk, text: '' }] },
    ],
  };
}

function replaceMarker(text: string, span: Span, marker: string, message: string): Finding {
  let to = span.to;
  while (to > span.from + 1 && isWhitespaceOrThinSpace(text.charCodeAt(to - 1))) to--;
  return {
    from: span.from,
    to,
    message,
    fix: { title: `Replace with "${marker}"`, edits: [{ ...span, text: marker }] },
  };
}

/** `…)) * **The council met**`: another item starts after the group, in the middle of the line. */
function checkAfterGroup(text: string, block: Block, group: CitationGroup, findings: Finding[]): void {
  const { content } = block;
  const { to, pieces } = group;
  const joined = headlineBelowGroup(text, block, group);
  if (joined) findings.push(joined);
  if (joined || !isItem(block) || pieces.at(-1)?.kind !== 'close') return;
  const marker = ITEM_START.exec(text.slice(to, Math.min(content.to, to + 16)))?.[0];
  if (marker === undefined) return;
  const start = to + marker.length - marker.trimStart().length;
  findings.push({
    from: to,
    to: to + marker.length,
    message: 'Another item starts in the middle of the line.',
    fix: { title: 'Move it to a line of its own', edits: [{ from: to, to: start, text: lineBreakOf(text).repeat(2) }] },
  });
}

const ITEM_START = /^ *(?:[*-] +|\d{1,2}(?:\/|\.) +|(?:poll|TK)\/ +)(?=\*\*[^\s*])/;
