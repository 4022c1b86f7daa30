import type { Item } from '../../entry/items.ts';

/** The message of a command when the cursor is in no item. */
export const NO_ITEM_AT_CURSOR = 'Put the cursor in a section, poll, bullet or notable.';

/** The name of an item's kind in a sentence: `section`. */
export function itemName({ kind }: Item): string {
  return NAMES[kind];
}

/** `a section`, `an item`. */
export function itemNameWithArticle(item: Item): string {
  const name = itemName(item);
  return `${name.startsWith('i') ? 'an' : 'a'} ${name}`;
}

const NAMES: Readonly<Record<Item['kind'], string>> = {
  section: 'section',
  struck: 'section',
  poll: 'poll',
  named: 'item',
  bullet: 'bullet',
  ordered: 'notable',
};
