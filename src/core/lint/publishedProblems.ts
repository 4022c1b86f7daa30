import type { Entry } from '../entry/entry.ts';
import { allItems, textBlocksOf } from '../entry/items.ts';
import { lint, type Severities } from './lint.ts';
import type { Problem, RuleContext } from './rule.ts';
import { sectionEmpty } from './rules/sectionEmpty.ts';

/**
 * The problems that an entry would have as a post, in the order of the text. In addition to what rules find on any keystroke, a post has
 * text, so that an empty draft is never ready.
 */
export function publishedProblems(entry: Entry, context: RuleContext, severities?: Severities): Problem[] {
  const problems = lint(entry, context, severities);
  if (hasText(entry)) return problems;
  return [...problems, missingText(entry)].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Whether an item has text, or a heading has some below it. */
function hasText(entry: Entry): boolean {
  const { text, blocks } = entry;
  const hasContent = ({ content }: Entry['blocks'][number]) => content.from < content.to;
  if (allItems(entry).some((item) => textBlocksOf(text, item).some(hasContent))) return true;
  const heading = blocks.findIndex(({ kind }) => kind === 'heading');
  return heading >= 0 && blocks.slice(heading + 1).some(({ kind }) => kind === 'paragraph');
}

function missingText({ body, blocks }: Entry): Problem {
  const from = blocks[0]?.from ?? body.to;
  return {
    rule: sectionEmpty.id,
    severity: 'error',
    message: 'The entry has no item with text yet.',
    from,
    to: blocks[0]?.to ?? from,
  };
}
