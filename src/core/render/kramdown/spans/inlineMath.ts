import { createElement } from '../element.ts';
import { find, trim } from '../scanner.ts';
import type { SpanState } from './spanState.ts';

/** `$$x^2$$` */
export function readInlineMath({ scanner, parent }: SpanState): boolean {
  const { text, position } = scanner;
  if (text[position + 1] !== '$') return false;
  const close = find(scanner, '$$', position + 2);
  if (close < 0) return false;
  parent.children.push(createElement('math', trim(text.slice(position + 2, close)), true));
  scanner.position = close + 2;
  return true;
}
