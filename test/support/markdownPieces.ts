import Parser, { type MarkdownIt, type StateBlock, type StateInline } from 'markdown-it';
import footnote from 'markdown-it-footnote';

// What markdown-it reads as something other than prose, for comparison with what the parser of entries finds. Nothing here knows that
// parser.

/** A part of a text that is not prose, as written there. */
export interface MarkdownPiece {
  readonly kind: 'code' | 'html' | 'comment' | 'autolink' | 'definition' | 'reference' | 'image';
  readonly isBlock: boolean;
  readonly text: string;
}

/** The parts of a text that are not prose, by markdown-it with footnotes. The text must not contain carriage returns or Liquid. */
export function markdownPieces(text: string): readonly MarkdownPiece[] {
  pieces = [];
  recorder.parse(text, {});
  return pieces;
}

/** What the recorder has found in the text that it is parsing. */
let pieces: MarkdownPiece[] = [];

/** A piece within the content of a paragraph. */
interface InlinePiece {
  readonly kind: MarkdownPiece['kind'];
  readonly from: number;
  readonly to: number;
}

/** The pieces of the paragraph that is being parsed. */
let inlinePieces: InlinePiece[] = [];
/** The offset in the paragraph of the text that is being parsed; not zero within the description of an image. */
let base = 0;
let depth = 0;

const recorder = createRecorder();

function createRecorder(): MarkdownIt {
  const md = new Parser('commonmark', { html: true, maxNesting: 100 }).use(footnote);
  md.inline.ruler.disable('footnote_inline');
  md.normalizeLink = (address) => address;
  md.validateLink = () => true;
  recordBlocks(md, 'fence', () => 'code');
  recordBlocks(md, 'code', () => 'code');
  recordBlocks(md, 'html_block', (source) => (source.startsWith('<!--') ? 'comment' : 'html'));
  recordBlocks(md, 'reference', () => 'definition');
  recordInlines(md, 'backticks', (state) => (state.tokens.at(-1)?.type === 'code_inline' ? 'code' : undefined));
  recordInlines(md, 'html_inline', (state, from) => (state.src.startsWith('<!--', from) ? 'comment' : 'html'));
  recordInlines(md, 'autolink', () => 'autolink');
  recordLinks(md);
  recordImages(md);
  recordParagraphs(md);
  return md;
}

function recordParagraphs(md: MarkdownIt): void {
  const parse = md.inline.parse.bind(md.inline);
  md.inline.parse = (content, ...rest) => {
    if (depth === 0) inlinePieces = [];
    depth++;
    parse(content, ...rest);
    depth--;
    if (depth > 0) return;
    for (const { kind, from, to } of outermost(withEnclosedText(content, inlinePieces.sort(byOffset))))
      pieces.push({ kind, isBlock: false, text: content.slice(from, to) });
  };
}

function byOffset(a: InlinePiece, b: InlinePiece): number {
  return a.from - b.from || b.to - a.to;
}

/** Removes the pieces inside other pieces. */
function outermost(sorted: readonly InlinePiece[]): InlinePiece[] {
  let end = 0;
  return sorted.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** Extends tags such as `<code>` to their end tags. */
function withEnclosedText(content: string, sorted: readonly InlinePiece[]): InlinePiece[] {
  return sorted.map((piece, index) => {
    const name = /^<(code|pre|kbd|samp|script|style|svg|math|textarea)(?=[\s>])(?![\s\S]*\/>$)/i.exec(
      piece.kind === 'html' ? content.slice(piece.from, piece.to) : '',
    )?.[1];
    if (name === undefined) return piece;
    const close = new RegExp(`^</${name}\\s*>$`, 'i');
    const end = sorted.slice(index + 1).find(({ from, to }) => close.test(content.slice(from, to)));
    return { ...piece, to: end?.to ?? content.length };
  });
}

function recordBlocks(md: MarkdownIt, name: string, kindOf: (source: string) => MarkdownPiece['kind']): void {
  const { fn, alt } = ruleOf(md.block.ruler, name);
  const record = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    const isBlock = fn(state, startLine, endLine, silent);
    if (!isBlock || silent) return isBlock;
    const source = state.src.slice(from, state.eMarks[state.line - 1]);
    pieces.push({ kind: kindOf(source), isBlock: true, text: source });
    return isBlock;
  };
  md.block.ruler.at(name, record, { alt });
}

function recordInlines(
  md: MarkdownIt,
  name: string,
  kindOf: (state: StateInline, from: number) => MarkdownPiece['kind'] | undefined,
): void {
  const { fn } = ruleOf(md.inline.ruler, name);
  md.inline.ruler.at(name, (state, silent) => {
    const from = state.pos;
    const count = state.tokens.length;
    const isPiece = fn(state, silent);
    const kind = isPiece && !silent && state.tokens.length > count ? kindOf(state, from) : undefined;
    if (kind !== undefined) inlinePieces.push({ kind, from: base + from, to: base + state.pos });
    return isPiece;
  });
}

/** A link with a destination of its own is prose but for that destination; one with a label is a reference. */
function recordLinks(md: MarkdownIt): void {
  const { fn } = ruleOf(md.inline.ruler, 'link');
  md.inline.ruler.at('link', (state, silent) => {
    const from = state.pos;
    const isLink = fn(state, silent);
    if (isLink && !silent && isReference(state, from))
      inlinePieces.push({ kind: 'reference', from: base + from, to: base + state.pos });
    return isLink;
  });
}

function recordImages(md: MarkdownIt): void {
  const { fn } = ruleOf(md.inline.ruler, 'image');
  md.inline.ruler.at('image', (state, silent) => {
    const from = state.pos;
    const labelEnd = state.src.charAt(from + 1) === '[' ? md.helpers.parseLinkLabel(state, from + 1, false) : -1;
    base += from + 2;
    const isImage = fn(state, silent);
    base -= from + 2;
    if (!isImage || silent) return isImage;
    if (isReference(state, from + 1))
      inlinePieces.push({ kind: 'reference', from: base + from + 1, to: base + state.pos });
    else inlinePieces.push({ kind: 'image', from: base + labelEnd + 1, to: base + state.pos });
    return isImage;
  });
}

/** Whether the link or image that was just read, and whose bracket opens at the offset, has no destination of its own. */
function isReference(state: StateInline, from: number): boolean {
  const end = state.pos;
  const position = state.pos;
  state.pos = from;
  const labelEnd = state.md.helpers.parseLinkLabel(state, from, false);
  state.pos = position;
  return state.src.charAt(labelEnd + 1) !== '(' || end === labelEnd + 1;
}

interface NamedRule<F> {
  readonly fn: F;
  readonly alt: string[];
}

function ruleOf<F>(
  ruler: { readonly __rules__: readonly { readonly name: string; readonly fn: F; readonly alt: string[] }[] },
  name: string,
): NamedRule<F> {
  const rule = ruler.__rules__.find((each) => each.name === name);
  if (!rule) throw new Error(`markdown-it has no rule ${name}`);
  return rule;
}
