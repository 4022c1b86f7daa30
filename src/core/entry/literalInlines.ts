import {
  BACKSLASH,
  BACKTICK,
  DOLLAR,
  EXCLAMATION_MARK,
  LESS_THAN,
  OPEN_BRACKET,
  OPEN_PAREN,
} from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import { EMAIL_AUTOLINK, URL_AUTOLINK, WIDEST_RAW_HTML } from './htmlPatterns.ts';
import { bareDestinationEnds, endOfInlineDestination } from './inlineDestination.ts';
import { normalizedLabel } from './linkDefinitions.ts';
import type { Literal, LiteralKind } from './literals.ts';
import { endOfMath } from './math.ts';
import { paragraphText } from './paragraphText.ts';

/** What the paragraphs of a text may contain besides code, HTML and images. */
export interface InlineSyntax {
  /** The labels of the definitions. */
  readonly labels: ReadonlySet<string>;
  /** Whether dollar signs enclose formulas. */
  readonly hasMath: boolean;
}

/** Adds the code spans, tags, autolinks, references, images and formulas of a paragraph, in order, to the literals. */
export function scanInlines(
  text: string,
  lines: readonly Span[],
  { labels, hasMath }: InlineSyntax,
  literals: Literal[],
): void {
  const { content, sourceOffset } = paragraphText(text, lines);
  if (labels.size === 0 && !MARKUP.test(content) && !(hasMath && content.includes('$'))) return;
  const scan: InlineScan = {
    content,
    labels,
    special: hasMath ? SPECIAL_WITH_MATH : SPECIAL,
    found: [],
    brackets: [],
    missingEnds: new Set(),
    activeFrom: 0,
    codeEnds: new Map(),
    destinationEnds: undefined,
  };
  for (let at = nextSpecial(scan, 0); at >= 0; ) at = nextSpecial(scan, scanCharacter(scan, at));
  for (const { kind, from, to } of withEnclosedText(content, scan.found))
    literals.push({ kind, from: sourceOffset(from), to: sourceOffset(to - 1) + 1, isBlock: false });
}

/** What all literals but references and formulas need. */
const MARKUP = /[`<]|!\[/;

/** A literal of the paragraph; offsets count from the start of its content. */
interface Found extends Span {
  readonly kind: LiteralKind;
}

interface InlineScan {
  readonly content: string;
  readonly labels: ReadonlySet<string>;
  /** The characters that start or end something. */
  readonly special: RegExp;
  readonly found: Found[];
  /** The offsets of the opening brackets that no bracket has closed yet. */
  readonly brackets: number[];
  /** The index of the first of these that can still start a link: there is no link inside another one. */
  activeFrom: number;
  /** Endings of raw HTML that the rest of the content does not contain; searching for them once keeps the scan linear. */
  readonly missingEnds: Set<string>;
  /** By number of backticks, the offset of the next run of that length, so that each run is searched for once. */
  readonly codeEnds: Map<number, number>;
  /** See `bareDestinationEnds`; undefined if not needed yet. */
  destinationEnds: ReadonlyMap<number, number> | undefined;
}

function nextSpecial({ content, special }: InlineScan, from: number): number {
  special.lastIndex = from;
  return special.test(content) ? special.lastIndex - 1 : -1;
}

const SPECIAL = /[\\`<[\]]/g;
const SPECIAL_WITH_MATH = /[\\`<[\]$]/g;

/** Reads the special character at the offset. Returns the offset after what it starts. */
function scanCharacter(scan: InlineScan, at: number): number {
  switch (scan.content.charCodeAt(at)) {
    case BACKSLASH:
      return at + 2;
    case BACKTICK:
      return scanCodeSpan(scan, at);
    case LESS_THAN:
      return scanAngleBracket(scan, at);
    case DOLLAR:
      return scanMath(scan, at);
    case OPEN_BRACKET:
      scan.brackets.push(at);
      return at + 1;
    default:
      return scanCloseBracket(scan, at);
  }
}

function scanMath({ content, found }: InlineScan, at: number): number {
  const end = endOfMath(content, at);
  if (end < 0) return at + (content.charCodeAt(at + 1) === DOLLAR ? 2 : 1);
  found.push({ kind: 'math', from: at, to: end });
  return end;
}

function scanCodeSpan(scan: InlineScan, at: number): number {
  const { content, found } = scan;
  const start = endOfBackticks(content, at);
  const length = start - at;
  const end = codeEnd(scan, start, length);
  if (end < 0) return start;
  found.push({ kind: 'code', from: at, to: end + length });
  return end + length;
}

/** The offset of the next run of exactly so many backticks; negative if there is none. */
function codeEnd({ content, codeEnds }: InlineScan, from: number, length: number): number {
  const known = codeEnds.get(length);
  if (known !== undefined && (known < 0 || known >= from)) return known;
  for (let at = content.indexOf('`', from); at >= 0; ) {
    const end = endOfBackticks(content, at);
    const previous = codeEnds.get(end - at);
    if (previous === undefined || (previous >= 0 && previous < from)) codeEnds.set(end - at, at);
    if (end - at === length) return at;
    at = content.indexOf('`', end);
  }
  codeEnds.set(length, -1);
  return -1;
}

