import { createElement } from '../element.ts';
import { type BlockRule, pushBlock } from './blockState.ts';
import { endOfIndentedCode, skipCodeIndent } from './lines.ts';

/** Code that is indented by four spaces or a tab. Lines that are not join the line before them. */
export const indentedCode: BlockRule = (state) => {
  const { scanner } = state;
  const { text, position } = scanner;
  if (skipCodeIndent(text, position) < 0) return false;
  const end = endOfIndentedCode(scanner, position);
  if (end === position) return false;
  const code = text.slice(position, end).replace(LAZY_LINES, ' $1');
  pushBlock(state, createElement('codeBlock', removeCodeIndent(code)));
  scanner.position = end;
  return true;
};

/** Removes the indentation of code from each line. */
export function removeCodeIndent(text: string): string {
  return text.replace(INDENTS, '$1');
}

const LAZY_LINES = /\n( {0,3}[^ \t-\r])/g;
const INDENTS = /(^|\n)(?:\t| {4})/g;
