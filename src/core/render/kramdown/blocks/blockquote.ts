import { createElement } from '../element.ts';
import { createScanner, lineAt, nextLineAt, skipIndent } from '../scanner.ts';
import { type BlockRule, pushBlock } from './blockState.ts';
import { isLazyEnd } from './lines.ts';

/** A quotation. Lines without `>` belong to it up to a blank one. */
export const blockquote: BlockRule = (state) => {
  const { scanner } = state;
  const { text, position } = scanner;
  if (!isQuotationAt(text, position)) return false;
  let content = '';
  let at = position;
  do {
    const end = nextLineAt(text, at);
    content += text.slice(skipMarker(text, at), end);
    at = end;
  } while (!isLazyEnd(scanner, at));
  const element = createElement('blockquote');
  pushBlock(state, element);
  state.parseBlocks(createScanner(content, lineAt(scanner, position)), element);
  scanner.position = at;
  return true;
};

/** Whether a line starts with a `>`. */
export function isQuotationAt(text: string, offset: number): boolean {
  return text[skipIndent(text, offset)] === '>';
}

function skipMarker(text: string, offset: number): number {
  const marker = skipIndent(text, offset);
  if (text[marker] !== '>') return offset;
  return text[marker + 1] === ' ' ? marker + 2 : marker + 1;
}
