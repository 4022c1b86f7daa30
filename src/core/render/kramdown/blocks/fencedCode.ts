import { isAsciiWhitespace } from '../../commonmark/characterClasses.ts';
import { createElement } from '../element.ts';
import { endOfBlankRest, findWith, nextLineAt, type Scanner, skipIndent, trim } from '../scanner.ts';
import { type BlockRule, pushBlock } from './blockState.ts';

/** Code between fences. GitHub's dialect also has fences of backticks, and indents them by up to three spaces. */
export const fencedCode: BlockRule = (state) => {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const isGfm = document.options.input === 'GFM';
  const start = skipIndent(text, position, isGfm ? 3 : 0);
  const markerEnd = endOfFence(text, start, isGfm);
  if (markerEnd - start < 3) return false;
  const contentStart = nextLineAt(text, markerEnd);
  const rest = trim(text.slice(markerEnd, contentStart));
  if (hasWhitespace(rest)) return false;
  // Where no fence of that length closes the code, a shorter one does, and the rest of the marker names the language.
  const isNamed = rest !== '' && isAsciiWhitespace(text.charCodeAt(markerEnd));
  const minLength = isNamed ? markerEnd - start : Math.max(3, markerEnd - start - MAX_SHORTENING);
  for (let length = markerEnd - start; length >= minLength; length--) {
    const marker = text.slice(start, start + length);
    const close = findClosingFence(scanner, marker, contentStart, isGfm);
    if (close < 0) continue;
    const info = text.slice(start + length, markerEnd) + rest;
    const element = createElement('codeBlock', text.slice(contentStart, close));
    const query = info.indexOf('?', 1);
    const language = query < 0 ? info : info.slice(0, query);
    if (info !== '') element.attributes = new Map([['class', `language-${language}`]]);
    pushBlock(state, element);
    scanner.position = nextLineAt(text, close);
    return true;
  }
  return false;
};

/** Whether a line starts like fenced code. */
export function isFenceAt(text: string, offset: number): boolean {
  const start = skipIndent(text, offset);
  return endOfFence(text, start, true) - start >= 3;
}

function endOfFence(text: string, start: number, isGfm: boolean): number {
  let end = start;
  while (text[end] === '~' || (isGfm && text[end] === '`')) end++;
  return end;
}

/** The offset of the next line with the marker, and any more of its last character; -1 if there is none. */
function findClosingFence(scanner: Scanner, marker: string, from: number, isGfm: boolean): number {
  const { text } = scanner;
  return findWith(scanner, `\n${marker}`, from, () => {
    for (let at = text.indexOf(marker, from); at >= 0; at = text.indexOf(marker, at + 1)) {
      const lineStart = text.lastIndexOf('\n', at - 1) + 1;
      let end = at + marker.length;
      while (text[end] === marker.at(-1)) end++;
      const isAtStart = skipIndent(text, lineStart, isGfm ? 3 : 0) === at && lineStart >= from;
      if (isAtStart && endOfBlankRest(text, end) >= 0) return lineStart;
      // The line that has been looked at.
      at = nextLineAt(text, at) - 1;
    }
    return -1;
  });
}

function hasWhitespace(text: string): boolean {
  return /[ \t-\r]/.test(text);
}

/** Longer markers are not shortened further; this keeps hostile ones linear. */
const MAX_SHORTENING = 8;
