import { LINE_FEED } from '../../../text/charCodes.ts';
import { matchLengthAt } from '../../commonmark/characterClasses.ts';
import type { KramdownDocument } from '../document.ts';
import { createElement, type Element } from '../element.ts';
import { startsTag } from '../tags.ts';
import { readAutolink } from './autolink.ts';
import { readCodeSpan } from './codeSpan.ts';
import { readEmphasis } from './emphasis.ts';
import { readEntity } from './entity.ts';
import { readEscape } from './escape.ts';
import { readFootnoteReference } from './footnoteReference.ts';
import { readInlineMath } from './inlineMath.ts';
import { readLink } from './link.ts';
import { readSpans } from './readSpans.ts';
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
  return readSpans(state, element, stop, readSpan);
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
