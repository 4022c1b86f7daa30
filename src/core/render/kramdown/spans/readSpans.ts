import { addText, type Element } from '../element.ts';
import type { SpanState, Stop } from './spanState.ts';

/**
 * Reads spans into an element, up to a stop or to the end of the text. Returns whether the stop was found; it is not read. `readSpan`
 * reads the span at the position, if there is one.
 */
export function readSpans(
  state: SpanState,
  element: Element,
  stop: Stop | undefined,
  readSpan: (state: SpanState) => boolean,
): boolean {
  const { parent } = state;
  state.parent = element;
  state.depth++;
  countOpen(state, element, 1);
  const isFound = readContent(state, stop, readSpan);
  countOpen(state, element, -1);
  state.depth--;
  state.parent = parent;
  return isFound;
}

function countOpen(state: SpanState, { type }: Element, by: number): void {
  if (type === 'emphasis') state.openEmphases += by;
  else if (type === 'strong') state.openStrongs += by;
  else if (type === 'link' || type === 'image') state.openLinks += by;
}

function readContent(state: SpanState, stop: Stop | undefined, readSpan: (state: SpanState) => boolean): boolean {
  const { scanner, parent } = state;
  const { text } = scanner;
  while (scanner.position < text.length) {
    if (state.fuel <= 0 && stop !== undefined && stop.kind !== 'tag') return false;
    const { position } = scanner;
    const special = nextSpecial(state, position, stop);
    if (special < 0) {
      if (stop === undefined) {
        addText(parent, text.slice(position));
        scanner.position = text.length;
      }
      return false;
    }
    addText(parent, text.slice(position, special));
    scanner.position = special;
    if (stop?.matches(special) && stop.accepts(special)) return true;
    if (!readSpan(state)) {
      addText(parent, text.charAt(special));
      scanner.position++;
    }
  }
  return false;
}

/** The offset of the next character at which a span or the stop may be; -1 if there is none. */
function nextSpecial(
  { scanner, kinds, hasSymbols, hasLineBreaks, isGfm }: SpanState,
  from: number,
  stop: Stop | undefined,
) {
  const { text } = scanner;
  if (!kinds.others) {
    const pattern = kinds.code ? (kinds.html ? CODE_OR_HTML : CODE) : HTML;
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? -1;
  }
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || (code > 96 && code < 123)) continue;
    switch (text[at]) {
      case '*':
      case '_':
      case '`':
      case '<':
      case '[':
      case '$':
      case '&':
      case '\\':
        return at;
      case '"':
      case "'":
        // The character before a quote is read with it.
        return at > from ? at - 1 : at;
      case ']':
        if (stop?.kind === 'bracket') return at;
        break;
      case '!':
        if (text[at + 1] === '[') return at;
        break;
      case '{':
        if (text[at + 1] === ':') return at;
        break;
      case '-':
        if (hasSymbols && text[at + 1] === '-') return at;
        break;
      case '.':
        if (hasSymbols && text[at + 1] === '.' && text[at + 2] === '.') return at;
        break;
      case '>':
        if (hasSymbols && text[at + 1] === '>') return at > from && text[at - 1] === ' ' ? at - 1 : at;
        break;
      case '~':
        if (isGfm && text[at + 1] === '~') return at;
        break;
      case '\n':
        if (hasLineBreaks && at - 2 >= from && text[at - 1] === ' ' && text[at - 2] === ' ') return at - 2;
        break;
    }
  }
  return -1;
}

const CODE = /`/g;
const HTML = /</g;
const CODE_OR_HTML = /[`<]/g;
