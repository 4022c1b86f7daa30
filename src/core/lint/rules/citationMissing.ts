import type { Block, BlockKind, Entry, Piece } from '../../entry/entry.ts';
import { tokenName } from '../../entry/groupTokens.ts';
import { literalsTouching } from '../../entry/literals.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { citesKnownOutlet } from '../citationGroups/evidence.ts';
import type { Finding, Rule, RuleEntry } from '../rule.ts';
import { isSectionWithText, notablesIn } from '../sections/blockPredicates.ts';

export const citationMissing: Rule = {
  id: 'citation-missing',
  summary: 'Each section, poll and notable with prose has a source; in a draft, so does each plain paragraph.',
  why: 'Every claim cites its sources in brackets. A paragraph never belongs to the label above it, so it needs sources of its own.',
  severity: { draft: 'hint', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at ⟦noon.⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { stage, outlets }) {
    const findings: Finding[] = [];
    const isSourced = (block: Block) => hasSource(entry, block, outlets);
    if (entry.nonstandard.every((block) => !NEEDS_SOURCE.has(block.kind) || isSourced(block))) return findings;
    const notables = notablesIn(entry, isCitedItem);
    for (const block of entry.nonstandard) {
      const { kind, indent, content } = block;
      const isPlain = stage === 'draft' && kind === 'paragraph' && indent === 0 && content.from < content.to;
      const needsSource = isSectionWithText(block) || notables.has(block) || isPlain;
      if (needsSource && !isSourced(block) && !isIntroduction(entry, block)) findings.push(missingSource(entry, block));
    }
    return findings;
  },
};

/** Kinds of blocks that may need a source. */
const NEEDS_SOURCE: ReadonlySet<BlockKind> = new Set(['section', 'poll', 'named', 'ordered', 'paragraph']);

/** Whether a block has a link, in whatever form: also in HTML, as a reference, as an autolink or as an address in brackets. */
function hasSource(entry: RuleEntry, { links, citationGroups, content }: Block, outlets: Outlets): boolean {
  if (links.length > 0) return true;
  // Names alone in brackets, as in `(Gallup)`, are sources without a link only if they are those of outlets.
  const isCited = citationGroups.some(
    ({ pieces }) =>
      hasNoName(entry.text, pieces) || hasAddress(pieces) || citesKnownOutlet(entry.text, pieces, outlets),
  );
  if (isCited || ADDRESS_IN_BRACKETS.test(entry.text.slice(content.from, content.to))) return true;
  return literalsTouching(entry.literals, content).some(({ kind, from, to }) => {
    if (kind === 'html') return entry.source.slice(from, to).includes('<a ');
    return kind === 'reference' || kind === 'autolink';
  });
}

const ADDRESS_IN_BRACKETS = /\([^()\n]*:\/\//;

/** Empty brackets and a placeholder are reported by other rules. */
function hasNoName(text: string, pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => piece.kind !== 'name' || tokenName(text, piece) === 'TK');
}

function hasAddress(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind }) => kind === 'address' || kind === 'literal');
}

/** Whether an item has a headline and ends with a citation group, as notables do. */
function isCitedItem({ headline, citationGroups, content }: Block): boolean {
  return headline !== undefined && citationGroups.at(-1)?.to === content.to;
}

/** `quotables/ **A selection of quotes**:`: a named item that only introduces what follows. */
function isIntroduction({ text }: Entry, { kind, content }: Block): boolean {
  return kind === 'named' && /:["”*_]*$/.test(text.slice(Math.max(content.from, content.to - 5), content.to));
}

function missingSource({ text }: Entry, { kind, content }: Block): Finding {
  let from = content.to - 1;
  while (from > content.from && !isWhitespaceOrThinSpace(text.charCodeAt(from - 1))) from--;
  return { from, to: content.to, message: `This ${nounFor(kind)} has no source.` };
}

function nounFor(kind: BlockKind): string {
  switch (kind) {
    case 'poll':
    case 'paragraph':
      return kind;
    case 'ordered':
      return 'notable';
    default:
      return 'section';
  }
}
