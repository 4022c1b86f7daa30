import { isAsciiWhitespace } from '../../commonmark/characterClasses.ts';
import { createElement } from '../element.ts';
import { findWith } from '../scanner.ts';
import { canNest, createSpanState, type SpanState } from './spanState.ts';

/** `~~deleted~~`, of GitHub's dialect. */
export function readStrikethrough(state: SpanState): boolean {
  const { scanner, parent, document, parseSpans } = state;
  const { text, position } = scanner;
  if (!state.isGfm || text[position + 1] !== '~' || !canClose(text, position + 2) || !canNest(state)) return false;
  const from = position + 2;
  const close = findWith(scanner, 'closing ~~', from, () => {
    let at = text.indexOf('~~', from);
    while (at >= 0 && !canClose(text, at - 1)) at = text.indexOf('~~', at + 1);
    return at;
  });
  if (close < 0) return false;
  const element = createElement('html', 'del', true);
  const inner = createSpanState(document, text.slice(from, close), element, parseSpans);
  inner.depth = state.depth + 1;
  parseSpans(inner, element);
  parent.children.push(element);
  scanner.position = close + 2;
  return true;
}

/** Whether the character at an offset is neither white space nor a tilde. */
function canClose(text: string, offset: number): boolean {
  return offset < text.length && text[offset] !== '~' && !isAsciiWhitespace(text.charCodeAt(offset));
}
