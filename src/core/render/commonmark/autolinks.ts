import { characterAt, isPunctuation, isUnicodeWhitespace, matchLengthAt } from './characterClasses.ts';
import { trimUrl } from './emailAddresses.ts';
import { escapeHref, escapeHtml } from './escape.ts';
import { type InlineState, pushPiece } from './inlineState.ts';

// Bare URLs, as the extension `autolink` of cmark reads them.

/** Reads a URL at its colon: the scheme before it has been read as text. */
export function readUrl(state: InlineState): boolean {
  const { text, offset, pendingText } = state;
  if (!text.startsWith('://', offset)) return false;
  const [scheme] = /[A-Za-z]*$/.exec(text.slice(Math.max(0, offset - MAX_SCHEME_CHARS), offset)) ?? [''];
  if (!SCHEMES.has(scheme.toLowerCase()) || !pendingText.endsWith(scheme)) return false;
  const domainStart = offset + '://'.length;
  if (domainStart >= text.length || !isHostCharacter(text, domainStart)) return false;
  const end = endOfUrl(text, offset - scheme.length, endOfDomain(text, domainStart, true));
  if (end <= offset) return false;
  state.pendingText = pendingText.slice(0, pendingText.length - scheme.length);
  pushLink(state, offset - scheme.length, end, '');
  return true;
}

/** Reads a URL without a scheme at its `www.`. */
export function readWwwUrl(state: InlineState): boolean {
  const { text, offset } = state;
  if (!text.startsWith('www.', offset) || !/[*_~(\s]/.test(text[offset - 1] ?? ' ')) return false;
  const domainEnd = endOfDomain(text, offset, false);
  const end = domainEnd < 0 ? offset : endOfUrl(text, offset, domainEnd);
  if (end <= offset) return false;
  pushLink(state, offset, end, 'http://');
  return true;
}

function pushLink(state: InlineState, from: number, to: number, prefix: string): void {
  const url = state.text.slice(from, to);
  const altText = escapeHtml(url);
  pushPiece(state, { html: `<a href="${escapeHref(prefix + url)}">${altText}</a>`, altText });
  state.offset = to;
}

/** The end of the domain that starts at `from`; -1 if it is not one. */
function endOfDomain(text: string, from: number, mayBeShort: boolean): number {
  let dots = 0;
  let underscores = 0;
  let underscoresBefore = 0;
  let at = from + 1;
  for (; at < text.length - 1; at++) {
    const character = text.charAt(at);
    if (character === '_') {
      underscores++;
    } else if (character === '.') {
      underscoresBefore = underscores;
      underscores = 0;
      dots++;
    } else if (character !== '-' && !isHostCharacter(text, at)) {
      break;
    }
  }
  if (underscores + underscoresBefore > 0) return -1;
  return mayBeShort || dots > 0 ? Math.max(at, from) : -1;
}

function isHostCharacter(text: string, at: number): boolean {
  const character = characterAt(text, at);
  return !isUnicodeWhitespace(character) && !isPunctuation(character);
}

function endOfUrl(text: string, from: number, domainEnd: number): number {
  if (domainEnd < 0) return from;
  return from + trimUrl(text.slice(from, domainEnd + matchLengthAt(NOT_SPACES, text, domainEnd)));
}

const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'ftp']);
const MAX_SCHEME_CHARS = 10;
const NOT_SPACES = /[^ \t\n\v\f\r]*/y;
