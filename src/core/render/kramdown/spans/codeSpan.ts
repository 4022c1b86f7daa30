import { isAsciiWhitespace } from '../../commonmark/characterClasses.ts';
import { addText, createElement } from '../element.ts';
import { find } from '../scanner.ts';
import type { SpanState } from './spanState.ts';

/** Code between runs of backticks. A single backtick between white space is text. */
export function readCodeSpan({ scanner, parent }: SpanState): boolean {
  const { text, position } = scanner;
  let start = position;
  while (text[start] === '`') start++;
  const delimiter = text.slice(position, start);
  const isSimple = delimiter.length === 1;
  const isAlone =
    isSimple &&
    (position === 0 || isAsciiWhitespace(text.charCodeAt(position - 1))) &&
    isAsciiWhitespace(text.charCodeAt(start));
  const close = isAlone ? -1 : find(scanner, delimiter, start);
  if (close < 0) {
    scanner.position = start;
    addText(parent, delimiter);
    return true;
  }
  let code = text.slice(start, close);
  if (!isSimple) {
    if (code.startsWith(' ')) code = code.slice(1);
    if (code.endsWith(' ')) code = code.slice(0, -1);
  }
  parent.children.push(createElement('codeSpan', code, true));
  scanner.position = close + delimiter.length;
  return true;
}
