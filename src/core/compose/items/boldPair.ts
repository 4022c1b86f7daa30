import type { Block, Entry } from '../../entry/entry.ts';
import { applyEdits, type Edit, type Span } from '../../text/text.ts';

/** The end of a bold text that was inserted along with its start, `**. ` in `2/ **Mayor resigns**. `, and is about to be typed over. */
export interface BoldPair {
  /** The offset after the opening asterisks. */
  readonly from: number;
  /** The offset at which the end was inserted. */
  readonly to: number;
  /** `**`, or with what follows: `**. `. */
  readonly end: string;
  /** The number of characters of the end that have been typed again, right at `to`. */
  readonly typedOver: number;
  /** Whether Enter inserted the opening asterisks too, so that a writer may type them out of habit. */
  readonly hasOpening: boolean;
}

/**
 * The pair for a second asterisk that was just typed before `offset`, if it opens a bold text at the end of a line or before a space.
 * Its end is still to be inserted.
 */
export function openedBold(entry: Entry, offset: number): BoldPair | undefined {
  const { text, prose, body, blocks } = entry;
  if (offset < body.from + 2 || prose.slice(offset - 2, offset) !== '**') return undefined;
  if (!OPENING_PLACE.test(text.charAt(offset - 3)) || !/^(?:\s|$)/.test(text.charAt(offset))) return undefined;
  const block = blocks.findLast(({ from }) => from <= offset - 2);
  if (!block || NO_EMPHASIS.has(block.kind)) return undefined;
  const start = Math.min(block.content.from, offset - 2);
  const runsBefore = prose.slice(start, offset - 2).match(/\*{2,}/g)?.length ?? 0;
  if (runsBefore % 2 === 1) return undefined; // these asterisks close a bold text
  const rest = prose.slice(offset, Math.max(offset, block.to)).match(/\*{2,}/g)?.length ?? 0;
  if (rest % 2 === 1) return undefined; // it is closed already
  return { from: offset, to: offset, end: '**', typedOver: 0, hasOpening: false };
}

/** White space, the start of the text, an opening bracket, quotation mark or dash. */
const OPENING_PLACE = /^$|[\s([{"“‘«„—–-]/;

const NO_EMPHASIS: ReadonlySet<Block['kind']> = new Set(['tweet', 'marker', 'html', 'code']);

/** A pair after a change, and the deletion that keeps its asterisks from being doubled. */
export interface FollowedPair {
  /** Undefined once the pair is complete, or if the change left no trace of it. */
  readonly pair: BoldPair | undefined;
  readonly deletion: Edit | undefined;
}

const GONE: FollowedPair = { pair: undefined, deletion: undefined };

/**
 * Follows a change: whoever types the end of a pair moves over it, whoever deletes its opening asterisk deletes its end, and a third
 * asterisk in an empty pair stands for itself. `text` is the text after the change, in which the deletion is to be made.
 */
export function followPair(pair: BoldPair, { from, to, text: typed }: Edit, text: string): FollowedPair {
  const delta = typed.length - (to - from);
  const { end, typedOver, hasOpening } = pair;
  const caretAt = pair.to + typedOver;
  const isEmpty = pair.from === pair.to && typedOver === 0;
  const hasEnd = (at: number) => text.startsWith(end.slice(typedOver), at);
  if (typed === '' && isEmpty && to === pair.from && to - from === 1) {
    return hasEnd(from) ? { pair: undefined, deletion: { from, to: from + end.length, text: '' } } : GONE;
  }
  if (from === caretAt && to === from && typed === '*' && isEmpty) {
    if (!hasEnd(from + 1)) return GONE;
    // The opening asterisks again, or three asterisks such as those of a divider.
    if (hasOpening) return { pair, deletion: { from, to: from + 1, text: '' } };
    return { pair: undefined, deletion: { from: from + 1, to: from + 1 + end.length, text: '' } };
  }
  if (from === caretAt && to === from && typed !== '' && end.startsWith(typed, typedOver)) {
    const at = from + typed.length;
    if (!hasEnd(at)) return GONE;
    const isComplete = typedOver + typed.length === end.length;
    return {
      pair: isComplete ? undefined : { ...pair, typedOver: typedOver + typed.length },
      deletion: { from: at, to: at + typed.length, text: '' },
    };
  }
  if (typedOver > 0) return GONE;
  if (from >= pair.from && to <= pair.to) {
    return hasEnd(pair.to + delta) && !typed.includes('\n')
      ? { pair: { ...pair, to: pair.to + delta }, deletion: undefined }
      : GONE;
  }
  if (from >= pair.to + end.length) return { pair, deletion: undefined };
  if (to <= pair.from - 2)
    return { pair: { ...pair, from: pair.from + delta, to: pair.to + delta }, deletion: undefined };
  return GONE;
}

/** A pair whose deletions may not have been made yet: the editor makes them a moment later, while the next key is under way. */
export interface PendingPair {
  /** As if the deletions had been made. */
  readonly pair: BoldPair | undefined;
  /** The spans that are still to be deleted, one after another, in order. */
  readonly deletions: readonly Span[];
}

/** As `followPair`, for a change before which no pending deletion was made, or for one of them. `text` is the text after the change. */
export function followPending({ pair, deletions }: PendingPair, edit: Edit, text: string): PendingPair {
  const { from, to } = edit;
  const delta = edit.text.length - (to - from);
  const isOwn = edit.text === '' && deletions.some((span) => span.from === from && span.to === to);
  const others = isOwn ? deletions.filter((span) => span.from !== from) : deletions;
  if (others.some((span) => from < span.to && span.from < to)) return NOTHING_PENDING;
  const moved = others.map((span) => (to <= span.from ? { from: span.from + delta, to: span.to + delta } : span));
  if (isOwn || !pair) return { pair, deletions: moved };
  const charsBefore = sum(others.filter((span) => span.to <= from));
  const editAfter = { from: from - charsBefore, to: to - charsBefore, text: edit.text };
  const followed = followPair(pair, editAfter, applyEdits(text, moved.map(asDeletion)));
  if (!followed.deletion) return { pair: followed.pair, deletions: moved };
  const added = {
    from: offsetBefore(moved, followed.deletion.from),
    to: offsetBefore(moved, followed.deletion.to - 1) + 1,
  };
  const outside = moved.filter((span) => span.to <= added.from || span.from >= added.to);
  return { pair: followed.pair, deletions: [...outside, added].sort((a, b) => a.from - b.from) };
}

const NOTHING_PENDING: PendingPair = { pair: undefined, deletions: [] };

/** The offset that a character has before the deletions, from the one that it has after them. */
function offsetBefore(deletions: readonly Span[], offset: number): number {
  return deletions.reduce((at, { from, to }) => (from <= at ? at + to - from : at), offset);
}

function sum(spans: readonly Span[]): number {
  return spans.reduce((total, { from, to }) => total + to - from, 0);
}

function asDeletion({ from, to }: Span): Edit {
  return { from, to, text: '' };
}
