import type { Entry } from '../../entry/entry.ts';
import { type Literal, literalsTouching, MASK } from '../../entry/literals.ts';
import { type Span, textOf } from '../../text/text.ts';
import { stripMarkdown } from './stripMarkdown.ts';

/**
 * The text of a span as readers see it, on one line: code as its characters, without tags and comments. Undefined if part of it is
 * computed by Liquid. An image counts as its description.
 */
export function visibleWords({ text, literals }: Entry, span: Span): string | undefined {
  const touching = literals.length === 0 ? [] : literalsTouching(literals, span);
  if (touching.length === 0) return stripMarkdown(textOf(text, span));
  if (touching.some(({ kind }) => kind === 'liquid')) return undefined;
  let markdown = '';
  let at = span.from;
  for (const literal of touching) {
    markdown +=
      withoutMasks(text.slice(at, Math.max(at, literal.from))) + (literal.kind === 'image' ? '(image)' : MASK);
    at = Math.min(literal.to, span.to);
  }
  const words = touching
    .filter(({ kind }) => kind !== 'image')
    .map((literal) => wordsOf(textOf(text, literal), literal));
  let index = 0;
  return stripMarkdown(markdown + withoutMasks(text.slice(at, span.to)))
    .replaceAll(MASK, () => words[index++] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutMasks(text: string): string {
  return text.replaceAll(MASK, '');
}

function wordsOf(source: string, { kind }: Literal): string {
  switch (kind) {
    case 'code':
      return source.replace(/^(`+)([\s\S]*)\1$/, '$2').replace(/^ (.*\S.*) $/s, '$1');
    case 'html':
      return source.replace(/<[^>]*>/g, '');
    case 'math':
      return source;
    case 'autolink':
      return source.slice(1, -1);
    case 'reference':
      return stripMarkdown(source.replace(/\]\[[^[\]]*\]$/, ']').slice(1, -1));
    default:
      return '';
  }
}
