import type { Block, Entry } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { isCapital, isLetter } from '../../text/characters.ts';
import type { Edit } from '../../text/text.ts';
import type { Finding, Fix } from '../rule.ts';
import { isStory, leadSentence } from '../sections/items.ts';
import type { Asterisks } from './asterisks.ts';

/** Why asterisks of a story found no partner, so that the page shows them: two that should have paired are one fault. */
export function* lonelyFaults(entry: Entry, block: Block, all: readonly Asterisks[]): Generator<Finding> {
  const { text } = entry;
  const lonely = all.filter((asterisks) => asterisks.left > 0 && !isHonest(text, asterisks));
  let partner: Asterisks | undefined;
  for (const [index, one] of lonely.entries()) {
    if (one === partner) continue;
    const next = lonely[index + 1];
    const pair = next && brokenPair(text, one, next, block);
    if (pair) partner = next;
    if (next && isTooMany(next) && !isTooMany(one)) continue; // it took this one's partner
    if (pair?.finding) yield pair.finding;
    else if (!pair && one.to - one.from > 1) yield unpaired(entry, block, one, lonely.length === 1);
  }
}

/** More than it closes, as `words****`, or four at a time. */
function isTooMany({ ends, from, to }: Asterisks): boolean {
  return to - from > 3 || (ends && to - from > 2);
}

/** Inside a word (`f**k`), at the end of one that nobody prints (`s***`), and single ones that mark a note. */
function isHonest(text: string, { from, to, left, spaceBefore, spaceBehind, canOpen }: Asterisks): boolean {
  if (left < to - from) return false;
  if (spaceBefore && spaceBehind) return to - from !== 2;
  const letterBefore = !spaceBefore && isLetter(text.charCodeAt(from - 1));
  const letterBehind = !spaceBehind && isLetter(text.charCodeAt(to));
  return letterBefore && (letterBehind || (to - from > 2 && !canOpen));
}

/**
 * Two asterisks that would pair but for a space inside the bold (`** words**`, `**words **more`), or for one that is
 * missing behind it (`"words."**more`); that one may be the next rule's to find.
 */
function brokenPair(
  text: string,
  one: Asterisks,
  next: Asterisks,
  { story }: Block,
): { finding?: Finding } | undefined {
  if (one.to - one.from !== next.to - next.from) return undefined;
  if (isInFirstWord(text, one, story.from) && next.canClose) return { finding: slippedBehind(text, one, story.from) };
  if (!one.canOpen && isBlank(text, one.to, next.from)) return { finding: emptied(one, next) };
  if (!one.canOpen && !(one.spaceBehind && (one.spaceBefore || one.from === story.from))) return undefined;
  if (!one.spaceBehind && !next.spaceBefore) return next.canClose ? undefined : { ...missingSpace(text, next) };
  let start = one.to;
  let end = next.from;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return { finding: emptied(one, next) };
  if (text[start] === '*' || text[end - 1] === '*')
    return { finding: { from: one.from, to: one.to, message: OPENS_TWICE } };
  if (!next.spaceBefore && !next.canClose) return undefined;
  const asterisks = text.slice(one.from, one.to);
  const edits: Edit[] = [];
  if (start > one.to) edits.push({ from: one.from, to: start, text: `${one.spaceBefore ? '' : ' '}${asterisks}` });
  if (end < next.from) {
    const isSpaced = next.spaceBehind || '.,;:!?)'.includes(text.charAt(next.to));
    edits.push({ from: end, to: next.to, text: `${asterisks}${isSpaced ? '' : ' '}` });
  }
  const kind = asterisks === '*' ? 'italic' : 'bold';
  return {
    finding: {
      from: start > one.to ? one.from : end,
      to: end < next.from ? next.to : start,
      message: `A space stands inside this ${kind}, so the page shows its asterisks.`,
      fix: { title: `Move the space out of the ${kind}`, edits },
    },
  };
}

const OPENS_TWICE = 'The bold that opens here opens once more before it closes.';

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** `** **`: one of the spaces around it stays. */
function emptied({ from, spaceBefore }: Asterisks, { to, spaceBehind }: Asterisks): Finding {
  const text = spaceBefore || spaceBehind ? '' : ' ';
  return { from, to, message: NO_WORDS, fix: { title: 'Remove the asterisks', edits: [{ from, to, text }] } };
}

const NO_WORDS = 'These asterisks have no words between them.';

/** `55**% of voters**`: the bold was meant to open before the number. */
function isInFirstWord(text: string, { from, canOpen, spaceBehind }: Asterisks, start: number): boolean {
  return from > start && from - start < 12 && !canOpen && !spaceBehind && !/\s/.test(text.slice(start, from));
}

function slippedBehind(text: string, { from, to }: Asterisks, start: number): Finding {
  return {
    from: start,
    to,
    message: 'This bold opens inside a word, so the page shows its asterisks.',
    fix: {
      title: 'Open the bold before the word',
      edits: [{ from: start, to, text: text.slice(from, to) + text.slice(start, from) }],
    },
  };
}

/** Behind a comma, or between sentences, it is what the rule on sentences reports. */
function missingSpace(text: string, { from, to }: Asterisks): { finding?: Finding } {
  const sign = /([.,;!?])["”’']*$/.exec(text.slice(Math.max(0, from - 4), from))?.[1];
  const isSentence = sign === ',' || (sign !== undefined && isCapital(text.charCodeAt(to)));
  if (isSentence) return {};
  return {
    finding: {
      from,
      to: to + 1,
      message: 'No space stands behind this bold, so the page shows its asterisks.',
      fix: { title: 'Insert a space', edits: [{ from: to, to, text: ' ' }] },
    },
  };
}

function unpaired(
  entry: Entry,
  block: Block,
  { from, to, left, ends, canOpen, canClose, spaceBefore }: Asterisks,
  isOnly: boolean,
): Finding {
  const { story, headline } = block;
  const start = spaceBefore && from > story.from ? from - 1 : from;
  const isLast = to >= story.to || entry.text.startsWith('([', to);
  const remove = { from: to >= story.to ? start : from, to, text: '' };
  const removal: Fix = { title: 'Remove the asterisks', edits: [remove] };
  if (ends && to - from > 2) {
    const fix: Fix = { title: 'Remove what is too many', edits: [{ from: to - left, to, text: '' }] };
    return { from, to, message: 'More asterisks close here than have opened.', ...(isOnly && { fix }) };
  }
  if (to - from > 3) return { from, to, message: NO_WORDS, fix: removal };
  if (isLast && (canOpen || spaceBefore)) {
    return { from, to, message: 'These asterisks stand alone.', fix: removal };
  }
  if (canClose && !canOpen) {
    const opening: Fix = { title: 'Make it the headline', edits: [{ from: story.from, to: story.from, text: '**' }] };
    const suggestions = !headline && isStory(block) ? [opening, removal] : [removal];
    return { from, to, message: 'These asterisks close a bold that does not open.', suggestions };
  }
  const closing = from === story.from ? closeBehindSentence(entry, block, to) : undefined;
  return {
    from,
    to,
    message: 'The bold that opens here does not close.',
    suggestions: [...(closing ? [closing] : []), removal],
  };
}

function closeBehindSentence(entry: Entry, block: Block, from: number): Fix | undefined {
  const lead = leadSentence(entry, block);
  const end = entry.text[lead.to - 1] === '.' ? lead.to - 1 : lead.to;
  if (end <= from) return undefined;
  return { title: 'Close the bold behind the first sentence', edits: [{ from: end, to: end, text: '**' }] };
}
