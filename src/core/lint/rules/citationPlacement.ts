import type { Block, CitationGroup } from '../../entry/entry.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { BACKSLASH } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import { isSource } from '../citationGroups/isSource.ts';
import { checkSentenceEnd, endOfWordsBefore, fullStopOffset } from '../citationGroups/sentenceEnd.ts';
import type { Finding, Rule } from '../rule.ts';
import { isItem } from '../sections/blockPredicates.ts';

export const citationPlacement: Rule = {
  id: 'citation-placement',
  summary: 'A citation group ends its item: after the full stop of the last sentence, and on one line.',
  why: 'Readers look for sources at the end of an item, apart from its sentences.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))⟦.⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ text, nonstandard }) {
    const findings: Finding[] = [];
    for (const block of nonstandard) {
      const last = block.citationGroups.at(-1);
      if (!last) continue;
      for (const group of block.citationGroups) if (!group.wellFormed) checkLineBreaks(text, group, findings);
      if (isItem(block)) checkLineBefore(text, block.content.from, last, findings);
      if (last.to >= block.content.to || !checkAfter(text, block, last, findings)) {
        checkSentenceEnd(text, block, last, findings);
      }
    }
    return findings;
  },
};

/** A group continues on the next line only by accident. */
function checkLineBreaks(text: string, { pieces }: CitationGroup, findings: Finding[]): void {
  for (const [index, { kind }] of pieces.entries()) {
    if (kind !== 'separator') continue;
    const previous = pieces[index - 1];
    const next = pieces[index + 1];
    if (!previous || !next || !isSource(previous) || !isSource(next)) continue;
    const span = { from: previous.to, to: next.from };
    if (!text.slice(span.from, span.to).includes('\n')) continue;
    findings.push({
      from: span.from,
      to: span.to + 1, // make the squiggle show on both lines
      message: 'The citation group spans more than one line.',
      fix: { title: 'Put the group on one line', edits: [{ ...span, text: ' / ' }] },
    });
  }
}

/** An accidental line break before a group; a hard break (` \`, two spaces) is intended. */
function checkLineBefore(text: string, from: number, { from: to, pieces }: CitationGroup, findings: Finding[]): void {
  if (pieces[0]?.kind !== 'open' || to === from || text.charCodeAt(to - 1) > 32) return;
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  if (!/^ ?\r?\n[ \t]*$/.test(text.slice(end, to)) || text.charCodeAt(end - 1) === BACKSLASH) return;
  findings.push({
    from: end - 1, // make the squiggle show on both lines
    to: to + 1,
    message: 'The citation group is not on the same line as its sentence.',
    severity: 'info', // the page shows a space there
    suggestions: [{ title: 'Move the group to the line of its sentence', edits: [{ from: end, to, text: ' ' }] }],
  });
}

/** Whether text after the group, which belongs before it, was reported. */
function checkAfter(text: string, block: Block, group: CitationGroup, findings: Finding[]): boolean {
  const { content } = block;
  if (!isItem(block) || group.pieces[0]?.kind !== 'open' || group.pieces.at(-1)?.kind !== 'close') return false;
  const rest = text.slice(group.to, content.to);
  if (/^[.,;:!?]+$/.test(rest)) {
    findings.push(punctuationAfter(text, content, group, rest));
    return true;
  }
  if (/^[([{\]}|<>]$/.test(rest)) {
    findings.push(strayAfter(group.to, rest));
    return true;
  }
  if (/^(?!\s*\n)[\s.,;–—-]*["“(]?[A-Za-z]/.test(rest)) {
    const start = group.to + (rest.length - rest.trimStart().length);
    let end = group.from;
    while (end > content.from && isWhitespaceOrThinSpace(text.charCodeAt(end - 1))) end--;
    findings.push({
      from: start,
      to: content.to,
      message: 'Text after the citation group.',
      suggestions: [
        {
          title: 'Move the group to the end',
          edits: [
            { from: end, to: group.to, text: '' },
            { from: content.to, to: content.to, text: ` ${text.slice(group.from, group.to)}` },
          ],
        },
      ],
    });
    return true;
  }
  return false;
}

/** `([CNN](…))[`: a stray character, typed by accident. */
function strayAfter(from: number, character: string): Finding {
  const span = { from, to: from + character.length };
  const message = `Stray "${character}" after the citation group.`;
  return { ...span, message, fix: { title: `Remove "${character}"`, edits: [{ ...span, text: '' }] } };
}

/** `([CNN](…)).`: the full stop belongs to the sentence, which may already have one. */
function punctuationAfter(text: string, content: Span, group: CitationGroup, marks: string): Finding {
  const span = { from: group.to, to: group.to + marks.length };
  const end = endOfWordsBefore(text, content.from, group.from);
  const isEnded = end > content.from && /[.!?…:]/.test(text.charAt(end - 1));
  const [message, removal] =
    marks === '.'
      ? ['Full stop after the citation group.', 'Remove the full stop']
      : [`"${marks}" after the citation group.`, `Remove "${marks}"`];
  const at = fullStopOffset(text, end, group.from);
  const moved = isEnded || marks[0] !== '.' ? [] : [{ from: at, to: at, text: '.' }];
  return {
    ...span,
    message,
    fix: {
      title: moved.length > 0 ? 'Move the full stop before the group' : removal,
      edits: [...moved, { ...span, text: '' }],
    },
  };
}
