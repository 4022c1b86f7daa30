import { enclosingSpan, type Span } from '../../text/text.ts';
import type { GroupFault } from './groupFault.ts';
import { count, edgesOf, type Item, isOwnBracket, remove, type Shape } from './groupShape.ts';
import { isOpenEnded } from './linkFaults.ts';

/** What is wrong behind the last citation of a group: a bracket too few or too many, or what does not belong there. */
export function* trailingFaults(shape: Shape): Generator<GroupFault> {
  const { text, items, after, closes, opened, closers, around } = shape;
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return;
  const broken = last.piece.kind === 'citation' && isOpenEnded(last.piece.link);
  const odd = after.filter(({ kind }) => kind !== 'close');
  const oddSpan = enclosingSpan(odd);
  const closing = enclosingSpan(closes);
  const end = after.at(-1)?.to ?? last.to;
  const pairs = count(after, 'open'); // empty ones
  if (opened && closers === 0) {
    if (broken || opensInside(shape)) return;
    yield unclosed(shape, last, { from: oddSpan?.from ?? last.from, to: end });
    return;
  }
  if (oddSpan && !odd.some((mark) => isOwnBracket(text, mark))) {
    const kept = ')'.repeat(closes.length - pairs);
    yield {
      kind: 'separator',
      ...oddSpan,
      message: `"${text.slice(oddSpan.from, oddSpan.to)}" stands behind the last citation.`,
      fix: { title: 'End the group with its last citation', edits: [{ from: last.to, to: end, text: kept }] },
    };
  }
  const opensHere = items.reduce((sum, item) => sum + count(item.before, 'open'), 0);
  const doubled = opensHere > 1;
  if (!opened && closing && closes.length > around) {
    yield {
      kind: 'unopened',
      ...closing,
      message: 'The citation group closes but never opens.',
      suggestions: [
        { title: 'Open the citation group', edits: [{ from: first.from, to: first.from, text: '(' }] },
        { title: 'Remove the bracket', edits: closes.map(remove) },
      ],
    };
  } else if (opened && !doubled && closing && closes.length > 1 + around + pairs) {
    yield {
      kind: 'extra-bracket',
      ...closing,
      message: 'The citation group closes with more than one bracket.',
      fix: { title: 'Remove the extra bracket', edits: closes.slice(1 + around).map(remove) },
    };
  }
}

function unclosed({ text, limit }: Shape, last: Item, span: Span): GroupFault {
  const rest = text.slice(span.to, limit);
  // The key beside the bracket's, or the one above it; the bracket itself on the next line.
  const slip = /^(?:[0\]}]$|\s*\n\))/.exec(rest)?.[0] ?? '';
  const to = span.to + slip.length;
  const fix = { title: 'Close the citation group', edits: [{ from: last.to, to, text: ')' }] };
  const message = 'The citation group is not closed.';
  // Where more links follow, or what was to be one, the group may go on.
  const isCertain = slip !== '' || !(rest.includes('[') || rest.includes('://'));
  return { kind: 'unclosed', ...span, message, ...(isCertain ? { fix } : { suggestions: [fix] }) };
}

/** Whether no bracket opens but in the middle of the group: that one is too many, and wants no other to close it. */
function opensInside({ text, items }: Shape): boolean {
  const [first, ...rest] = items;
  return (
    first !== undefined &&
    count(first.before, 'open') === 0 &&
    rest.some(({ before }) => count(before, 'open') > 0) &&
    !items.some(({ piece }) => piece.kind === 'citation' && edgesOf(text, piece).lead.includes('('))
  );
}
