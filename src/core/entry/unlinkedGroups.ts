import type { Span } from '../text/text.ts';
import type { CitationGroup } from './entry.ts';
import { group } from './group.ts';
import { endsLineWithin, isOutletLike, marks, nameIn } from './marks.ts';

/** The quick way past: a group without links ends the story, or holds a pasted address. */
export function mayBeUnlinked(text: string, story: Span, after: number): boolean {
  return after < story.to && (text[story.to - 1] === ')' || text.slice(after, story.to).includes('(http'));
}

/** Groups without one link: `(Washington Post)` or `(https://…)` at a line's end, after a full sentence. */
export function* unlinkedGroups(text: string, rest: Span, story: Span, first: boolean): Generator<CitationGroup> {
  const part = text.slice(rest.from, rest.to);
  for (let at = part.indexOf('('); at >= 0; at = part.indexOf('(', at + 1)) {
    const open = rest.from + at;
    const close = endOfGroup(text, open + 1, rest.to);
    if (close !== undefined && isUnlinked(text, story, open, close, first)) {
      yield group(text, { from: open, to: close + 1 }, marks(text, open, close + 1));
    }
  }
}

/** What stands before the first address: nothing, or what may be its outlet. */
const BEFORE_ADDRESS = /^\s*([^()[\]\n]{0,45}?)\s*(?:https?:\/\/|www\.)/;

function endOfGroup(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const char = text[at];
    if (char === ')') return at;
    if (char === '(' || char === '\n') return undefined;
  }
  return undefined;
}

function isUnlinked(text: string, story: Span, open: number, close: number, first: boolean): boolean {
  const inside = text.slice(open + 1, close);
  const name = BEFORE_ADDRESS.exec(inside)?.[1];
  if (name === '') return text[open - 1] !== ']';
  if (name !== undefined) {
    return (
      isOutletLike(text, { from: open + 1, to: open + 1 + name.length }) && endsLineWithin(text, close + 1, story.to, 2)
    );
  }
  if (!first || !endsLineWithin(text, close + 1, story.to, 2)) return false;
  const before = text.slice(Math.max(story.from, open - 6), open);
  if (!/[.!?]["”’*]* $/.test(before)) return false;
  return marks(text, open + 1, close).every(
    (piece) => piece.kind === 'separator' || (piece.kind === 'name' && isTitle(nameIn(text, piece))),
  );
}

/** `Washington Post`, `Agence France-Presse`, `PBS`: words with capitals, no more than four of them. */
function isTitle(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length <= 4 &&
    words.every((word) => /^(?:[A-Z][\w.&’'-]*|of|the|and)$/.test(word)) &&
    /[a-z]|^[A-Z]{2,5}$/.test(name)
  );
}
