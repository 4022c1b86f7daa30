import { createElement } from '../element.ts';
import { type BlockRule, pushBlock } from './blockState.ts';
import { endOfBlockMarkerAt } from './lines.ts';

/** A line with `^`: what follows is another block. */
export const endOfBlock: BlockRule = (state) => {
  const end = endOfBlockMarkerAt(state.scanner.text, state.scanner.position);
  if (end < 0) return false;
  pushBlock(state, createElement('endOfBlock'));
  state.scanner.position = end;
  return true;
};
