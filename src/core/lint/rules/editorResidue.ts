import type { Block, Entry } from '../../entry/entry.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Edit } from '../../text/text.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';

export const editorResidue: Rule = {
  id: 'editor-residue',
  summary: 'No escapes or markup are left over from an editor.',
  why: 'A rich-text editor escapes characters that look like Markdown, and wraps pasted text in tags. The page then shows asterisks, brackets or tags.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left on ⟦\\*\\*Monday\\*\\*⟧. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left on **Monday**. ([Herald](https://herald.example/a))',
  reaches: ['html', 'liquid', 'line'],
  check(entry) {
    const findings: Finding[] = [];
    const { text, source, body, blocks } = entry;
    const hasEscapes = text.indexOf('\\') >= 0 && RESIDUE.test(text);
    const hasTags = source.indexOf('<span', body.from) >= 0 || source.indexOf('</span', body.from) >= 0;
    if (!hasEscapes && !hasTags) return findings;
    for (const block of blocks) {
      if (block.kind === 'code') continue;
      if (hasEscapes) addFindings(findings, escapesIn(entry, block));
      if (hasTags) addFindings(findings, tagsIn(source, block));
    }
    return findings;
  },
};

/** Escaped asterisks or tildes, or an escaped footnote, link or Liquid tag. Writers escape single brackets on purpose. */
const RESIDUE = /\\(?:\*\\\*|~\\~|\[[%^]|\]\(http|%)|%\\\]/;

function* escapesIn(entry: Entry, block: Block): Generator<Finding> {
  const source = entry.text.slice(block.from, block.to);
  if (!RESIDUE.test(source)) return;
  const masked = maskAddresses(entry.text, block);
  yield* escapedMarkers(masked, block.from, ASTERISKS);
  yield* escapedMarkers(masked, block.from, TILDES);
  yield* escapedFootnotes(entry, source, block.from);
  yield* escapedLinks(source, block.from);
  yield* escapedTags(source, block.from);
}

/** The block's text with its addresses masked, since escapes are allowed there. */
function maskAddresses(text: string, { from, to, links }: Block): string {
  let masked = '';
  let at = from;
  for (const { address } of links) {
    if (address.from < at) continue;
    masked += text.slice(at, address.from) + '-'.repeat(address.to - address.from);
    at = address.to;
  }
  return masked + text.slice(at, to);
}

/** The escaped markers of bold or strikethrough text. The pattern includes the white space around a marker. */
interface EscapedMarker {
  readonly pattern: RegExp;
  readonly marker: string;
  readonly message: string;
  readonly title: string;
}

const ASTERISKS: EscapedMarker = {
  pattern: /(?<!\\\*)(\s{0,9})(\\\*\\\*)(?!\\?\*)(\s{0,9})/g,
  marker: '**',
  message: 'Escaped asterisks: the page will show them instead of bold text.',
  title: 'Make it bold',
};

const TILDES: EscapedMarker = {
  pattern: /(?<!\\~)(\s{0,9})(\\~\\~)(?!\\?~)(\s{0,9})/g,
  marker: '~~',
  message: 'Escaped tildes: the page will show them instead of strikethrough text.',
  title: 'Make it strikethrough',
};

/** `\*\*words\*\*`, even with spaces on the wrong side of the markers. Asterisks inside a word replace letters of a swear word. */
function* escapedMarkers(
  source: string,
  offset: number,
  { pattern, marker, message, title }: EscapedMarker,
): Generator<Finding> {
  const markers = [...source.matchAll(pattern)]
    .map(({ index, 0: whole, 1: spaceBefore = '', 3: spaceAfter = '' }) => ({
      from: offset + index,
      to: offset + index + whole.length,
      start: offset + index + spaceBefore.length,
      end: offset + index + whole.length - spaceAfter.length,
    }))
    .filter(({ start, end }) => !isInsideWord(source, start - offset, end - offset));
  for (let at = 0; at < markers.length; at += 2) {
    const [open, close] = markers.slice(at, at + 2);
    if (!open || !close) break;
    const isSpaced = close.to > close.end || close.start > close.from;
    yield {
      from: open.start,
      to: close.end,
      message,
      fix: {
        title,
        edits: [
          { from: open.start, to: open.to, text: marker },
          {
            from: close.from,
            to: close.to,
            text: `${marker}${isSpaced && close.to < offset + source.length ? ' ' : ''}`,
          },
        ],
      },
    };
  }
}

