import { createElementOf } from '../element.ts';
import { nextLineAt } from '../scanner.ts';
import type { BlockState } from './blockState.ts';

/** A line that no block starts with: one that is indented by spaces and a tab. */
export function readLooseText({ scanner, parent }: BlockState): void {
  const { text, position } = scanner;
  scanner.position = nextLineAt(text, position);
  const line = text.slice(position, scanner.position);
  const last = parent.children.at(-1);
  if (last?.type === 'looseText') last.source += line;
  else parent.children.push(createElementOf('looseText', line));
}
