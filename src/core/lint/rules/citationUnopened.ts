import type { Block, Entry } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { isOfOurForm } from '../citationGroups/evidence.ts';
import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';
import { isItem } from '../sections/blockPredicates.ts';
import { unbracketedBullet } from '../sources/unbracketedBullet.ts';

export const citationUnopened: Rule = {
  id: 'citation-unopened',
  summary: 'A citation group starts with an opening bracket.',
  why: 'Without it, the sources run into the sentence, and the page shows a bracket that nothing opened. A list of links after a colon needs no brackets.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. [Herald](https://herald.example/a)⟦)⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { outlets }) {
    const findings = [...groupFaultsOfKind(entry, outlets, 'unopened')];
    for (const block of entry.nonstandard) {
      const bullet = unbracketedBullet(entry, block, outlets);
      if (bullet) findings.push(bullet);
      // A group with its closing bracket would end after its last link.
      if (block.links.at(-1)?.to === block.content.to && isItem(block) && isOurs(entry, block, outlets))
        addFindings(findings, unbracketedSources(entry, block));
    }
    return findings;
  },
};

/** Whether the links at the end of an item are its sources: the entry has labels, or the outlet is known. */
function isOurs(entry: Entry, { links, citationGroups, content }: Block, outlets: Outlets): boolean {
  const group = citationGroups.at(-1);
  const last = links.at(-1);
  if (group?.to === content.to) return isOfOurForm(entry, group.pieces, outlets);
  return (
    last !== undefined && isOfOurForm(entry, [{ kind: 'citation', from: last.from, to: last.to, link: last }], outlets)
  );
}

/** Sources after the last sentence without any bracket: several joined by ` / `, or a single one in a section, poll or notable. */
function* unbracketedSources(
  { text }: Entry,
  { kind, content, headline, links, citationGroups }: Block,
): Generator<Finding> {
  const group = citationGroups.at(-1);
  const isChain = group?.to === content.to;
  const sources = isChain ? group : links.at(-1);
  if (!sources || !headline?.close || (!isChain && (kind === 'bullet' || citationGroups.length > 0))) return;
  const isWhole = isChain
    ? group.pieces.every(
        (piece) => piece.kind === 'separator' || (piece.kind === 'citation' && piece.link.form === 'whole'),
      )
    : links.at(-1)?.form === 'whole';
  const { from, to } = sources;
  if (!isWhole || text[from + 1] === '(' || from <= headline.to || !isWhitespaceOrThinSpace(text.charCodeAt(from - 1)))
    return;
  const prose = text.slice(headline.to, from);
  // Only the end is searched: an expression that ends with `$` is tried at every position.
  if (!/[.!?]["”’'*_]*\s+$/.test(prose.slice(-20)) || !/[a-z]/.test(prose)) return;
  const fix = {
    title: 'Put the sources in brackets',
    edits: [
      { from, to: from, text: '(' },
      { from: to, to, text: ')' },
    ],
  };
  yield { from, to, message: 'Missing brackets around these sources.', suggestions: [fix] };
}