/** Asterisks between letters or digits, as in `f\*\*k` and the power `2\*\*40`. */
function isInsideWord(source: string, from: number, to: number): boolean {
  return from > 0 && to < source.length && isInWord(source.charCodeAt(from - 1)) && isInWord(source.charCodeAt(to));
}

function isInWord(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** `\[^1\]` and its definition `\[^1\]: …`. Without a definition it would not become a footnote, so there is no fix. */
function* escapedFootnotes({ text }: Entry, source: string, offset: number): Generator<Finding> {
  for (const { index, 0: reference, 1: label } of source.matchAll(/\\\[\^([^\s\\\]]+)\\\]/g)) {
    const { fix, ...finding } = escapedBrackets(
      'footnote',
      'Make it a footnote',
      offset + index,
      reference,
      `[^${label}]`,
    );
    const isDefined = text.includes(`[^${label}\\]:`) || text.includes(`[^${label}]:`);
    yield isDefined && fix ? { ...finding, fix } : finding;
  }
}

/** `\[words\](https://…)` */
function* escapedLinks(source: string, offset: number): Generator<Finding> {
  for (const { index, 0: link, 1: name } of source.matchAll(/\\\[([^[\]\\]+)\\\](?=\(http)/g)) {
    yield escapedBrackets('link', 'Make it a link', offset + index, link, `[${name}]`);
  }
}

/** `\[% twitter … %\]`, on one line or two, or only its end. */
function* escapedTags(source: string, offset: number): Generator<Finding> {
  for (const { index, 0: tag } of source.matchAll(/\\\[%(?:[^%[\]{}]*?\\?%\\\])?|\\?%\\\]/g)) {
    const unescaped = tag.replace('\\[%', '{%').replace(/\\?%\\\]$/, '%}');
    yield escapedBrackets('Liquid tag', 'Make it a tag', offset + index, tag, unescaped);
  }
}

function escapedBrackets(noun: string, title: string, from: number, source: string, unescaped: string): Finding {
  const to = from + source.length;
  const message = `Escaped brackets: the page will show them instead of a ${noun}.`;
  return { from, to, message, fix: { title, edits: [{ from, to, text: unescaped }] } };
}

/** All tags of a block that were pasted are one fault. Tags that a writer may have typed are left alone. */
function* tagsIn(text: string, { kind, from, to }: Block): Generator<Finding> {
  if (kind === 'html') return;
  const source = text.slice(from, to);
  const spans = [...source.matchAll(/<\/?span\b[^<>]*>/g)];
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last || !spans.every(([tag]) => PASTED_TAG.test(tag)) || spans.some(([tag]) => TYPED_TAG.test(tag)))
    return;
  const edits: Edit[] = spans.map(({ index, 0: tag }) => ({
    from: from + index,
    to: from + index + tag.length,
    text: '',
  }));
  for (const { index } of source.matchAll(/&nbsp;/g)) {
    edits.push({ from: from + index, to: from + index + 6, text: ' ' });
  }
  yield {
    from: from + first.index,
    to: from + last.index + last[0].length,
    message: 'Leftover tags from pasted text.',
    ...(!leavesBlankLine(source) && { fix: { title: 'Remove the tags', edits } }),
  };
}

/** Whether nothing else is in a line inside the block: without its tags it would be blank, and what is below another block. */
function leavesBlankLine(source: string): boolean {
  return (
    source.includes('\n') &&
    source
      .trim()
      .split('\n')
      .some((line) => /^(?:<\/?span\b[^<>]*>|&nbsp;|\s)*$/.test(line))
  );
}

/** A color by its name, as nobody but a writer has it: `<span style="color: red">`. */
const TYPED_TAG = /^<span style="\s*color:\s*(?!inherit|initial|unset|transparent|window)[a-z]{3,}\s*;?\s*">$/i;

/** `<span>`, `</span>`, and with the attributes that editors add to copied text: fonts, colors, `data-…`, classes such as `s1`. */
const PASTED_TAG =
  /^<(?:\/span|span(?:\s+(?:style="(?:\s*(?:font|color|background|text|letter|word|white-space|line-height|orphans|widows|caret|-webkit|display: ?inline)[\w-]*\s*:[^";]*;?)*\s*"|data-[\w-]+(?:="[^"]*")?|class="(?:s\d+|Apple-[\w-]+)"|lang="[\w-]*"|dir="\w*"))*)\s*>$/i;
