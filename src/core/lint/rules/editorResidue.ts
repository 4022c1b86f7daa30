import type { Block, Entry } from '../../entry/entry.ts';
import { isLetter } from '../../text/characters.ts';
import type { Edit } from '../../text/text.ts';
import { addAll, type Finding, type Rule } from '../rule.ts';

export const editorResidue: Rule = {
  id: 'editor-residue',
  summary: 'No escape or markup is left that an editor put there.',
  why: 'A rich-text editor escapes what it takes for typed signs and wraps what was pasted. The page then shows asterisks, brackets or odd letters.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left on ⟦\\*\\*Monday\\*\\*⟧. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left on **Monday**. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    const { text, body, blocks } = entry;
    const hasEscapes = text.indexOf('\\') >= 0 && RESIDUE.test(text);
    const hasTags = text.indexOf('<span', body.from) >= 0 || text.indexOf('</span', body.from) >= 0;
    if (!hasEscapes && !hasTags) return findings;
    for (const block of blocks) {
      if (block.kind === 'code') continue;
      if (hasEscapes) addAll(findings, escapesIn(entry, block));
      if (hasTags) addAll(findings, tagsIn(text, block));
    }
    return findings;
  },
};

/** Escaped asterisks or tildes, a footnote, a link or a Liquid tag; single escaped brackets are the writer's own. */
const RESIDUE = /\\(?:\*\\\*|~\\~|\[[%^]|\]\(http|%)|%\\\]/;

function* escapesIn(entry: Entry, block: Block): Generator<Finding> {
  const source = entry.text.slice(block.from, block.to);
  if (!RESIDUE.test(source)) return;
  const shown = withoutAddresses(entry.text, block);
  yield* runs(shown, block.from, ASTERISKS);
  yield* runs(shown, block.from, TILDES);
  yield* notes(entry, source, block.from);
  yield* links(source, block.from);
  yield* tags(source, block.from);
}

/** The block's text with its addresses covered, where escapes are allowed. */
function withoutAddresses(text: string, { from, to, links }: Block): string {
  let shown = '';
  let at = from;
  for (const { address } of links) {
    if (address.from < at) continue;
    shown += text.slice(at, address.from) + '-'.repeat(address.to - address.from);
    at = address.to;
  }
  return shown + text.slice(at, to);
}

/** What stands for bold or struck text, escaped, with the white space around it. */
interface Escaped {
  readonly pattern: RegExp;
  readonly sign: string;
  readonly message: string;
  readonly title: string;
}

const ASTERISKS: Escaped = {
  pattern: /(?<!\\\*)(\s{0,9})(\\\*\\\*)(?!\\?\*)(\s{0,9})/g,
  sign: '**',
  message: 'The asterisks of this bold are escaped.',
  title: 'Make it bold',
};

const TILDES: Escaped = {
  pattern: /(?<!\\~)(\s{0,9})(\\~\\~)(?!\\?~)(\s{0,9})/g,
  sign: '~~',
  message: 'The tildes of this struck text are escaped.',
  title: 'Make it struck text',
};

/** `\*\*words\*\*`, whose spaces may stand on the wrong side; the letters of a word that nobody prints stay hidden. */
function* runs(source: string, offset: number, { pattern, sign, message, title }: Escaped): Generator<Finding> {
  const markers = [...source.matchAll(pattern)]
    .map(({ index, 0: whole, 1: before = '', 3: behind = '' }) => ({
      from: offset + index,
      to: offset + index + whole.length,
      start: offset + index + before.length,
      end: offset + index + whole.length - behind.length,
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
          { from: open.start, to: open.to, text: sign },
          {
            from: close.from,
            to: close.to,
            text: `${sign}${isSpaced && close.to < offset + source.length ? ' ' : ''}`,
          },
        ],
      },
    };
  }
}

function isInsideWord(source: string, from: number, to: number): boolean {
  return from > 0 && to < source.length && isLetter(source.charCodeAt(from - 1)) && isLetter(source.charCodeAt(to));
}

/** `\[^1\]`, and `\[^1\]:` where it is explained; only what is becomes a footnote. */
function* notes({ text }: Entry, source: string, offset: number): Generator<Finding> {
  for (const { index, 0: note, 1: label } of source.matchAll(/\\\[\^([^\s\\\]]+)\\\]/g)) {
    const { fix, ...finding } = escaped('footnote', 'Make it a footnote', offset + index, note, `[^${label}]`);
    const isExplained = text.includes(`[^${label}\\]:`) || text.includes(`[^${label}]:`);
    yield isExplained && fix ? { ...finding, fix } : finding;
  }
}

/** `\[words\](https://…)` */
function* links(source: string, offset: number): Generator<Finding> {
  for (const { index, 0: link, 1: name } of source.matchAll(/\\\[([^[\]\\]+)\\\](?=\(http)/g)) {
    yield escaped('link', 'Make it a link', offset + index, link, `[${name}]`);
  }
}

/** `\[% twitter … %\]`, on one line or two, or what is left of it. */
function* tags(source: string, offset: number): Generator<Finding> {
  for (const { index, 0: tag } of source.matchAll(/\\\[%(?:[^%[\]{}]*?\\?%\\\])?|\\?%\\\]/g)) {
    const right = tag.replace('\\[%', '{%').replace(/\\?%\\\]$/, '%}');
    yield escaped('Liquid tag', 'Make it a tag', offset + index, tag, right);
  }
}

function escaped(what: string, title: string, from: number, written: string, right: string): Finding {
  const to = from + written.length;
  const message = `The brackets of this ${what} are escaped.`;
  return { from, to, message, fix: { title, edits: [{ from, to, text: right }] } };
}

/** All that a paste left in one block is one fault. */
function* tagsIn(text: string, { from, to }: Block): Generator<Finding> {
  const source = text.slice(from, to);
  const spans = [...source.matchAll(/<\/?span\b[^<>]*>/g)];
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last || spans.some(([tag]) => /\s(?:class|id)=/.test(tag))) return;
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
    message: 'Tags that came along with pasted text stand here.',
    fix: { title: 'Remove the tags', edits },
  };
}
