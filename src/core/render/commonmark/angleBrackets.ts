import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';
import { EMAIL_AUTOLINK, RAW_HTML, URL_AUTOLINK } from '../../entry/htmlPatterns.ts';
import { matchLengthAt } from './characterClasses.ts';
import { escapeHref, escapeHtml, unescapeReferences } from './escape.ts';
import { type InlineState, pushPiece } from './inlineState.ts';
import { shownHtml } from './shownHtml.ts';

/** Reads a `<`: the start of an autolink or of raw HTML, or plain text. */
export function readAngleBracket(state: InlineState, options: CommonMarkOptions): void {
  const { text, offset } = state;
  const urlLength = matchLengthAt(URL_AUTOLINK, text, offset);
  const autolinkLength = urlLength || matchLengthAt(EMAIL_AUTOLINK, text, offset);
  if (autolinkLength > 0) {
    const target = unescapeReferences(text.slice(offset + 1, offset + autolinkLength - 1));
    const href = escapeHref(urlLength > 0 ? target : `mailto:${target}`);
    const altText = escapeHtml(target);
    pushPiece(state, { html: `<a href="${href}">${altText}</a>`, altText });
    state.offset += autolinkLength;
    return;
  }
  const htmlLength = RAW_HTML.reduce(
    (length, [pattern, ending]) => length || lengthOfRawHtml(state, pattern, ending),
    0,
  );
  if (htmlLength > 0) {
    pushPiece(state, { html: shownHtml(text.slice(offset, offset + htmlLength), options), altText: '' });
    state.offset += htmlLength;
    return;
  }
  state.pendingText += '<';
  state.offset++;
}

/**
 * The length of raw HTML that matches the pattern at the current offset; 0 if there is none. Once an ending is known to be
 * missing from the rest of the text, patterns that need it are skipped; this keeps many unclosed tags linear.
 */
function lengthOfRawHtml(state: InlineState, pattern: RegExp, end: string): number {
  const { text, offset, missingEndings } = state;
  if (missingEndings.has(end)) return 0;
  const length = matchLengthAt(pattern, text, offset);
  if (length === 0 && text.indexOf(end, offset) < 0) missingEndings.add(end);
  return length;
}
