import { BACKSLASH, CLOSE_BRACKET, OPEN_BRACKET } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';

/** The matching pairs of `[` and `]`, including nested ones, by their offsets. Escaped brackets do not count. */
export interface Brackets {
  readonly closeByOpen: ReadonlyMap<number, number>;
  readonly openByClose: ReadonlyMap<number, number>;
}

export function matchBrackets(text: string, span: Span): Brackets {
  const closeByOpen = new Map<number, number>();
  const openByClose = new Map<number, number>();
  const unmatched: number[] = [];
  for (let at = span.from; at < span.to; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at++;
    else if (char === OPEN_BRACKET) unmatched.push(at);
    else if (char === CLOSE_BRACKET) {
      const open = unmatched.pop();
      if (open === undefined) continue;
      closeByOpen.set(open, at);
      openByClose.set(at, open);
    }
  }
  return { closeByOpen, openByClose };
}
