import { lowerBound } from '../text/lowerBound.ts';
import type { Span } from '../text/text.ts';

/**
 * What a part of a body is that is not prose, by CommonMark's rules:
 * `code` a code span, fenced or indented code; `html` tags with their attributes, HTML blocks, and everything inside elements such as
 * `<code>` and `<script>`; `comment` `<!-- … -->`; `liquid` a tag, an expression, or everything from `{% raw %}` to `{% endraw %}`;
 * `autolink` `<https://…>`; `definition` `[label]: https://…`; `reference` `[text][label]` whose definition exists; `image` the address
 * and title of an image; `math` a formula, `$x^2$`, which is no Markdown but nobody's prose either.
 */
export type LiteralKind =
  | 'code'
  | 'html'
  | 'comment'
  | 'liquid'
  | 'autolink'
  | 'definition'
  | 'reference'
  | 'image'
  | 'math';

/** A part of a body that is not prose. It may extend over several lines. */
export interface Literal extends Span {
  readonly kind: LiteralKind;
  /** Whether it consists of whole lines, but for the markers of the lists and quotes that contain it. */
  readonly isBlock: boolean;
}

/** Stands for a character that is not prose: neither whitespace nor punctuation nor a letter. */
export const MASK = '\uFFFC';

/** The literal that contains the character after the offset, or into which text inserted at the offset would come. */
export function literalAt(literals: readonly Literal[], offset: number): Literal | undefined {
  const literal = literals[lowerBound(literals, ({ to }) => to <= offset)];
  return literal && literal.from <= offset ? literal : undefined;
}

/** The literals that share a character with the span, or have an empty span inside. */
export function literalsTouching(literals: readonly Literal[], { from, to }: Span): readonly Literal[] {
  const touching: Literal[] = [];
  for (let index = lowerBound(literals, (literal) => literal.to <= from); index < literals.length; index++) {
    const literal = literals[index];
    if (!literal || literal.from >= Math.max(to, from + (from === to ? 0 : 1))) break;
    touching.push(literal);
  }
  return touching;
}
