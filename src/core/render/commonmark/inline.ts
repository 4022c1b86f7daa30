import { readAngle } from './angles.ts';
import { closeBracket, openBracket } from './brackets.ts';
import { isAsciiPunctuation, lengthOfMatch } from './characters.ts';
import { curlOf, pairRuns, scanRun } from './delimiters.ts';
import { decodeReference, escapeHtml } from './escape.ts';
import { flush, htmlOf, type InlineContext, type Markup, push, type Scan, startScan } from './scan.ts';

/** The text of one paragraph or heading as HTML, character for character as cmark writes it. */
export function inlineHtml(text: string, context: InlineContext): string {
  const scan = startScan(text);
  while (scan.at < text.length) readNext(scan, context);
  flush(scan);
  pairRuns(scan.runs, 0);
  return htmlOf(scan.pieces, context);
}

function readNext(scan: Scan, context: InlineContext): void {
  const character = scan.text.charAt(scan.at);
  if (character === '\n') readNewline(scan);
  else if (character === '\\') readBackslash(scan);
  else if (character === '`') readCode(scan);
  else if (character === '&') readReference(scan);
  else if (character === '<') readAngle(scan);
  else if (character === '*' || character === '_' || character === '~') readRun(scan);
  else if (character === '[') openBracket(scan, false);
  else if (character === ']') closeBracket(scan, context);
  else if (character === '!' && startsImage(scan)) openBracket(scan, true);
  else if (context.smart && character === "'") readApostrophe(scan);
  else if (context.smart && character === '"') readQuote(scan);
  else if (context.smart && character === '-') readHyphens(scan);
  else if (context.smart && character === '.') readDots(scan);
  else readText(scan, context.smart);
}

/** `![`, but not `![^`: that is an exclamation before a footnote reference. */
function startsImage({ text, at }: Scan): boolean {
  return text.startsWith('[', at + 1) && !text.startsWith('^', at + 2);
}

function readText(scan: Scan, smart: boolean): void {
  const { text, at } = scan;
  const special = smart ? SPECIAL_IF_SMART : SPECIAL;
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code >= special.length || !special[code]) continue;
    // A single hyphen or dot is text like any other.
    if ((code !== HYPHEN && code !== DOT) || text[end + 1] === text[end]) break;
  }
  scan.pending += text.slice(at, end);
  scan.at = end;
}

function readNewline(scan: Scan): void {
  const { text, at } = scan;
  const isHard = at > 1 && text[at - 1] === ' ' && text[at - 2] === ' ';
  scan.pending = trimEnd(scan.pending);
  flush(scan); // each line is looked at once, however many a paragraph has
  if (isHard) push(scan, HARD_BREAK);
  else scan.pending += '\n';
  scan.at = at + 1;
  while (text[scan.at] === ' ' || text[scan.at] === '\t') scan.at++;
}

/** Without the white space at the end, but for line feeds, which stand for lines. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\v\f'.includes(text.charAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

function readBackslash(scan: Scan): void {
  const next = scan.text.charAt(scan.at + 1);
  scan.at++;
  if (next === '\n') {
    push(scan, HARD_BREAK);
    scan.at++;
  } else if (next !== '' && isAsciiPunctuation(next.charCodeAt(0))) {
    scan.pending += next;
    scan.at++;
  } else {
    scan.pending += '\\';
  }
}

function readCode(scan: Scan): void {
  const { text, at } = scan;
  const inside = at + lengthOfMatch(TICKS, text, at);
  const ticks = text.slice(at, inside);
  const close = ticks.length > TICKS_LIMIT ? -1 : findTicks(text, inside, ticks.length);
  if (close < 0) {
    scan.pending += ticks;
    scan.at = inside;
    return;
  }
  const code = text.slice(inside, close).replaceAll('\n', ' ');
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
  push(scan, { html: `<code>${escapeHtml(isPadded ? code.slice(1, -1) : code)}</code>`, plain: '' });
  scan.at = close + ticks.length;
}

function findTicks(text: string, from: number, count: number): number {
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    const length = lengthOfMatch(TICKS, text, at);
    if (length === count) return at;
    at += length;
  }
  return -1;
}

function readReference(scan: Scan): void {
  const length = lengthOfMatch(REFERENCE, scan.text, scan.at);
  const decoded = length > 0 ? decodeReference(scan.text.slice(scan.at, scan.at + length)) : undefined;
  // A piece of its own: white space that was written as a reference is not trimmed at the end of a line.
  if (decoded === undefined) scan.pending += '&';
  else push(scan, escapeHtml(decoded));
  scan.at += decoded === undefined ? 1 : length;
}

function readRun(scan: Scan): void {
  const run = scanRun(scan.text, scan.at);
  push(scan, run);
  if (run.canOpen || run.canClose) scan.runs.push(run);
  scan.at += run.length;
}

/** A single quote curls like a closing one unless a partner follows, so only those that may open stand as pieces. */
function readApostrophe(scan: Scan): void {
  const run = scanRun(scan.text, scan.at);
  if (run.canOpen) push(scan, run);
  else scan.pending += run.shown;
  if (run.canOpen || run.canClose) scan.runs.push(run);
  scan.at++;
}

function readQuote(scan: Scan): void {
  scan.pending += curlOf(scan.text, scan.at);
  scan.at++;
}

/** Two hyphens make an en dash and three an em dash; longer runs are all of one kind if they can be. */
function readHyphens(scan: Scan): void {
  const count = lengthOfMatch(HYPHENS, scan.text, scan.at);
  let short = 0;
  if (count % 3 === 0) short = 0;
  else if (count % 2 === 0) short = count / 2;
  else short = count % 3 === 2 ? 1 : 2;
  scan.pending += count === 1 ? '-' : '—'.repeat((count - 2 * short) / 3) + '–'.repeat(short);
  scan.at += count;
}

function readDots(scan: Scan): void {
  const length = lengthOfMatch(DOTS, scan.text, scan.at);
  scan.pending += length === 3 ? '…' : '.'.repeat(length);
  scan.at += length;
}

const HYPHEN = 45;
const DOT = 46;
const HARD_BREAK: Markup = { html: '<br />\n', plain: '' };
const TICKS = /`+/y;
const TICKS_LIMIT = 80;
const HYPHENS = /-+/y;
const DOTS = /\.{1,3}/y;
const REFERENCE = /&(?:#(?:[xX][\dA-Fa-f]{1,6}|\d{1,7})|[A-Za-z][\dA-Za-z]{1,31});/y;

const SPECIAL = tableOf('\n\\`&<*_~[]!');
const SPECIAL_IF_SMART = tableOf('\n\\`&<*_~[]!\'"-.');

/** By character code, whether a run of plain text ends before it. */
function tableOf(characters: string): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => characters.includes(String.fromCharCode(code)));
}
