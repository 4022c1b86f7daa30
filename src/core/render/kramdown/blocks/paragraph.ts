import { createElementOf } from '../element.ts';
import { nextLineAt, skipIndent, trimEnd, trimStart } from '../scanner.ts';
import { isQuotationAt } from './blockquote.ts';
import { type BlockRule, type BlockState, pushBlock } from './blockState.ts';
import { isFenceAt } from './fencedCode.ts';
import { isGfmHeadingAt } from './headings.ts';
import { DEFINITION_MARKER, endOfMarkerAt, isLazyEnd, isListItemAt } from './lines.ts';

/** Text up to a blank line or a line that may start another block. If it turns out that that does not, the paragraph goes on. */
export const paragraph: BlockRule = (state) => {
  const { scanner, parent } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  if (text[start] === ' ' || text[start] === '\t' || start >= text.length) return false;
  const end = endOfParagraph(state);
  const source = trimEnd(text.slice(position, end));
  const last = parent.children.at(-1);
  if (last?.type === 'paragraph' && last.source !== undefined) {
    // Keeps a line break before the line that only looked like another block.
    last.source += `${text.startsWith('  \n', position - 3) ? '  \n' : '\n'}${source}`;
  } else {
    pushBlock(state, createElementOf('paragraph', trimStart(source)));
  }
  scanner.position = end;
  return true;
};

function endOfParagraph({ scanner, document }: BlockState): number {
  const { text } = scanner;
  const { input, gfmQuirks } = document.options;
  const isQuirk = input === 'GFM' && gfmQuirks.includes('paragraph_end');
  let at = nextLineAt(text, scanner.position);
  while (!isLazyEnd(scanner, at) && endOfMarkerAt(text, at, DEFINITION_MARKER) < 0) {
    if (isQuirk && startsGfmBlock(text, at)) break;
    at = nextLineAt(text, at);
  }
  return at;
}

/** Whether a line ends a paragraph in GitHub's dialect without a blank line. */
function startsGfmBlock(text: string, offset: number): boolean {
  return (
    isListItemAt(text, offset) || isGfmHeadingAt(text, offset) || isQuotationAt(text, offset) || isFenceAt(text, offset)
  );
}
