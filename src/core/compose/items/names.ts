import type { Item } from '../../entry/items.ts';

/** What a command says where the cursor stands in no item. */
export const NO_ITEM = 'The cursor stands in no section, poll, bullet or notable.';

/** What an item is called in a sentence: `section`. */
export function itemName({ kind }: Item): string {
  return NAMES[kind];
}

/** `a section`, `an item`. */
export function withArticle(item: Item): string {
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
