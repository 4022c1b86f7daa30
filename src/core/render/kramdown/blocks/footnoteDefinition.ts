import { matchLengthAt } from '../../commonmark/characterClasses.ts';
import { createElement } from '../element.ts';
import { createScanner, lineAt, nextLineAt, skipIndent } from '../scanner.ts';
import { type BlockRule, pushBlock } from './blockState.ts';
import { removeCodeIndent } from './indentedCode.ts';
import { endOfIndentedCode } from './lines.ts';

/** `[^label]: text`, and the indented lines below it. */
export const footnoteDefinition: BlockRule = (state) => {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  if (text[start] !== '[' || text[start + 1] !== '^') return false;
  const length = matchLengthAt(LABEL, text, start);
  if (length === 0) return false;
  const end = endOfIndentedCode(scanner, nextLineAt(text, start));
  const content = createElement('root');
  const source = removeCodeIndent(text.slice(start + length, end));
  state.parseBlocks(createScanner(source, lineAt(scanner, position)), content);
  pushBlock(state, createElement('endOfBlock', 'footnote'));
  document.footnotes.set(text.slice(start + 2, start + length - 2), content);
  document.isInterdependent = true;
  scanner.position = end;
  return true;
};

const LABEL = /\[\^\w[\w-]*\]:/y;
