import { enclosingSpan, type Span } from '../../text/text.ts';
import type { Fix } from '../rule.ts';
import { isOpenEnded } from './brokenLinks.ts';
import type { GroupFault } from './groupFault.ts';
import {
  countPieces,
  deletionOf,
  type GroupItem,
  type GroupShape,
  isClosedLater,
  isEscapedBracket,
  straysInName,
} from './groupShape.ts';

/** The faults after the last citation of a group: a missing or an extra bracket, or text that does not belong there. */
export function* trailingFaults(shape: GroupShape): Generator<GroupFault> {
  const { text, items, trailingTokens, trailingClosers, isOpened, closerCount, depthBefore } = shape;
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return;
  const extraTokens = trailingTokens.filter(({ kind }) => kind !== 'close');
  const extraSpan = enclosingSpan(extraTokens);
  const closersSpan = enclosingSpan(trailingClosers);
  const end = trailingTokens.at(-1)?.to ?? last.to;
  const emptyPairs = countPieces(trailingTokens, 'open');
  if (isOpened && closerCount === 0) {
    const isLastLinkOpenEnded = last.piece.kind === 'citation' && isOpenEnded(last.piece.link);
    if (isLastLinkOpenEnded || opensOnlyInside(shape)) return; // reported as a broken link or an extra bracket
    yield unclosedGroup(shape, last, { from: extraSpan?.from ?? last.from, to: end });
    return;
  }
  if (extraSpan && !extraTokens.some((token) => isEscapedBracket(text, token))) {
    const remainingClosers = ')'.repeat(trailingClosers.length - emptyPairs);
    const fix: Fix = {
      title: 'End the group after its last citation',
      edits: [{ from: last.to, to: end, text: remainingClosers }],
    };
    // Words are the writer's, wherever they belong.
    const hasWords = /\p{L}{2}/u.test(text.slice(extraSpan.from, extraSpan.to));
    yield {
      kind: 'separator',
      ...extraSpan,
      message: `Unexpected "${text.slice(extraSpan.from, extraSpan.to)}" after the last citation.`,
      isTextElsewhere: true,
      ...(hasWords ? { suggestions: [fix] } : { fix }),
    };
  }
  const openerCount = items.reduce((sum, item) => sum + countPieces(item.tokensBefore, 'open'), 0);
  if (!isOpened && closersSpan && trailingClosers.length > depthBefore) {
    yield {
      kind: 'unopened',
      ...closersSpan,
      message: 'The citation group has a closing bracket but no opening one.',
      suggestions: [
        { title: 'Open the citation group', edits: [{ from: first.from, to: first.from, text: '(' }] },
        { title: 'Remove the bracket', edits: trailingClosers.map(deletionOf) },
      ],
    };
  } else if (isOpened && openerCount <= 1 && closersSpan && trailingClosers.length > 1 + depthBefore + emptyPairs) {
    yield {
      kind: 'extra-bracket',
      ...closersSpan,
      message: 'The citation group closes with more than one bracket.',
      fix: { title: 'Remove the extra bracket', edits: trailingClosers.slice(1 + depthBefore).map(deletionOf) },
    };
  }
}

function unclosedGroup(shape: GroupShape, last: GroupItem, span: Span): GroupFault {
  const { text, contentEnd } = shape;
  const rest = text.slice(span.to, contentEnd);
  // Keys near the closing bracket's (`0`, `]`, `}`) at the very end, or the bracket itself on the next line.
  const mistypedCloser = /^(?:[0\]}]$|\s*\n\))/.exec(rest)?.[0] ?? '';
  const to = span.to + mistypedCloser.length;
  const fix = { title: 'Close the citation group', edits: [{ from: last.to, to, text: ')' }] };
  const message = 'The citation group is not closed.';
  // If more links follow, even broken ones, the group may continue.
  const isCertain = mistypedCloser !== '' || !(rest.includes('[') || rest.includes('://'));
  const isTextElsewhere = isClosedLater(shape, span.to); // the brackets may enclose a longer text
  return { kind: 'unclosed', ...span, message, isTextElsewhere, ...(isCertain ? { fix } : { suggestions: [fix] }) };
}

/** Whether the only opening bracket is in the middle of the group: it is an extra bracket and needs no closing one. */
function opensOnlyInside({ text, items }: GroupShape): boolean {
  const [first, ...rest] = items;
  return (
    first !== undefined &&
    countPieces(first.tokensBefore, 'open') === 0 &&
    rest.some(({ tokensBefore }) => countPieces(tokensBefore, 'open') > 0) &&
    !items.some(({ piece }) => piece.kind === 'citation' && straysInName(text, piece).lead.includes('('))
  );
}
