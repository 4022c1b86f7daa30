import type { Block, Entry } from '../../entry/entry.ts';
import type { Span } from '../../text/text.ts';

/** What a writer calls an item: a section, a poll, a bullet, a notable. */
export function isItem({ kind }: Block): boolean {
  return ITEMS.has(kind);
}

const ITEMS: ReadonlySet<Block['kind']> = new Set(['section', 'poll', 'named', 'bullet', 'ordered']);

/** A section, poll or named item that has text: what needs a headline and a source. */
export function isStory({ kind, story }: Block): boolean {
  return (kind === 'section' || kind === 'poll' || kind === 'named') && story.from < story.to;
}

/**
 * Tells the notables from the items of other ordered lists (a timeline, a list of dates): they stand under a heading
 * that says so, or most items of their list have what a notable has.
 */
export function notables({ text, blocks }: Entry, has: (block: Block) => boolean): (block: Block) => boolean {
  const found = new Set<Block>();
  let heading = false;
  let list: Block[] = [];
  const finish = () => {
    const areSourced = list.filter(has).length * 2 > list.length;
    for (const block of list) if (heading || (areSourced && !isBare(text, block))) found.add(block);
    list = [];
  };
  for (const block of blocks) {
    if (block.kind === 'ordered') {
      if (block.indent === 0 && isProse(text, block)) list.push(block);
    } else if (block.kind !== 'bullet') {
      finish();
      if (block.kind === 'heading') heading = /notable/i.test(text.slice(block.from, block.to));
      else if (block.kind === 'divider') heading = false;
    }
  }
  finish();
  return (block) => found.has(block);
}

/** A headline and no word more, as a line of a programme. */
function isBare(text: string, { story, headline }: Block): boolean {
  return headline?.from === story.from && !/\w/.test(text.slice(headline.to, story.to));
}

/** Not empty, and no embedded post alone. */
function isProse(text: string, { story }: Block): boolean {
  return story.from < story.to && !text.startsWith('{%', story.from);
}

/** Nothing but links behind a word and a colon: `Sources: [A](…) / [B](…)`. */
export function isListLine(text: string, { story, links }: Block): boolean {
  const first = links[0];
  return first !== undefined && /^[^.!?]{0,40}:\W*$/.test(text.slice(story.from, first.from));
}

/** The first sentence of a block, its full stop included, or the whole text before the citations where none ends. */
export function leadSentence({ text }: Entry, block: Block): Span {
  const { story } = block;
  const to = block.citations[0]?.from ?? story.to;
  const prose = text.slice(story.from, to);
  const end =
    /(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec))[.!?]["”’]?(?=\s+["“]?[A-Z0-9])/.exec(
      prose,
    );
  const length = end ? end.index + end[0].length : prose.trimEnd().length;
  return { from: story.from, to: story.from + Math.max(1, length) };
}
