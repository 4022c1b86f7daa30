import { LINE_FEED } from '../../../text/charCodes.ts';
import { matchLengthAt } from '../../commonmark/characterClasses.ts';
import type { KramdownDocument } from '../document.ts';
import { addText, createElement, type Element } from '../element.ts';
import { startsTag } from '../tags.ts';
import { readAutolink } from './autolink.ts';
import { readCodeSpan } from './codeSpan.ts';
import { readEmphasis } from './emphasis.ts';
import { readEntity } from './entity.ts';
import { readEscape } from './escape.ts';
import { readFootnoteReference } from './footnoteReference.ts';
import { readInlineMath } from './inlineMath.ts';
import { readLink } from './link.ts';
import { readQuotes } from './smartQuotes.ts';
import { readSpanExtension } from './spanExtension.ts';
import { readSpanHtml } from './spanHtml.ts';
import { createSpanState, type SpanState, type Stop } from './spanState.ts';
import { readStrikethrough } from './strikethrough.ts';
import { readSymbol } from './symbols.ts';

/** Reads the Markdown of an element into its children. */
export function parseSource(document: KramdownDocument, element: Element): void {
  const { source } = element;
  if (source === undefined) return;
  element.source = undefined;
  parseSpans(createSpanState(document, source, element, parseSpans), element);
}

/** Reads spans into an element, up to a stop or to the end of the text. Returns whether the stop was found; it is not read. */
export function parseSpans(state: SpanState, element: Element, stop?: Stop): boolean {
  const { parent } = state;
  state.parent = element;
  state.depth++;
  countOpen(state, element, 1);
  const isFound = readSpans(state, stop);
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

function readSpans(state: SpanState, stop: Stop | undefined): boolean {
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

/** Reads the span at the position, if there is one. */
function readSpan(state: SpanState): boolean {
  const { scanner, kinds, hasSymbols } = state;
  const { text, position } = scanner;
  const character = text[position];
  if (!kinds.others) return character === '`' ? readCodeSpan(state) : startsTag(text, position) && readSpanHtml(state);
  switch (character) {
    case '*':
    case '_':
      return readEmphasis(state);
    case '`':
      return readCodeSpan(state);
    case '<':
      return (
        readAutolink(state) ||
        (startsTag(text, position) ? readSpanHtml(state) : readQuotes(state) || (hasSymbols && readSymbol(state)))
      );
    case '[':
      return readFootnoteReference(state) || readLink(state) || readQuotes(state);
    case '!':
      return readLink(state) || readQuotes(state);
    case '$':
      return readQuotes(state) || readInlineMath(state);
    case '{':
      return readQuotes(state) || readSpanExtension(state);
    case '&':
      return readQuotes(state) || readEntity(state);
    case '~':
      return readQuotes(state) || readStrikethrough(state);
    default:
      return (
        readQuotes(state) ||
        (hasSymbols && readSymbol(state)) ||
        readLineBreak(state) ||
        (character === '\\' && readEscape(state))
      );
  }
}

/** Two spaces or two backslashes at the end of a line. */
function readLineBreak({ scanner, parent, hasLineBreaks }: SpanState): boolean {
  const { text, position } = scanner;
  if (!hasLineBreaks || text.charCodeAt(position + 2) !== LINE_FEED || matchLengthAt(LINE_BREAK, text, position) === 0)
    return false;
  parent.children.push(createElement('lineBreak', '', true));
  scanner.position += 2;
  return true;
}

const LINE_BREAK = / {2}|\\\\/y;
const CODE = /`/g;
const HTML = /</g;
const CODE_OR_HTML = /[`<]/g;
