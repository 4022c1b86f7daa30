import { createElement } from '../element.ts';
import { nextLineAt, skipIndent } from '../scanner.ts';
import { type BlockRule, pushBlock } from './blockState.ts';

export const horizontalRule: BlockRule = (state) => {
  const { text, position } = state.scanner;
  if (!isHorizontalRuleAt(text, position)) return false;
  pushBlock(state, createElement('horizontalRule'));
  state.scanner.position = nextLineAt(text, position);
  return true;
};

/** Whether a line consists of three or more `*`, `-` or `_`, and spaces. */
export function isHorizontalRuleAt(text: string, offset: number): boolean {
  let at = skipIndent(text, offset);
  const mark = text[at];
  if (mark !== '*' && mark !== '-' && mark !== '_') return false;
  let count = 0;
  for (; text[at] === mark || text[at] === ' ' || text[at] === '\t'; at++) if (text[at] === mark) count++;
  return count >= 3 && text[at] === '\n';
}
