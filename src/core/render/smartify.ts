import { matchLengthAt } from './commonmark/characterClasses.ts';
import { decodeReference } from './commonmark/escape.ts';
import {
  commentLengthAt,
  elementHtml,
  escapeText,
  hasRawContent,
  isBlockTag,
  isEscapedInProse,
  MAX_DEPTH,
  readRawContent,
  startTagAt,
} from './kramdownTags.ts';

/**
 * The site's `smartify` filter for `description` and `todayInOneSentence`: kramdown's SmartyPants, whose rules differ from those
 * of the body. The direction of a quote depends only on its neighbors, `<<` and `>>` become guillemets, and a comment or an
 * element without prose before it is put on a line of its own.
 */
export function smartify(text: string): string {
  const source = `${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`;
  let html = '';
  let prose = '';
  for (let at = 0; at < source.length; ) {
    const block = readBlock(source, at);
    const end = block?.end ?? source.indexOf('\n', at) + 1;
    if (block === undefined) {
      prose += source.slice(at, end);
    } else {
      html += `${smartifyProse(prose)}${block.html}\n`;
      prose = '';
    }
    at = end;
  }
  return (html + smartifyProse(prose)).replace(/\n$/, '');
}

/** Reads a comment or an element at the start of a line or right after another one; undefined if there is none. */
function readBlock(source: string, at: number): { html: string; end: number } | undefined {
  const commentEnd = at + commentLengthAt(source, at);
  if (commentEnd > at) return { html: source.slice(at, commentEnd), end: skipBlankLine(source, commentEnd) };
  const start = at + matchLengthAt(INDENT, source, at);
  const tag = startTagAt(source, start);
  if (tag === undefined || !isBlockTag(tag)) return undefined;
  const contentStart = start + tag.length;
  if (tag.isSelfClosing) return { html: `${tag.markup} />`, end: contentStart };
  const content = readRawContent(source, contentStart, tag);
  return { html: elementHtml(tag, content.html), end: skipBlankLine(source, content.end) };
}

function skipBlankLine(source: string, at: number): number {
  return at + matchLengthAt(REST_OF_BLANK_LINE, source, at);
}

interface ProseReader {
  readonly source: string;
  at: number;
  /** The number of open elements. */
  depth: number;
}

function smartifyProse(source: string): string {
  return readProse({ source, at: 0, depth: 0 }, undefined);
}

/** Reads up to the end tag with that name, or to the end of the source. */
function readProse(reader: ProseReader, name: string | undefined): string {
  const { source } = reader;
  const endTag = new RegExp(`</${name ?? ''}\\s*>`, 'iy');
  const nextSpecial = new RegExp(name === undefined ? SPECIAL : `${endTag.source}|${SPECIAL}`, 'giu');
  let html = '';
  while (reader.at < source.length) {
    nextSpecial.lastIndex = reader.at;
    const start = nextSpecial.exec(source)?.index ?? source.length;
    html += escapeText(source.slice(reader.at, start));
    reader.at = start;
    const endTagLength = name === undefined ? 0 : matchLengthAt(endTag, source, start);
    if (endTagLength > 0) {
      reader.at += endTagLength;
      return html;
    }
    if (start < source.length) html += readSpecial(reader);
  }
  return html;
}

function readSpecial(reader: ProseReader): string {
  return readQuotes(reader) ?? readReference(reader) ?? readSymbol(reader) ?? readTag(reader) ?? readCharacter(reader);
}

function readQuotes(reader: ProseReader): string | undefined {
  if (matchLengthAt(QUOTE, reader.source, reader.at) === 0) return undefined;
  for (const [pattern, write] of QUOTE_RULES) {
    pattern.lastIndex = reader.at;
    const match = pattern.exec(reader.source);
    if (match === null) continue;
    reader.at += match[0].length;
    return write(match[1] ?? '', match[2] ?? '');
  }
  return undefined;
}

