import type { Block, Entry, Key } from '../../entry/entry.ts';
import { parseEntry } from '../../entry/parse.ts';
import { endOfLine, lineBreakOf, startOfLine } from '../../text/lineBounds.ts';
import { applyEdits, type Edit, type Span, touches } from '../../text/text.ts';
import { isCitationPlace } from '../citations/citationPlaces.ts';
import { escapeLinkAddress, escapeLinkName } from '../citations/formatCitations.ts';
import { keepsLiterals } from '../literalPlaces.ts';
import type { ImagePlace } from './imagePlace.ts';

/** An image to insert. */
interface ImageToInsert {
  /** The name of its file in the folder of the place, or an address of its own that starts with a slash. */
  readonly name: string;
  /** The alternative text; if empty, a TK stands for it. */
  readonly alternativeText: string;
}

/** The edit that inserts images, and what to select in its text: a TK that the writer replaces, or else nothing at the end. */
interface ImageEdit extends Edit {
  readonly selection: Span;
}

/** Whether images inserted at the offset become the value of a key. */
export function isInFrontMatter({ frontMatter, body }: Entry, offset: number): boolean {
  return frontMatter !== undefined && offset < body.from;
}

/** The words that a selection suggests as alternative text. */
export function selectedWords({ text }: Entry, { from, to }: Span): string {
  const words = text.slice(from, to).trim();
  return words.length > MAX_ALTERNATIVE_CHARS || /[\r\n]/.test(words) ? '' : words;
}

const MAX_ALTERNATIVE_CHARS = 250;

/**
 * Inserts images over a selection (empty: at the caret). At a key of the front matter that has no value or an image, one image becomes its
 * value. In a paragraph, images are inserted where the caret is; on a blank line or at an item, they become paragraphs of their own. Returns
 * undefined where no image can be: in code, HTML, a link, at another key.
 */
export function insertImages(
  entry: Entry,
  selection: Span,
  images: readonly ImageToInsert[],
  place: ImagePlace,
): ImageEdit | undefined {
  if (isInFrontMatter(entry, selection.from)) return setKey(entry, selection, images, place);
  if (!isCitationPlace(entry, selection.from) || !isCitationPlace(entry, selection.to)) return undefined;
  const markdown = images.map((image) => toMarkdown(image, place));
  const edit = insertInBody(entry, selection, markdown);
  if (!edit) return undefined;
  return keepsOtherLiterals(entry, edit, images.length) ? { ...edit, selection: selectionIn(edit.text) } : undefined;
}

function toMarkdown({ name, alternativeText }: ImageToInsert, { bodyPrefix }: ImagePlace): string {
  const words = alternativeText.replace(/\s+/g, ' ').trim();
  const address = name.startsWith('/') ? name : bodyPrefix + name;
  const escaped = address.startsWith('{{') ? address : escapeLinkAddress(address);
  return `![${words === '' ? MISSING_TEXT : escapeLinkName(words)}](${escaped})`;
}

/** Counts as something still to be written. */
const MISSING_TEXT = 'TK';

/** The first missing alternative text, or the end. */
function selectionIn(text: string): Span {
  const at = text.indexOf(`![${MISSING_TEXT}](`);
  return at < 0
    ? { from: text.trimEnd().length, to: text.trimEnd().length }
    : { from: at + 2, to: at + 2 + MISSING_TEXT.length };
}

function insertInBody(entry: Entry, selection: Span, markdown: readonly string[]): Edit | undefined {
  const { text, blocks } = entry;
  const block = blocks.find(({ from, to }) => from <= selection.to && selection.from <= endOfLine(text, to));
  if (!block) return asParagraphs(text, selection, markdown, '');
  const isProse = INLINE_KINDS.has(block.kind) && !isInLinkOrGroup(block, selection);
  const isInside = block.content.from < selection.from && selection.to < block.content.to;
  if (selection.from < selection.to) {
    return isProse && block.content.from <= selection.from && selection.to <= block.content.to
      ? { ...selection, text: markdown.join(' ') }
      : undefined;
  }
  if (isProse && isInside) return { ...selection, text: markdown.join(' ') };
  const isBefore = selection.from <= block.from;
  const at = isBefore ? startOfLine(text, block.from) : endOfLine(text, block.to);
  return asParagraphs(text, { from: at, to: at }, markdown, isBefore ? '' : indentBelow(block));
}

/** The kinds of blocks in which an image may be among the words. In an item, it would separate the words from their sources. */
const INLINE_KINDS: ReadonlySet<Block['kind']> = new Set(['paragraph', 'note', 'signoff', 'quote', 'footnote']);

