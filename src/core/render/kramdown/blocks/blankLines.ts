import { createElement } from '../element.ts';
import { type BlockRule, pushBlock } from './blockState.ts';
import { endOfBlankLines } from './lines.ts';

export const blankLines: BlockRule = (state) => {
  const { scanner, parent } = state;
  const end = endOfBlankLines(scanner.text, scanner.position);
  if (end === scanner.position) return false;
  const lines = scanner.text.slice(scanner.position, end);
  scanner.position = end;
  const last = parent.children.at(-1);
  if (last?.type === 'blank') last.text += lines;
  else pushBlock(state, createElement('blank', lines));
  return true;
};
