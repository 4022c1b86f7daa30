import type { Span } from '../text/text.ts';

/** Which `]` closes which `[`, nested ones included; escaped ones do not count. */
export interface Brackets {
  readonly closes: ReadonlyMap<number, number>;
  readonly opens: ReadonlyMap<number, number>;
}

export function matchBrackets(text: string, span: Span): Brackets {
  const closes = new Map<number, number>();
  const opens = new Map<number, number>();
  const open: number[] = [];
  for (let at = span.from; at < span.to; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at++;
    else if (char === OPEN) open.push(at);
    else if (char === CLOSE) {
      const start = open.pop();
      if (start === undefined) continue;
      closes.set(start, at);
      opens.set(at, start);
    }
  }
  return { closes, opens };
}

const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
