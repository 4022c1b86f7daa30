import type { Env } from 'markdown-it';
import { type Element, inertRun, type Run, STRONG } from './delimiters.ts';
import { escapeHtml } from './escape.ts';

/** What a paragraph's text may refer to outside itself, and how it is read. */
export interface InlineContext {
  /** Whether quotes curl, hyphens become dashes and three dots an ellipsis. */
  readonly smart: boolean;
  /** The link definitions of the document, by normalized label. */
  readonly references: Env['references'];
  /** The superscript number of the footnote with that label, if there is one; the first call for a label numbers it. */
  readonly noteHtml: (label: string) => string | undefined;
}

/** Finished HTML, and what is left of it where only text may stand: in an image's description. */
export interface Markup {
  readonly html: string;
  readonly plain: string;
}

/** `[^label]`: a number if a footnote has that label, else as it was written. */
interface NoteReference {
  readonly label: string;
}

/** A part of a paragraph; a string is text, escaped already. */
type Piece = string | Run | Markup | NoteReference;

/** A `[` or `![` that may yet open a link, an image or a footnote reference. */
export interface Bracket {
  readonly run: Run;
  readonly isImage: boolean;
  /** The offset behind the bracket. */
  readonly inside: number;
  /** How many pieces and how many runs came before what the bracket encloses. */
  readonly pieces: number;
  readonly runs: number;
  hasBracketInside: boolean;
}

/** How far the reading of one paragraph's or heading's text has come. */
export interface Scan {
  readonly text: string;
  at: number;
  /** Text read since the last piece, not yet escaped. */
  pending: string;
  readonly pieces: Piece[];
  readonly runs: Run[];
  readonly brackets: Bracket[];
  /** Whether a `]` may close a link: not right after a link, as links hold no links. */
  linksMayClose: boolean;
  /** What would end raw HTML and stands nowhere further on. */
  readonly missing: Set<string>;
}

export function startScan(text: string): Scan {
  return { text, at: 0, pending: '', pieces: [], runs: [], brackets: [], linksMayClose: true, missing: new Set() };
}

export function push(scan: Scan, piece: Piece): void {
  flush(scan);
  scan.pieces.push(piece);
}

export function flush(scan: Scan): void {
  if (scan.pending === '') return;
  scan.pieces.push(escapeHtml(scan.pending));
  scan.pending = '';
}

/** A piece that opens or closes one element and shows nothing else. */
export function tag(opens: readonly Element[], closes: readonly Element[]): Run {
  const run = inertRun('', 0);
  run.opens.push(...opens);
  run.closes.push(...closes);
  return run;
}

/** The pieces as HTML. A strong directly inside a strong adds nothing and is left out. */
export function htmlOf(pieces: readonly Piece[], { noteHtml }: InlineContext): string {
  const within: Element[] = [];
  const closings: string[] = [];
  let html = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      html += piece;
    } else if ('html' in piece) {
      html += piece.html;
    } else if ('label' in piece) {
      html += noteHtml(piece.label) ?? escapeHtml(`[^${piece.label}]`);
    } else {
      for (let count = piece.closes.length; count > 0; count--) {
        within.pop();
        html += closings.pop() ?? '';
      }
      if (piece.left > 0) html += piece.shown.repeat(piece.left);
      for (const element of piece.opens) {
        const isIdle = element === STRONG && within.at(-1) === STRONG;
        if (!isIdle) html += element.open;
        within.push(element);
        closings.push(isIdle ? '' : element.close);
      }
    }
  }
  return html;
}

/** The pieces as text alone, as an image's description holds it. */
export function plainOf(pieces: readonly Piece[]): string {
  let plain = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') plain += piece;
    else if ('html' in piece) plain += piece.plain;
    else if ('label' in piece) plain += escapeHtml(`[^${piece.label}]`);
    else plain += piece.shown.repeat(piece.left);
  }
  return plain;
}
