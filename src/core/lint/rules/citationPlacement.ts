import type { Block, CitationGroup } from '../../entry/entry.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { BACKSLASH } from '../../text/charCodes.ts';
import { type Span, textOf } from '../../text/text.ts';
import { hasOutletNames, isOfOurForm } from '../citationGroups/evidence.ts';
import { isSource } from '../citationGroups/isSource.ts';
import { checkSentenceEnd, endOfWordsBefore, fullStopOffset } from '../citationGroups/sentenceEnd.ts';
import { addFindings, type Finding, type Rule, type RuleEntry } from '../rule.ts';
import { isItem } from '../sections/blockPredicates.ts';

export const citationPlacement: Rule = {
  id: 'citation-placement',
  summary: 'A citation group ends its item: after the full stop of the last sentence, and on one line.',
  why: 'Readers look for sources at the end of an item, apart from its sentences.',
  severity: { draft: 'warning', published: 'warning' },
  otherSeverities: [{ severity: 'info', when: 'if only a line break separates the group from its sentence' }],
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))⟦.⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { outlets }) {
    const findings: Finding[] = [];
    for (const block of entry.nonstandard) {
      const last = block.citationGroups.at(-1);
      const found = last ? blockFindings(entry, block, last) : NO_FINDINGS;
      // In other logs, links in brackets are a part of the sentence.
      const isGroup = last && found.length > 0 && hasOutletNames(entry.text, last.pieces);
      if (isGroup && isOfOurForm(entry, last.pieces, outlets)) addFindings(findings, found);
    }
    return findings;
  },
};

const NO_FINDINGS: readonly Finding[] = [];

function blockFindings(entry: RuleEntry, block: Block, last: CitationGroup): readonly Finding[] {
  const { text } = entry;
  const findings: Finding[] = [];
  for (const group of block.citationGroups) if (!group.wellFormed) checkLineBreaks(text, group, findings);
  if (isItem(block)) checkLineBefore(text, block.content.from, last, findings);
  if (last.to >= block.content.to || !checkAfter(entry, block, last, findings)) {
    checkSentenceEnd(text, block, last, findings);
  }
  return findings;
}

/** A group continues on the next line only by accident. */
function checkLineBreaks(text: string, { pieces }: CitationGroup, findings: Finding[]): void {
  for (let index = 1; index < pieces.length; index++) {
    if (pieces[index]?.kind !== 'separator') continue;
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
function checkAfter(entry: RuleEntry, block: Block, group: CitationGroup, findings: Finding[]): boolean {
  const { text, source } = entry;
  const { content } = block;
  if (!isItem(block) || group.pieces[0]?.kind !== 'open' || group.pieces.at(-1)?.kind !== 'close') return false;
  const rest = text.slice(group.to, content.to);
  if (/^[.,;:!?。]+$/.test(rest)) {
    findings.push(punctuationAfter(text, content, group, rest));
    return true;
  }
  if (/^[([{\]}|<>]$/.test(rest)) {
    findings.push(strayAfter(group.to, rest));
    return true;
  }
  if (isInSentence(text, content, group, rest)) return true;
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
            { from: end, to: content.to, text: `${source.slice(group.to, content.to)} ${textOf(source, group)}` },
          ],
        },
      ],
    });
    return true;
  }
  return false;
}

/** Whether the sentence around the group goes on after it, as in `The bill ([Herald](…)) passed.` */
function isInSentence(text: string, content: Span, group: CitationGroup, rest: string): boolean {
  const textBefore = text.slice(Math.max(content.from, group.from - 8), group.from);
  return /^\s*[,;:–—-]?\s*\p{Ll}/u.test(rest) && !/[.!?…。！？]["”’'*_)\]」』]*\s*$/.test(textBefore);
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
  const isEnded = end > content.from && /[.!?…:。！？]/.test(text.charAt(end - 1));
  const [message, removal] =
    marks === '.' || marks === '。'
      ? ['Full stop after the citation group.', 'Remove the full stop']
      : [`"${marks}" after the citation group.`, `Remove "${marks}"`];
  const at = fullStopOffset(text, end, group.from);
  const stop = marks.charAt(0);
  const moved = isEnded || (stop !== '.' && stop !== '。') ? [] : [{ from: at, to: at, text: stop }];
  return {
    ...span,
    message,
    fix: {
      title: moved.length > 0 ? 'Move the full stop before the group' : removal,
      edits: [...moved, { ...span, text: '' }],
    },
  };
}
