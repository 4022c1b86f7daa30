import { SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { Entry } from './entry.ts';
import { scanBlocks, startBlockScan } from './literalBlocks.ts';
import { scanInlines } from './literalInlines.ts';
import { type Literal, MASK } from './literals.ts';
import { mayHaveMath } from './math.ts';
import { scanLiquid } from './scanLiquid.ts';

/**
 * The literals of a body, in order and without overlap. Takes linear time, and hardly any for a text without special characters. What no
 * special character shows, indented code and definitions, is found only if the scan is `thorough`.
 */
export function scanLiterals(text: string, body: Span, thorough: boolean): readonly Literal[] {
  const liquid = text.indexOf('{', body.from) < 0 ? NONE : scanLiquid(text, body);
  // Any paragraph may refer to a definition, so that with definitions all text has to be scanned.
  const mayHaveDefinitions = thorough && text.indexOf(']:', body.from) >= 0;
  const hasMath = mayHaveMath(text, body.from);
  if (!thorough && !hasMath && !mayHaveMarkup(text, body.from)) return liquid;
  const markup = thorough ? THOROUGH_MARKUP : MARKUP;
  const nextMarkup = markupFinder(text, hasMath ? [...markup, '$'] : markup);
  const first = mayHaveDefinitions ? body.from : nextMarkup(body.from);
  if (first >= body.to) return liquid;
  const source = mask(text, liquid, true);
  const scan = startBlockScan(source);
  let scannedTo = body.from;
  for (let at = first; at < body.to; at = nextMarkup(scannedTo)) {
    const start = mayHaveDefinitions ? body.from : startOfContext(source, scannedTo, at);
    if (start > scannedTo) {
      scan.containers = [];
      scannedTo = start;
    }
    scannedTo = scanBlocks(scan, scannedTo, body.to, mayHaveDefinitions ? body.to : at);
  }
  for (const paragraph of scan.paragraphs) {
    scanInlines(source, paragraph, { labels: scan.labels, hasMath }, scan.literals);
  }
  return merge(liquid, scan.literals);
}

const NONE: readonly Literal[] = [];

/** What Markdown takes each line of an entry's body for, by the offset of its start. Lines within a Liquid tag have none. */
export function lineRoles({
  text,
  body,
  literals,
}: Pick<Entry, 'text' | 'body' | 'literals'>): ReadonlyMap<number, string> {
  const roles = new Map<number, string>();
  const liquid = literals.filter(({ kind }) => kind === 'liquid');
  scanBlocks(startBlockScan(mask(text, liquid, true), roles), body.from, body.to, body.to);
  return roles;
}

/** A fast check that rules out most entries. */
function mayHaveMarkup(text: string, from: number): boolean {
  return (
    text.indexOf('`', from) >= 0 ||
    text.indexOf('<', from) >= 0 ||
    text.indexOf('~~~', from) >= 0 ||
    text.indexOf('![', from) >= 0
  );
}

/**
 * Returns a function that finds the next characters, from an offset on, that all code, HTML and images need; infinite if there are none.
 * The offsets must ascend: what is known to be absent is searched for once.
 */
function markupFinder(text: string, markup: readonly string[]): (from: number) => number {
  const next = markup.map(() => -1);
  return (from) => {
    let first = Number.POSITIVE_INFINITY;
    for (let index = 0; index < markup.length; index++) {
      let at = next[index] ?? -1;
      if (at < from) {
        const found = text.indexOf(markup[index] ?? '', from);
        at = found < 0 ? Number.POSITIVE_INFINITY : found;
        next[index] = at;
      }
      if (at < first) first = at;
    }
    return first;
  };
}

const MARKUP: readonly string[] = ['`', '<', '~~~', '!['];
const THOROUGH_MARKUP: readonly string[] = [...MARKUP, '\t', '    '];

/**
 * Where to start so that the blocks around the offset are read as they are in the whole text: after the last blank line before a line that
 * is not indented, since only an indented line belongs to a list or a footnote above a blank line.
 */
function startOfContext(text: string, limit: number, at: number): number {
  for (let from = at; from > limit; ) {
    const blank = text.lastIndexOf('\n\n', from - 1);
    if (blank < limit) break;
    // Control characters are tabs and further line breaks.
    if (text.charCodeAt(blank + 2) > SPACE) return blank + 2;
    from = blank;
  }
  return limit;
}

/**
 * The text with everything that is not prose replaced by U+FFFC, of the same length, so that offsets stay valid. Line breaks are kept, but
 * for those inside Liquid, which the site removes before it reads Markdown.
 */
export function maskLiterals(text: string, literals: readonly Literal[]): string {
  return mask(text, literals, false);
}

function mask(text: string, literals: readonly Literal[], isLiquidOnly: boolean): string {
  if (literals.length === 0) return text;
  const parts: string[] = []; // joined at once: reading a string made by concatenation is slower
  let at = 0;
  for (const { from, to, kind } of literals) {
    const literal = text.slice(from, to);
    const isOneLine = isLiquidOnly || kind === 'liquid' || !literal.includes('\n');
    parts.push(text.slice(at, from), isOneLine ? MASK.repeat(to - from) : literal.replace(/[^\r\n]/g, MASK));
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Adds the Liquid to the other literals. Liquid inside another literal belongs to that literal. */
function merge(liquid: readonly Literal[], literals: readonly Literal[]): readonly Literal[] {
  const merged: Literal[] = [];
  let end = 0;
  for (const literal of [...liquid, ...literals].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (literal.from < end) continue;
    merged.push(literal);
    end = literal.to;
  }
  return merged;
}
