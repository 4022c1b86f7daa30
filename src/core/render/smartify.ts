import { lengthOfMatch } from './commonmark/characters.ts';
import { decodeReference } from './commonmark/escape.ts';
import {
  commentLength,
  DEPTH_LIMIT,
  element,
  escapeText,
  isOutOfPlace,
  isRaw,
  openTag,
  rawContent,
  startsBlock,
} from './smartTags.ts';

/**
 * The site's `smartify` filter, which `description` and `todayInOneSentence` pass: kramdown's SmartyPants, whose rules
 * are not the body's. A quote is judged by its neighbours alone, `<<` and `>>` become guillemets, and a comment or an
 * element with no prose before it gets a line of its own.
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
      html += `${smartProse(prose)}${block.html}\n`;
      prose = '';
    }
    at = end;
  }
  return (html + smartProse(prose)).replace(/\n$/, '');
}

/** The comment or element that starts a line, or follows another on it. */
function readBlock(source: string, at: number): { html: string; end: number } | undefined {
  const comment = commentLength(source, at);
  if (comment > 0) return { html: source.slice(at, at + comment), end: skipBlank(source, at + comment) };
  const start = at + lengthOfMatch(INDENT, source, at);
  const tag = openTag(source, start);
  if (tag === undefined || !startsBlock(tag)) return undefined;
  const inside = start + tag.length;
  if (tag.isClosed) return { html: `${tag.markup} />`, end: inside };
  const content = rawContent(source, inside, tag);
  return { html: element(tag, content.html), end: skipBlank(source, content.end) };
}

function skipBlank(source: string, at: number): number {
  return at + lengthOfMatch(BLANK, source, at);
}

interface Reader {
  readonly source: string;
  at: number;
  /** How many elements are open. */
  depth: number;
}

function smartProse(source: string): string {
  return readProse({ source, at: 0, depth: 0 }, undefined);
}

/** Reads to the end tag of that name, or to the end of all. */
function readProse(reader: Reader, name: string | undefined): string {
  const { source } = reader;
  const close = new RegExp(`</${name ?? ''}\\s*>`, 'iy');
  const next = new RegExp(name === undefined ? NEXT : `${close.source}|${NEXT}`, 'giu');
  let html = '';
  while (reader.at < source.length) {
    next.lastIndex = reader.at;
    const start = next.exec(source)?.index ?? source.length;
    html += escapeText(source.slice(reader.at, start));
    reader.at = start;
    const closing = name === undefined ? 0 : lengthOfMatch(close, source, start);
    if (closing > 0) {
      reader.at += closing;
      return html;
    }
    if (start < source.length) html += readSpecial(reader);
  }
  return html;
}

function readSpecial(reader: Reader): string {
  return readQuotes(reader) ?? readReference(reader) ?? readSymbol(reader) ?? readTag(reader) ?? readCharacter(reader);
}

function readQuotes(reader: Reader): string | undefined {
  if (lengthOfMatch(QUOTE, reader.source, reader.at) === 0) return undefined;
  for (const [pattern, write] of QUOTE_RULES) {
    pattern.lastIndex = reader.at;
    const match = pattern.exec(reader.source);
    if (match === null) continue;
    reader.at += match[0].length;
    return write(match[1] ?? '', match[2] ?? '');
  }
  return undefined;
}

function readReference(reader: Reader): string | undefined {
  const { source, at } = reader;
  const reference = source.slice(at, at + lengthOfMatch(REFERENCE, source, at));
  if (reference === '') return undefined;
  reader.at += reference.length;
  const character = decodeReference(reference);
  if (character === undefined) return `&amp;${reference.slice(1)}`;
  return '<>&'.includes(character) ? reference : character;
}

function readSymbol(reader: Reader): string | undefined {
  const found = SYMBOLS.find(([written]) => reader.source.startsWith(written, reader.at));
  reader.at += found?.[0].length ?? 0;
  return found?.[1];
}

function readTag(reader: Reader): string | undefined {
  const { source, at } = reader;
  const comment = commentLength(source, at);
  reader.at += comment;
  if (comment > 0) return source.slice(at, reader.at);
  const tag = reader.depth < DEPTH_LIMIT ? openTag(source, at) : undefined;
  if (tag === undefined) return undefined;
  reader.at += tag.length;
  if (isOutOfPlace(tag)) return escapeText(source.slice(at, reader.at));
  if (tag.isClosed) return element(tag, '');
  if (!isRaw(tag)) {
    reader.depth++;
    const inner = readProse(reader, tag.name);
    reader.depth--;
    return element(tag, inner);
  }
  const content = rawContent(source, reader.at, tag);
  reader.at = content.end;
  return element(tag, content.html);
}

function readCharacter(reader: Reader): string {
  const character = reader.source.charAt(reader.at);
  reader.at++;
  return escapeText(character);
}

type Curl = Readonly<Record<string, string>>;
const LEFT: Curl = { '"': '“', "'": '‘' };
const RIGHT: Curl = { '"': '”', "'": '’' };

/** The first rule that matches says what the quote, or the pair of quotes, and the character before it become. */
const QUOTE_RULES: readonly (readonly [RegExp, (first: string, second: string) => string])[] = [
  [/(["'])(?=[_*]{1,2}[^ \t-\r])/y, (quote) => LEFT[quote] ?? ''],
  // Before punctuation that no word follows.
  [
    /(["'])(?=(?:[!-/:-@[-^`{-~](?!\.\.)(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])|_(?!\.\.)[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]))/uy,
    (quote) => RIGHT[quote] ?? '',
  ],
  [/([ \t-\r]?)"'(?=\w)/y, (space) => `${space}“‘`],
  [/([ \t-\r]?)'"(?=\w)/y, (space) => `${space}‘“`],
  // The ’80s.
  [/([ \t-\r]?)'(?=\d\ds)/y, (space) => `${space}’`],
  [/([ \t-\r])(["'])(?=\w)/y, (space, quote) => `${space}${LEFT[quote]}`],
  [/([^ \\\t\r\n[{(-])(["'])/uy, (before, quote) => `${escapeText(before)}${RIGHT[quote]}`],
  [/(["'])(?=[ \t-\r]|s(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])|$)/uy, (quote) => RIGHT[quote] ?? ''],
  [/(.?)'/suy, (before) => `${escapeText(before)}‘`],
  [/(.?)"/suy, (before) => `${escapeText(before)}“`],
];

const SYMBOLS: readonly (readonly [written: string, symbol: string])[] = [
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
/** Where something other than plain text may start. */
const NEXT = '[^\\\\]?["\']|&|--|\\.\\.\\.|[\\\\ ]?(?:<<|>>)|<';
const INDENT = / {0,3}/y;
const BLANK = /[ \t]*\n/y;