function endOfBackticks(content: string, from: number): number {
  let at = from;
  while (content.charCodeAt(at) === BACKTICK) at++;
  return at;
}

function scanAngleBracket(scan: InlineScan, at: number): number {
  const { content, found, missingEnds } = scan;
  const autolink = lengthAt(URL_AUTOLINK, content, at) || lengthAt(EMAIL_AUTOLINK, content, at);
  if (autolink > 0) {
    found.push({ kind: 'autolink', from: at, to: at + autolink });
    return at + autolink;
  }
  for (const [pattern, end] of WIDEST_RAW_HTML) {
    if (missingEnds.has(end)) continue;
    const length = lengthAt(pattern, content, at);
    if (length > 0) {
      found.push({ kind: content.startsWith('<!--', at) ? 'comment' : 'html', from: at, to: at + length });
      return at + length;
    }
    if (content.indexOf(end, at) < 0) missingEnds.add(end);
  }
  return at + 1;
}

function lengthAt(pattern: RegExp, content: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(content) ? pattern.lastIndex - at : 0;
}

/** The destination of a link is left to `scanLinks`; that of an image is a literal, and so is a reference with a definition. */
function scanCloseBracket(scan: InlineScan, at: number): number {
  const { content, found, brackets } = scan;
  const open = brackets.pop();
  if (open === undefined) return at + 1;
  const isImage = content.charCodeAt(open - 1) === EXCLAMATION_MARK;
  const isActive = isImage || brackets.length >= scan.activeFrom;
  scan.activeFrom = Math.min(scan.activeFrom, brackets.length);
  if (!isActive) return at + 1;
  let to: number | undefined;
  if (content.charCodeAt(at + 1) === OPEN_PAREN) {
    to = endOfDestination(scan, at + 1);
    if (to !== undefined && isImage) found.push({ kind: 'image', from: at + 1, to });
  }
  if (to === undefined) {
    to = endOfReference(scan, open, at);
    if (to === undefined) return at + 1;
    while ((found.at(-1)?.from ?? -1) >= open) found.pop();
    found.push({ kind: 'reference', from: open, to });
  }
  if (!isImage) scan.activeFrom = brackets.length;
  return to;
}

/** The end of the destination and title in the parentheses at the offset; undefined if they are not valid. */
function endOfDestination(scan: InlineScan, paren: number): number | undefined {
  const { content } = scan;
  const length = lengthAt(PLAIN_DESTINATION, content, paren);
  if (length > 0) return paren + length;
  scan.destinationEnds ??= bareDestinationEnds(content);
  return endOfInlineDestination(content, paren, scan.destinationEnds.get(paren));
}

/** The form of nearly every destination. A search for it is many times as fast as reading the whole paragraph. */
const PLAIN_DESTINATION = /\([^\0- ()<>\\]+\)/y;

/** The end of `[text][label]`, `[label][]` or `[label]`; undefined if the label has no definition. */
function endOfReference({ content, labels }: InlineScan, open: number, close: number): number | undefined {
  if (labels.size === 0) return undefined;
  const label = FULL_LABEL.exec(content.slice(close + 1, close + MAX_LABEL_CHARS));
  const name = label?.[1]?.trim() || content.slice(open + 1, close);
  if (name.length > MAX_LABEL_CHARS || !labels.has(normalizedLabel(name))) return undefined;
  return close + 1 + (label?.[0].length ?? 0);
}

const FULL_LABEL = /^\[((?:\\.|[^[\]\\])*)\]/;
const MAX_LABEL_CHARS = 1000;

/** Extends the start tag of an element whose text is no prose to its end tag, over everything between them. */
function withEnclosedText(content: string, found: readonly Found[]): readonly Found[] {
  if (!found.some(({ kind }) => kind === 'html')) return found;
  const result: Found[] = [];
  let open: Found | undefined;
  let name = '';
  for (const literal of found) {
    const { kind, from, to } = literal;
    if (open) {
      if (kind !== 'html' || !content.slice(from, to).toLowerCase().startsWith(`</${name}`)) continue;
      result.push({ ...open, to });
      open = undefined;
      continue;
    }
    const tag = kind === 'html' ? OPAQUE_ELEMENT.exec(content.slice(from, Math.min(to, from + 12)))?.[1] : undefined;
    if (tag !== undefined && !content.endsWith('/>', to)) {
      open = literal;
      name = tag.toLowerCase();
    } else result.push(literal);
  }
  if (open) result.push({ ...open, to: content.length });
  return result;
}

const OPAQUE_ELEMENT = /^<(code|pre|kbd|samp|script|style|svg|math|textarea)(?=[\s/>])/i;
