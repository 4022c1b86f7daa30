import type { Block, Entry } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { faultsOfKind } from '../citationGroups/groupFaults.ts';
import { addAll, type Finding, type Rule } from '../rule.ts';
import { isItem } from '../sections/items.ts';

export const citationUnopened: Rule = {
  id: 'citation-unopened',
  summary: 'A citation group starts with its opening bracket.',
  why: 'Without it the sources run into the sentence, and a bracket closes that nothing opened. A list of links behind a colon needs no brackets.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. [Herald](https://herald.example/a)⟦)⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings = [...faultsOfKind(entry, 'unopened')];
    for (const block of entry.irregular) {
      // A group with its bracket ends behind its last link.
      if (block.links.at(-1)?.to === block.story.to && isItem(block)) addAll(findings, bareSources(entry, block));
    }
    return findings;
  },
};

/** Sources behind the last sentence without any bracket: ` / ` joins them, or one stands alone in a section, poll or notable. */
function* bareSources({ text }: Entry, { kind, story, headline, links, citations }: Block): Generator<Finding> {
  const group = citations.at(-1);
  const isChain = group?.to === story.to;
  const sources = isChain ? group : links.at(-1);
  if (!sources || !headline?.close || (!isChain && (kind === 'bullet' || citations.length > 0))) return;
  const isWhole = isChain
    ? group.pieces.every(
        (piece) => piece.kind === 'separator' || (piece.kind === 'citation' && piece.link.form === 'whole'),
      )
    : links.at(-1)?.form === 'whole';
  const { from, to } = sources;
  if (!isWhole || text[from + 1] === '(' || from <= headline.to || !isSpace(text.charCodeAt(from - 1))) return;
  const prose = text.slice(headline.to, from);
  // A piece of the end is enough: an expression that ends with `$` starts everywhere.
  if (!/[.!?]["”’'*_]*\s+$/.test(prose.slice(-20)) || !/[a-z]/.test(prose)) return;
  const fix = {
    title: 'Put the sources in brackets',
    edits: [
      { from, to: from, text: '(' },
      { from: to, to, text: ')' },
    ],
  };
  yield { from, to, message: 'No brackets stand around these sources.', suggestions: [fix] };
}
