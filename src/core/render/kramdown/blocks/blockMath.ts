import { createElement } from '../element.ts';
import { endOfBlankRest, find, skipIndent, trim } from '../scanner.ts';
import { type BlockRule, isAfterBoundary, pushBlock } from './blockState.ts';
import { isBeforeBoundary } from './lines.ts';

/** `$$…$$` between block boundaries. */
export const blockMath: BlockRule = (state) => {
  const { scanner } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  const isEscaped = text[start] === '\\';
  const open = isEscaped ? start + 1 : start;
  if (!text.startsWith('$$', open) || !isAfterBoundary(state)) return false;
  const close = find(scanner, '$$', open + 2);
  if (close < 0) return false;
  const lineEnd = endOfBlankRest(text, close + 2);
  if (isEscaped) {
    // The paragraph that follows begins without the backslash.
    if (lineEnd >= 0) scanner.position = open;
    return false;
  }
  const end = lineEnd < 0 ? close + 2 : lineEnd;
  if (!isBeforeBoundary(scanner, end)) return false;
  pushBlock(state, createElement('math', trim(text.slice(open + 2, close))));
  scanner.position = end;
  return true;
};