function isInLinkOrGroup({ links, citationGroups }: Block, selection: Span): boolean {
  return [...links, ...citationGroups].some((span) => span.from < selection.to && selection.from < span.to);
}

/** The indentation of a paragraph that belongs to a list item. */
function indentBelow({ kind, indent, marker }: Block): string {
  if ((kind !== 'bullet' && kind !== 'ordered') || !marker) return '';
  return ' '.repeat(indent + marker.to - marker.from + 1);
}

/** Each image as a paragraph, with blank lines around it. */
function asParagraphs(text: string, { from, to }: Span, markdown: readonly string[], indent: string): Edit {
  const lineBreak = lineBreakOf(text);
  const before = text.slice(0, from).replace(/[ \t]+$/, '');
  const after = text.slice(to);
  const breaksBefore = before === '' ? 2 : (/(?:\r?\n)*$/.exec(before)?.[0].match(/\n/g)?.length ?? 0);
  const breaksAfter =
    after.trim() === '' ? 2 : (/^[ \t]*((?:\r?\n[ \t]*)*)/.exec(after)?.[1]?.match(/\n/g)?.length ?? 0);
  const lines = markdown.map((image) => indent + image).join(lineBreak.repeat(2));
  return {
    from: before.length,
    to,
    text: lineBreak.repeat(Math.max(0, 2 - breaksBefore)) + lines + lineBreak.repeat(Math.max(0, 2 - breaksAfter)),
  };
}

/** Whether the images are all that is not prose in the inserted text, and nothing else has changed. */
function keepsOtherLiterals(entry: Entry, edit: Edit, count: number): boolean {
  const after = parseEntry(applyEdits(entry.text, [edit]));
  const inserted = { from: edit.from, to: edit.from + edit.text.length };
  const isInserted = ({ from, to }: Span) => inserted.from <= from && to <= inserted.to;
  const images = after.literals.filter(({ kind, from, to }) => kind === 'image' && isInserted({ from, to }));
  const others = after.literals.filter((literal) => !isInserted(literal));
  return images.length === count && keepsLiterals(entry, { ...after, literals: others }, edit);
}

/** Sets the key on whose line the caret is to the address of the image. */
function setKey(
  entry: Entry,
  { from }: Span,
  images: readonly ImageToInsert[],
  { frontMatterPrefix, quote }: ImagePlace,
): ImageEdit | undefined {
  const [image, ...moreImages] = images;
  const { text, frontMatter } = entry;
  if (!image || moreImages.length > 0 || !frontMatter?.close || frontMatter.language) return undefined;
  const key = frontMatter.keys.find((candidate) => touches(candidate, { from, to: from }));
  const span = key && valueAt(text, key, from);
  if (!span) return undefined;
  const address = image.name.startsWith('/') ? image.name : frontMatterPrefix + image.name;
  const written = quote === "'" ? address.replaceAll("'", "''") : address.replace(/["\\]/g, '\\$&');
  const mark = quote === '' && /[^\w./-]/.test(address) ? '"' : quote;
  const value = `${text[span.from - 1] === ':' ? ' ' : ''}${mark}${written}${mark}`;
  const gapAfter = text[span.to] === '#' ? ' ' : '';
  return { ...span, text: value + gapAfter, selection: { from: value.length, to: value.length } };
}

/** The value on the line of the offset, from the colon on if it is empty, unless there is anything but an image. */
function valueAt(text: string, key: Key, offset: number): Span | undefined {
  const start = startOfLine(text, offset);
  const line = text.slice(start, endOfLine(text, offset));
  const [, head = '', rest = ''] = /^(\s*(?:- +)?[\w-]+:[ \t]*)(.*)$/.exec(line) ?? [];
  if (head === '') return undefined;
  const value = QUOTED.exec(rest)?.[0] ?? rest.replace(/(?:^|\s+)#.*$/, '').trimEnd();
  const from = start + head.length;
  if (value === '') {
    const isOnLinesBelow = key.nameSpan.from >= start && key.value.to > endOfLine(text, offset);
    return isOnLinesBelow ? undefined : { from: start + head.trimEnd().length, to: from };
  }
  const isImage = /^\s*(?:- +)?image\s*:/.test(head) || IMAGE_PATH.test(value);
  const isScalar = !/^[[{|>&*!]/.test(value);
  return isImage && isScalar ? { from, to: from + value.length } : undefined;
}

const QUOTED = /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')/;

const IMAGE_PATH = /\.(?:jpe?g|png|gif|webp|avif|svg)["']?$/i;
