import type { Env } from 'markdown-it';
import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';
import { type DelimiterRun, type InlineElement, STRONG, textRun } from './delimiters.ts';
import { linkEmailAddresses } from './emailAddresses.ts';
import { escapeHtml } from './escape.ts';

/** What inline text depends on outside its own paragraph. */
export interface InlineContext {
  readonly options: CommonMarkOptions;
  /** For each ASCII code, whether plain text ends before that character. */
  readonly special: readonly boolean[];
  /** The link definitions of the document, by normalized label. */
  readonly references: Env['references'];
  /** Returns the superscript number of a footnote; undefined if there is none. The first call for a label numbers it. */
  readonly footnoteHtml: (label: string) => string | undefined;
}

/** HTML that needs no further processing. */
export interface FinishedHtml {
  readonly html: string;
  /** The text that remains of it in the description of an image. */
  readonly altText: string;
}

/** `[^label]`: becomes a number if there is a footnote with that label; otherwise it stays as written. */
interface FootnoteReference {
  readonly label: string;
}

/** A part of a paragraph. A string is escaped text. */
type Piece = string | DelimiterRun | FinishedHtml | FootnoteReference;

/** A `[` or `![` that may yet start a link, an image or a footnote reference. */
export interface OpenBracket {
  readonly run: DelimiterRun;
  readonly isImage: boolean;
  /** The offset after the bracket. */
  readonly contentStart: number;
  /** The number of pieces and of runs before the content of the bracket. */
  readonly pieceCount: number;
  readonly runCount: number;
  hasBracketInside: boolean;
}

/** The state of reading the text of one paragraph or heading. */
export interface InlineState {
  readonly text: string;
  /** The offset of the next character to read. */
  offset: number;
  /** Text read since the last piece, not yet escaped. */
  pendingText: string;
  readonly pieces: Piece[];
  readonly runs: DelimiterRun[];
  readonly openBrackets: OpenBracket[];
  /** Whether a `]` may close a link: not right after a link, because links cannot contain links. */
  mayCloseLink: boolean;
  /** Endings of raw HTML that do not occur in the rest of the text. */
  readonly missingEndings: Set<string>;
}

export function createInlineState(text: string): InlineState {
  return {
    text,
    offset: 0,
    pendingText: '',
    pieces: [],
    runs: [],
    openBrackets: [],
    mayCloseLink: true,
    missingEndings: new Set(),
  };
}

export function pushPiece(state: InlineState, piece: Piece): void {
  flushText(state);
  state.pieces.push(piece);
}

/** Turns the pending text into a piece. */
export function flushText(state: InlineState): void {
  if (state.pendingText === '') return;
  state.pieces.push(escapeHtml(state.pendingText));
  state.pendingText = '';
}

/** A piece that only opens or closes elements and has no text of its own. */
export function elementBoundary(opens: readonly InlineElement[], closes: readonly InlineElement[]): DelimiterRun {
  const run = textRun('', 0);
  run.opens.push(...opens);
  run.closes.push(...closes);
  return run;
}

/** The pieces as HTML. A strong element directly inside another has no effect and is left out. */
export function piecesToHtml(pieces: readonly Piece[], { footnoteHtml, options: { autolink } }: InlineContext): string {
  const openElements: InlineElement[] = [];
  const closingTags: string[] = [];
  let html = '';
  for (const piece of autolink ? withEmailLinks(pieces) : pieces) {
    if (typeof piece === 'string') {
      html += piece;
    } else if ('html' in piece) {
      html += piece.html;
    } else if ('label' in piece) {
      html += footnoteHtml(piece.label) ?? escapeHtml(`[^${piece.label}]`);
    } else {
      for (let count = piece.closes.length; count > 0; count--) {
        openElements.pop();
        html += closingTags.pop() ?? '';
      }
      if (piece.remaining > 0) html += piece.glyph.repeat(piece.remaining);
      for (const element of piece.opens) {
        const isRedundant = element === STRONG && openElements.at(-1) === STRONG;
        if (!isRedundant) html += element.open;
        openElements.push(element);
        closingTags.push(isRedundant ? '' : element.close);
      }
    }
  }
  return html;
}

/** Joins the pieces of text and links the email addresses in them, except inside links. */
function* withEmailLinks(pieces: readonly Piece[]): Generator<Piece> {
  let text = '';
  let linkDepth = 0;
  for (const piece of pieces) {
    const isText = typeof piece === 'string' || ('opens' in piece && piece.opens.length + piece.closes.length === 0);
    if (isText) {
      text += typeof piece === 'string' ? piece : piece.glyph.repeat(piece.remaining);
      continue;
    }
    yield linkDepth === 0 ? linkEmailAddresses(text) : text;
    text = '';
    yield piece;
    if (!('opens' in piece)) continue;
    for (const { open } of piece.opens) if (open.startsWith('<a ')) linkDepth++;
    for (const { open } of piece.closes) if (open.startsWith('<a ')) linkDepth--;
  }
  yield linkDepth === 0 ? linkEmailAddresses(text) : text;
}

/** The pieces as text without markup, for the description of an image. */
export function piecesToText(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if ('html' in piece) text += piece.altText;
    else if ('label' in piece) text += escapeHtml(`[^${piece.label}]`);
    else text += piece.glyph.repeat(piece.remaining);
  }
  return text;
}
