import type { Span } from '../text/text.ts';
import { groupOf } from './citationGroup.ts';
import type { CitationGroup } from './entry.ts';
import { groupTokens, isOutletLike, lineEndsWithin, tokenName } from './groupTokens.ts';

/** A fast check whether there may be groups from `from` on: one without links ends the content or contains a pasted address. */
export function mayHaveUnlinkedGroups(text: string, content: Span, from: number): boolean {
  return from < content.to && (text[content.to - 1] === ')' || text.slice(from, content.to).includes('(http'));
}

/**
 * Groups without any link in the `rest` of the content: `(Washington Post)` or `(https://…)` at the end of a line, after a complete
 * sentence. A group without an address is one only if it is the first of the content.
 */
export function* unlinkedGroups(text: string, rest: Span, content: Span, isFirst: boolean): Generator<CitationGroup> {
  const part = text.slice(rest.from, rest.to);
  for (let at = part.indexOf('('); at >= 0; at = part.indexOf('(', at + 1)) {
    const open = rest.from + at;
    const close = endOfGroup(text, open + 1, rest.to);
    if (close !== undefined && isUnlinkedGroup(text, content, open, close, isFirst)) {
      yield groupOf(text, { from: open, to: close + 1 }, groupTokens(text, open, close + 1));
      at = close - rest.from;
    }
  }
}

/** The text before the first address: nothing, or something that may be its outlet. */
const BEFORE_ADDRESS = /^\s*([^()[\]\n]{0,45}?)\s*\(?(?:https?:\/\/|www\.)/;

/** The parenthesis that closes a group. It may contain addresses in parentheses, but no other parentheses. */
function endOfGroup(text: string, from: number, to: number): number | undefined {
  let isInAddress = false;
  for (let at = from; at < to; at++) {
    const char = text[at];
    if (char === '(' && !isInAddress && text.startsWith('http', at + 1)) isInAddress = true;
    else if (char === '(' || char === '\n') return undefined;
    else if (char === ')' && !isInAddress) return at;
    else if (char === ')') isInAddress = false;
  }
  return undefined;
}

function isUnlinkedGroup(text: string, content: Span, open: number, close: number, isFirst: boolean): boolean {
  const name = BEFORE_ADDRESS.exec(text.slice(open + 1, close))?.[1];
  if (name === '') return text[open - 1] !== ']';
  if (name !== undefined) {
    return (
      isOutletLike(text, { from: open + 1, to: open + 1 + name.length }) &&
      lineEndsWithin(text, close + 1, content.to, 2)
    );
  }
  if (!isFirst || !lineEndsWithin(text, close + 1, content.to, 2)) return false;
  const textBefore = text.slice(Math.max(content.from, open - 6), open);
  if (!/[.!?]["”’*]* $/.test(textBefore)) return false;
  return groupTokens(text, open + 1, close).every(
    (token) => token.kind === 'separator' || (token.kind === 'name' && isProperName(tokenName(text, token))),
  );
}

/** Up to four capitalized words: `Washington Post`, `Agence France-Presse`, `PBS`. */
function isProperName(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length <= 4 &&
    words.every((word) => /^(?:[A-Z][\w.&’'-]*|of|the|and)$/.test(word)) &&
    /[a-z]|^[A-Z]{2,5}$/.test(name)
  );
}
