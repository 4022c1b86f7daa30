import type { Block, BlockKind, Entry } from '../../entry/entry.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import type { Finding, Rule } from '../rule.ts';
import { isSectionWithText, notablesIn } from '../sections/blockPredicates.ts';

export const citationMissing: Rule = {
  id: 'citation-missing',
  summary: 'Each section, poll and notable with prose has a source; in a draft, so does each plain paragraph.',
  why: 'Every claim cites its sources in brackets. A paragraph never belongs to the label above it, so it needs sources of its own.',
  severity: { draft: 'hint', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at ⟦noon.⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { stage }) {
    const findings: Finding[] = [];
    if (entry.nonstandard.every((block) => isSourced(block) || !NEEDS_SOURCE.has(block.kind))) return findings;
    const notables = notablesIn(entry, isSourced);
    for (const block of entry.nonstandard) {
      const { kind, indent, content } = block;
      const isPlain = stage === 'draft' && kind === 'paragraph' && indent === 0 && content.from < content.to;
      const needsSource = isSectionWithText(block) || notables.has(block) || isPlain;
      if (needsSource && !isSourced(block) && !isIntroduction(entry, block) && !hasHtmlLink(entry, block))
        findings.push(missingSource(entry, block));
    }
    return findings;
  },
};

/** Kinds of blocks that may need a source. */
const NEEDS_SOURCE: ReadonlySet<BlockKind> = new Set(['section', 'poll', 'named', 'ordered', 'paragraph']);

/** A link written in HTML counts as a source too. */
function hasHtmlLink({ text }: Entry, { content }: Block): boolean {
  return text.slice(content.from, content.to).includes('<a ');
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

function isSourced({ links, citationGroups }: Block): boolean {
  return links.length > 0 || citationGroups.length > 0;
}
