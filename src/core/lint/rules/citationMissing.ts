import type { Block, BlockKind, Entry } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import type { Finding, Rule } from '../rule.ts';
import { isStory, notables } from '../sections/items.ts';

export const citationMissing: Rule = {
  id: 'citation-missing',
  summary: 'Each section, poll and notable with prose has a source; in a draft, each plain paragraph too.',
  why: 'Every claim has its sources in brackets. A paragraph never belongs to the label above it, and so needs its own.',
  severity: { draft: 'hint', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at ⟦noon.⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { stage }) {
    const findings: Finding[] = [];
    if (entry.irregular.every((block) => isSourced(block) || !MAY_NEED.has(block.kind))) return findings;
    const isNotable = notables(entry, isSourced);
    for (const block of entry.irregular) {
      const { kind, indent, story } = block;
      const isPlain = stage === 'draft' && kind === 'paragraph' && indent === 0 && story.from < story.to;
      const needsSource = isStory(block) || isNotable(block) || isPlain;
      if (needsSource && !isSourced(block) && !leadsOn(entry, block) && !hasTag(entry, block))
        findings.push(missing(entry, block));
    }
    return findings;
  },
};

const MAY_NEED: ReadonlySet<BlockKind> = new Set(['section', 'poll', 'named', 'ordered', 'paragraph']);

/** A link in HTML is one too, if not the kind that anybody asked for. */
function hasTag({ text }: Entry, { story }: Block): boolean {
  return text.slice(story.from, story.to).includes('<a ');
}

/** `quotables/ **A selection of quotes**:`: an item of its own kind that only says what follows. */
function leadsOn({ text }: Entry, { kind, story }: Block): boolean {
  return kind === 'named' && /:["”*_]*$/.test(text.slice(Math.max(story.from, story.to - 5), story.to));
}

function missing({ text }: Entry, { story }: Block): Finding {
  let from = story.to - 1;
  while (from > story.from && !isSpace(text.charCodeAt(from - 1))) from--;
  return { from, to: story.to, message: 'No source is given for this.' };
}

function isSourced({ links, citations }: Block): boolean {
  return links.length > 0 || citations.length > 0;
}
