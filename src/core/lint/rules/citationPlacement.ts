import type { Block, CitationGroup, Piece } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import type { Span } from '../../text/text.ts';
import { checkStop, endOfWords, insertionPoint } from '../citationGroups/sentenceBefore.ts';
import type { Finding, Rule } from '../rule.ts';
import { isItem } from '../sections/items.ts';

export const citationPlacement: Rule = {
  id: 'citation-placement',
  summary: 'A citation group ends its item, behind the full stop of the last sentence and on one line.',
  why: 'Sources stand where readers look for them: at the end, apart from the sentences.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))⟦.⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ text, irregular }) {
    const findings: Finding[] = [];
    for (const block of irregular) {
      const last = block.citations.at(-1);
      if (!last) continue;
      for (const group of block.citations) if (!group.regular) checkLines(text, group, findings);
      if (isItem(block)) checkStart(text, block.story.from, last, findings);
      if (last.to >= block.story.to || !checkBehind(text, block, last, findings)) {
        checkStop(text, block, last, findings);
      }
    }
    return findings;
  },
};

/** A group goes on in the next line only because a key was hit by accident. */
function checkLines(text: string, { pieces }: CitationGroup, findings: Finding[]): void {
  for (const [index, { kind }] of pieces.entries()) {
    if (kind !== 'separator') continue;
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    if (!before || !after || !isSource(before) || !isSource(after)) continue;
    const span = { from: before.to, to: after.from };
    if (!text.slice(span.from, span.to).includes('\n')) continue;
    findings.push({
      from: span.from,
      to: span.to + 1, // so that the mark shows on both lines
      message: 'This citation group runs over more than one line.',
      fix: { title: 'Put the group on one line', edits: [{ ...span, text: ' / ' }] },
    });
  }
}

function isSource({ kind }: Piece): boolean {
  return kind === 'citation' || kind === 'name' || kind === 'address';
}

/** The same slip before a group; a hard break (` \\`, two spaces) is none. */
function checkStart(text: string, from: number, { from: to, pieces }: CitationGroup, findings: Finding[]): void {
  if (pieces[0]?.kind !== 'open' || to === from || text.charCodeAt(to - 1) > 32) return;
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  if (!/^ ?\r?\n[ \t]*$/.test(text.slice(end, to)) || text.charCodeAt(end - 1) === BACKSLASH) return;
  findings.push({
    from: end - 1, // so that the mark shows on both lines
    to: to + 1,
    message: 'This citation group stands on another line than its sentence.',
    severity: 'info', // the page shows a space there
    suggestions: [{ title: 'Put the group behind its sentence', edits: [{ from: end, to, text: ' ' }] }],
  });
}

const BACKSLASH = 92;

/** Whether something that belongs before the group stands behind it. */
function checkBehind(text: string, block: Block, group: CitationGroup, findings: Finding[]): boolean {
  const { story } = block;
  if (!isItem(block) || group.pieces[0]?.kind !== 'open' || group.pieces.at(-1)?.kind !== 'close') return false;
  const rest = text.slice(group.to, story.to);
  if (/^[.,;:!?]+$/.test(rest)) {
    findings.push(punctuation(text, story, group, rest));
    return true;
  }
  if (/^[([{\]}|<>]$/.test(rest)) {
    findings.push(stray(group.to, rest));
    return true;
  }
  if (/^(?!\s*\n)[\s.,;–—-]*["“(]?[A-Za-z]/.test(rest)) {
    const behind = story.to;
    const start = group.to + (rest.length - rest.trimStart().length);
    let end = group.from;
    while (end > story.from && isSpace(text.charCodeAt(end - 1))) end--;
    findings.push({
      from: start,
      to: behind,
      message: 'This stands behind the citation group.',
      suggestions: [
        {
          title: 'Move the group to the end',
          edits: [
            { from: end, to: group.to, text: '' },
            { from: behind, to: behind, text: ` ${text.slice(group.from, group.to)}` },
          ],
        },
      ],
    });
    return true;
  }
  return false;
}

/** `([CNN](…))[`: a key hit by accident. */
function stray(from: number, sign: string): Finding {
  const span = { from, to: from + sign.length };
  const message = `A stray "${sign}" stands behind the citation group.`;
  return { ...span, message, fix: { title: 'Remove it', edits: [{ ...span, text: '' }] } };
}

/** `([CNN](…)).`: the stop belongs to the sentence, which may have one of its own. */
function punctuation(text: string, story: Span, group: CitationGroup, signs: string): Finding {
  const span = { from: group.to, to: group.to + signs.length };
  const end = endOfWords(text, story.from, group.from);
  const isEnded = end > story.from && /[.!?…:]/.test(text.charAt(end - 1));
  const removal = { ...span, text: '' };
  const at = insertionPoint(text, end, group.from);
  const moved = isEnded || signs[0] !== '.' ? [] : [{ from: at, to: at, text: '.' }];
  return {
    ...span,
    message: `"${signs}" stands behind the citation group.`,
    fix: {
      title: moved.length > 0 ? 'Put the full stop before the group' : 'Remove it',
      edits: [...moved, removal],
    },
  };
}
