import type { Entry } from '../../entry/entry.ts';
import { type Literal, literalsTouching } from '../../entry/literals.ts';
import { type Span, textOf } from '../../text/text.ts';

/** The parts of a span of an entry that its page does not show: tags, comments, Liquid tags, images, definitions and their labels. */
export function hiddenLiterals({ text, literals }: Entry, span: Span): Span[] {
  if (literals.length === 0) return [];
  return literalsTouching(literals, span).flatMap((literal) => hiddenIn(text, literal));
}

function hiddenIn(text: string, literal: Literal): Span[] {
  const { from, to } = literal;
  switch (literal.kind) {
    case 'comment':
    case 'definition':
      return [{ from, to }];
    case 'image':
      return [{ from: Math.max(0, text.lastIndexOf('![', from)), to }];
    case 'html':
      return matchesIn(text, literal, TAG);
    case 'liquid':
      return matchesIn(text, literal, LIQUID_TAG);
    case 'reference':
      return matchesIn(text, literal, LABEL);
    default:
      return [];
  }
}

const TAG = /<[^<>]*>/g;
const LIQUID_TAG = /\{%-?\s*comment\b[\s\S]*|\{%[\s\S]*?%\}/g;
const LABEL = /\]\[[^[\]]*\]$/g;

function matchesIn(text: string, literal: Literal, pattern: RegExp): Span[] {
  return [...textOf(text, literal).matchAll(pattern)].map(({ 0: match, index }) => {
    const from = literal.from + index;
    return { from, to: from + match.length };
  });
}
