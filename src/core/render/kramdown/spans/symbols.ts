import { createElement } from '../element.ts';
import { escapeText } from '../html/escape.ts';
import type { SpanState } from './spanState.ts';

/** `--`, `---`, `...`, `<<` and `>>` become dashes, an ellipsis and guillemets. */
export function readSymbol({ scanner, parent, document }: SpanState): boolean {
  const { text, position } = scanner;
  const symbol = SYMBOLS.find(([typed]) => text.startsWith(typed, position));
  if (symbol === undefined) return false;
  const [typed, name, html] = symbol;
  const replacement = document.options.typographicSymbols[name];
  parent.children.push(createElement('character', replacement === undefined ? html : escapeText(replacement), true));
  scanner.position += typed.length;
  return true;
}

const SYMBOLS: readonly (readonly [typed: string, name: string, html: string])[] = [
  ['---', 'mdash', '—'],
  ['--', 'ndash', '–'],
  ['...', 'hellip', '…'],
  ['\\<<', '', '&lt;&lt;'],
  ['\\>>', '', '&gt;&gt;'],
  ['<< ', 'laquo_space', '«\u00a0'],
  [' >>', 'raquo_space', '\u00a0»'],
  ['<<', 'laquo', '«'],
  ['>>', 'raquo', '»'],
];
