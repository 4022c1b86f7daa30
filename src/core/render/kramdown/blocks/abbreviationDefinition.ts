import { createElement } from '../element.ts';
import { nextLineAt, skipIndent, trim } from '../scanner.ts';
import { type BlockRule, pushBlock } from './blockState.ts';

/** `*[HTML]: Hypertext Markup Language` */
export const abbreviationDefinition: BlockRule = (state) => {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  if (text[start] !== '*' || text[start + 1] !== '[') return false;
  const end = nextLineAt(text, start);
  const line = text.slice(start, end);
  const close = line.indexOf(']:', 3);
  if (close < 0) return false;
  const element = createElement('endOfBlock', 'abbreviation');
  pushBlock(state, element);
  document.abbreviations.set(line.slice(2, close), { title: trim(line.slice(close + 2)), element });
  document.isInterdependent = true;
  scanner.position = end;
  return true;
};
