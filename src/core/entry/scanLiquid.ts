import type { Span } from '../text/text.ts';
import type { Literal } from './literals.ts';

/**
 * The Liquid of a body: tags, expressions, and the whole of `{% raw %}`, `{% comment %}` and `{% highlight %}` with what they enclose.
 * A tag that is not closed before the next one starts extends to the end of its line.
 */
export function scanLiquid(text: string, body: Span): Literal[] {
  const liquid: Literal[] = [];
  const missingEnds = new Set<string>();
  for (let at = nextOpening(text, body.from); at < body.to; ) {
    const to = endOfConstruct(text, at, body.to, missingEnds);
    liquid.push({ kind: 'liquid', from: at, to, isBlock: false });
    at = nextOpening(text, to);
  }
  return liquid;
}

/** The offset of the next `{{` or `{%`; infinite if there is none. */
function nextOpening(text: string, from: number): number {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === '{' || next === '%') return at;
  }
  return Number.POSITIVE_INFINITY;
}

function endOfConstruct(text: string, at: number, limit: number, missingEnds: Set<string>): number {
  const end = endOfTag(text, at, limit);
  const name = BLOCK_TAG.exec(text.slice(at, Math.min(end, at + MAX_TAG_NAME_CHARS)))?.[1];
  if (name === undefined || missingEnds.has(name)) return end;
  const closing = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
  closing.lastIndex = end;
  if (closing.test(text) && closing.lastIndex <= limit) return closing.lastIndex;
  missingEnds.add(name); // so that many unclosed ones take linear time
  return end;
}

/** Tags whose content the site takes as it is, leaves out, or shows as code. */
const BLOCK_TAG = /^\{%-?\s*(raw|comment|highlight)\b/;
const MAX_TAG_NAME_CHARS = 40;

/** A quote that is still open, so that an opening in it opens nothing: `{{ "{% raw" }}`. */
const OPEN_QUOTE = /^(?:[^"'\n]|"[^"\n]*"|'[^'\n]*')*(?:"[^"\n]*|'[^'\n]*)$/;
const MAX_QUOTE_CHARS = 100;

function endOfTag(text: string, at: number, limit: number): number {
  const close = text.charAt(at + 1) === '{' ? '}}' : '%}';
  let next = nextOpening(text, at + 2);
  while (next < at + MAX_QUOTE_CHARS && OPEN_QUOTE.test(text.slice(at + 2, next))) next = nextOpening(text, next + 2);
  next = Math.min(next, limit);
  const part = text.slice(at + 2, next); // so that searches do not continue to the end of the text
  const end = part.indexOf(close);
  if (end >= 0) return at + 2 + end + 2;
  const lineEnd = part.indexOf('\n');
  return lineEnd < 0 ? next : at + 2 + lineEnd;
}
