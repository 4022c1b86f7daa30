import { characterBefore, isAsciiWhitespace } from '../../commonmark/characterClasses.ts';
import { addText, createElement, type Element } from '../element.ts';
import { findWith } from '../scanner.ts';
import { canNest, type SpanState } from './spanState.ts';

/** `*emphasis*`, `__strong__`. One closes at the first mark that may close it; if there is none, the mark is text. */
export function readEmphasis(state: SpanState): boolean {
  const { scanner, parent } = state;
  const { text, position } = scanner;
  const mark = text.charAt(position);
  const isStrong = text[position + 1] === mark;
  const marks = isStrong ? mark + mark : mark;
  const isOpen = (isStrong ? state.openStrongs : state.openEmphases) > 0;
  const mayOpen =
    !isOpen &&
    !isAsciiWhitespace(text.charCodeAt(position + marks.length)) &&
    !(mark === '_' && isAfterWord(text, position)) &&
    lastCloser(state, mark) > position;
  const element =
    mayOpen &&
    (readContent(state, position, marks, isStrong) ||
      (isStrong && parent.type !== 'emphasis' && readContent(state, position, mark, false)));
  if (element) {
    parent.children.push(element);
  } else {
    scanner.position = position + marks.length;
    addText(parent, marks);
  }
  return true;
}

function readContent(state: SpanState, from: number, marks: string, isStrong: boolean): Element | undefined {
  if (!canNest(state)) return undefined;
  const { scanner } = state;
  const { text } = scanner;
  const mark = marks.charAt(0);
  const element = createElement(isStrong ? 'strong' : 'emphasis', '', true);
  scanner.position = from + marks.length;
  const isFound = state.parseSpans(state, element, {
    kind: 'mark',
    matches: (at) => text.startsWith(marks, at),
    accepts: (at) =>
      !isAsciiWhitespace(text.charCodeAt(at - 1)) &&
      // Two marks end a strong element, not an emphasis.
      (isStrong || text[at + 1] !== mark || text[at + 2] === mark) &&
      !(mark === '_' && isAlphanumericAt(text, at + marks.length)) &&
      element.children.length > 0,
  });
  if (isFound) {
    scanner.position += marks.length;
    return element;
  }
  state.fuel -= text.length - from;
  return undefined;
}

/** Whether an underscore is inside a word, or after one and a hyphen. */
function isAfterWord(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && text[at - 1] === '_' && offset - at < MAX_UNDERSCORES) at--;
  if (text[at - 1] === '-') at--;
  return at > 0 && isLetter(characterBefore(text, at));
}

/** The offset of the last mark that has no white space before it: no emphasis opens after it. */
function lastCloser({ scanner }: SpanState, mark: string): number {
  return findWith(scanner, `last ${mark}`, 0, () => {
    const { text } = scanner;
    let at = text.lastIndexOf(mark);
    while (at > 0 && isAsciiWhitespace(text.charCodeAt(at - 1))) at = text.lastIndexOf(mark, at - 1);
    return at;
  });
}

function isLetter(character: number): boolean {
  if (character < 128) return (character > 64 && character < 91) || (character > 96 && character < 123);
  return LETTER.test(String.fromCodePoint(character));
}

function isAlphanumericAt(text: string, offset: number): boolean {
  ALPHANUMERIC.lastIndex = offset;
  return ALPHANUMERIC.test(text);
}

const LETTER = /\p{Alphabetic}/u;
const ALPHANUMERIC = /[\p{Alphabetic}\p{Nd}]/uy;

/** In front of more of them no word is looked for; this keeps long runs linear. */
const MAX_UNDERSCORES = 100;