function readReference(reader: ProseReader): string | undefined {
  const { source, at } = reader;
  const reference = source.slice(at, at + matchLengthAt(REFERENCE, source, at));
  if (reference === '') return undefined;
  reader.at += reference.length;
  const character = decodeReference(reference);
  if (character === undefined) return `&amp;${reference.slice(1)}`;
  return '<>&'.includes(character) ? reference : character;
}

function readSymbol(reader: ProseReader): string | undefined {
  const entry = SYMBOLS.find(([typed]) => reader.source.startsWith(typed, reader.at));
  if (!entry) return undefined;
  const [typed, symbol] = entry;
  reader.at += typed.length;
  return symbol;
}

function readTag(reader: ProseReader): string | undefined {
  const { source, at } = reader;
  const commentLength = commentLengthAt(source, at);
  reader.at += commentLength;
  if (commentLength > 0) return source.slice(at, reader.at);
  const tag = reader.depth < MAX_DEPTH ? startTagAt(source, at) : undefined;
  if (tag === undefined) return undefined;
  reader.at += tag.length;
  if (isEscapedInProse(tag)) return escapeText(source.slice(at, reader.at));
  if (tag.isSelfClosing) return elementHtml(tag, '');
  if (!hasRawContent(tag)) {
    reader.depth++;
    const inner = readProse(reader, tag.name);
    reader.depth--;
    return elementHtml(tag, inner);
  }
  const content = readRawContent(source, reader.at, tag);
  reader.at = content.end;
  return elementHtml(tag, content.html);
}

function readCharacter(reader: ProseReader): string {
  const character = reader.source.charAt(reader.at);
  reader.at++;
  return escapeText(character);
}

type CurlyQuotes = Readonly<Record<string, string>>;
const OPENING_QUOTES: CurlyQuotes = { '"': '“', "'": '‘' };
const CLOSING_QUOTES: CurlyQuotes = { '"': '”', "'": '’' };

/** The first pattern that matches decides how a quote, or a pair of quotes, and the character before it are written. */
const QUOTE_RULES: readonly (readonly [RegExp, (first: string, second: string) => string])[] = [
  [/(["'])(?=[_*]{1,2}[^ \t-\r])/y, (quote) => OPENING_QUOTES[quote] ?? ''],
  // Before punctuation that is not followed by a word.
  [
    /(["'])(?=(?:[!-/:-@[-^`{-~](?!\.\.)(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])|_(?!\.\.)[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]))/uy,
    (quote) => CLOSING_QUOTES[quote] ?? '',
  ],
  [/([ \t-\r]?)"'(?=\w)/y, (space) => `${space}“‘`],
  [/([ \t-\r]?)'"(?=\w)/y, (space) => `${space}‘“`],
  // Decades: the ’80s.
  [/([ \t-\r]?)'(?=\d\ds)/y, (space) => `${space}’`],
  [/([ \t-\r])(["'])(?=\w)/y, (space, quote) => `${space}${OPENING_QUOTES[quote]}`],
  [/([^ \\\t\r\n[{(-])(["'])/uy, (before, quote) => `${escapeText(before)}${CLOSING_QUOTES[quote]}`],
  [/(["'])(?=[ \t-\r]|s(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])|$)/uy, (quote) => CLOSING_QUOTES[quote] ?? ''],
  [/(.?)'/suy, (before) => `${escapeText(before)}‘`],
  [/(.?)"/suy, (before) => `${escapeText(before)}“`],
];

const SYMBOLS: readonly (readonly [typed: string, symbol: string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['\\<<', '&lt;&lt;'],
  ['\\>>', '&gt;&gt;'],
  ['<< ', '«\u00a0'],
  [' >>', '\u00a0»'],
  ['<<', '«'],
  ['>>', '»'],
];

const QUOTE = /[^\\]?["']/uy;
const REFERENCE = /&(?:[\w:][\w:.-]*|#\d+|#x[\dA-Fa-f]+);/y;
/** Matches where something other than plain text may start. */
const SPECIAL = '[^\\\\]?["\']|&|--|\\.\\.\\.|[\\\\ ]?(?:<<|>>)|<';
const INDENT = / {0,3}/y;
const REST_OF_BLANK_LINE = /[ \t]*\n/y;
