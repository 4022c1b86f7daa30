import type { Block, Entry } from '../../entry/entry.ts';

/** What writers call an item: a section, a poll, a bullet, a notable. */
export function isItem({ kind }: Block): boolean {
  return ITEM_KINDS.has(kind);
}

const ITEM_KINDS: ReadonlySet<Block['kind']> = new Set(['section', 'poll', 'named', 'bullet', 'ordered']);

/** Whether the block is a section, poll or named item with text. These need a headline and a source. */
export function isSectionWithText({ kind, content }: Block): boolean {
  return (kind === 'section' || kind === 'poll' || kind === 'named') && content.from < content.to;
}

/**
 * The notables among the ordered lists of an entry; other ordered lists may be timelines or lists of dates. Notables follow a
 * heading that says so, or are in a list of which most items are `typical`.
 */
export function notablesIn({ text, blocks }: Entry, isTypical: (block: Block) => boolean): ReadonlySet<Block> {
  const notables = new Set<Block>();
  let isUnderHeading = false;
  let list: Block[] = [];
  const finishList = () => {
    const isTypicalList = list.filter(isTypical).length * 2 > list.length;
    for (const block of list) {
      if (isUnderHeading || (isTypicalList && !isHeadlineOnly(text, block))) notables.add(block);
    }
    list = [];
  };
  for (const block of blocks) {
    if (block.kind === 'ordered') {
      if (block.indent === 0 && hasText(text, block)) list.push(block);
    } else if (block.kind !== 'bullet') {
      finishList();
      if (block.kind === 'heading') isUnderHeading = /notable/i.test(text.slice(block.from, block.to));
      else if (block.kind === 'divider') isUnderHeading = false;
    }
  }
  finishList();
  return notables;
}

/** Whether there is no word besides the headline, as in a line of a program. */
function isHeadlineOnly(text: string, { content, headline }: Block): boolean {
  return headline?.from === content.from && !/\w/.test(text.slice(headline.to, content.to));
}

/** False for an empty block and for one that starts with an embedded post. */
function hasText(text: string, { content }: Block): boolean {
  return content.from < content.to && !text.startsWith('{%', content.from);
}

/** Whether the block is a list of links after a short introduction: `Sources: [A](…) / [B](…)`. */
export function isLinkListLine(text: string, { content, links }: Block): boolean {
  const firstLink = links[0];
  return firstLink !== undefined && /^[^.!?]{0,40}:\W*$/.test(text.slice(content.from, firstLink.from));
}
