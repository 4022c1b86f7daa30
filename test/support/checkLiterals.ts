import assert from 'node:assert/strict';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { hasBrokenLiquid, withoutLiquid } from './independentLiquid.ts';
import { markdownPieces } from './markdownPieces.ts';

/** The literals of a body and the pieces that markdown-it finds must be the same, but for white space and the markers of quotes. */
export function checkLiterals(body: string): void {
  assert.deepEqual(literalsFound(body), literalsExpected(body), JSON.stringify(body));
}

/** Whether markdown-it reads the text as the specification and the site do. */
export function isReadAlike(body: string): boolean {
  if (hasBrokenLiquid(body)) return false;
  return !READ_DIFFERENTLY.some((pattern) => pattern.test(body));
}

const READ_DIFFERENTLY: readonly RegExp[] = [
  /[\ufffc\0]|\r(?!\n)/,
  /\S\n[ >\t]*\[\^/, // a footnote right below a line of a quote
  /\[\^[^\]]*\]:(?:[ \t]*(?:[-+*>]|\d+[.)])|[ \t]{2}|.*\]:)|\[\^[^\]]*\t/, // a list, spaces or a definition at the start of a footnote
  /^[ >]*(?: {4}|\t)[ \t]*>/m, // a `>` that is indented like code
  /^[ \t]*>.*\n(?:.+\n)*(?: {4}| {0,3}\t)/m, // a line like indented code below a quote
  /\]:.*\n(?:.*\n)?[ >]*(?: {4}|\t|<|\d|[-+*=]+[ \t]*(?:\n|$))/, // below a definition, what is text below a paragraph
  /^[ \t]*(?:>|[-+*]|\d+[.)]).*\]:.*\n(?![ \t]*>)./m, // a line below a definition in a quote or list
  /^ *(?:[-+*]|\d+[.)])(?: {3,}| +(?:[-+*]|\d+[.)]) ).*\n(?:.+\n)* {4}/m, // a line like indented code below a list item with more indentation
  /\]\[[^\]]*\[|\]\[\s+\]|\]\(\s*$|\]\(\s*\n\n|\\\n/m, // a label with brackets in it, a link at the end of its paragraph, an escaped line break
];

/** What the parser of entries finds. */
function literalsFound(body: string): readonly string[] {
  const text = `${START}${body}`;
  const masked = withoutLiquid(text);
  return parseEntry(text)
    .literals.filter(({ kind }) => kind !== 'liquid')
    .map(({ kind, isBlock, from, to }) => `${kind}${isBlock ? ' block' : ''} ${normalized(masked.slice(from, to))}`)
    .sort();
}

/** What precedes a body, so that it has no front matter. */
const START = 'A word.\n\n';

/** What markdown-it finds. */
function literalsExpected(body: string): readonly string[] {
  return markdownPieces(withoutLiquid(`${START}${body.replaceAll('\r\n', '\n')}`))
    .map(({ kind, isBlock, text }) => `${kind}${isBlock ? ' block' : ''} ${normalized(text)}`)
    .sort();
}

function normalized(source: string): string {
  return source.replace(/[\s>]/g, '');
}
