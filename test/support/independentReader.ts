import { load } from 'js-yaml';
import Parser, { type MarkdownIt, type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { liquidIn, withoutLiquid } from './independentLiquid.ts';

// Reads a document with markdown-it and js-yaml only, so that what our own parser and rules do to it can be judged from outside.

/** A paragraph, heading, piece of code or HTML, or divider: its lines, from the start of the first one. */
export interface LeafBlock {
  /** The kind of the block after those of the lists, quotes and footnotes around it: `bullet_list/list_item/paragraph`. */
  readonly path: string;
  /** Offsets in the document; valid only if it has no carriage returns. */
  readonly from: number;
  readonly to: number;
  /** Its text without the markers of lists and quotes. */
  readonly text: string;
}

/** A date of the front matter. */
export interface Moment {
  /** The date and time as written, as if in UTC. */
  readonly wall: string;
  /** In UTC; undefined if no offset is written. */
  readonly instant: string | undefined;
}

/** What a document holds besides the signs of its prose. */
export interface DocumentFacts {
  /** The contents of code spans, fences and indented code. */
  readonly code: readonly string[];
  /** Tags, HTML blocks and comments. */
  readonly html: readonly string[];
  readonly liquid: readonly string[];
  /** The addresses of links, images, autolinks and definitions, and those in the text. */
  readonly addresses: readonly string[];
  /** The titles of links, images and definitions. */
  readonly linkTitles: readonly string[];
  /** The words of the prose in order, of links and images as well. */
  readonly words: readonly string[];
  readonly blocks: readonly LeafBlock[];
  /** What YAML reads for each key of the front matter, as JSON; only valid values that are not null. */
  readonly values: ReadonlyMap<string, string>;
  /** Undefined if there is no date that can be read. */
  readonly moment: Moment | undefined;
}

/** Reads a document; if need be, as if it had no front matter. */
export function readDocument(source: string, withFrontMatter = true): DocumentFacts {
  const text = source.replace(/\r\n?/g, '\n');
  const frontMatter = withFrontMatter ? FRONT_MATTER.exec(text) : null;
  const head = frontMatter?.[0] ?? '';
  const values = readValues(frontMatter?.[1] ?? '');
  const body = text.slice(head.length);
  return {
    ...readBody(body, head.length),
    liquid: liquidIn(body),
    values: new Map(
      [...values].flatMap(([key, value]) => (value === null ? [] : [[key, JSON.stringify(value) ?? 'undefined']])),
    ),
    moment: momentOf(frontMatter?.[1] ?? ''),
  };
}

/** Whether the document starts with front matter that ends. */
export function hasFrontMatter(source: string): boolean {
  return FRONT_MATTER.test(source.replace(/\r\n?/g, '\n'));
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/;

/** The values of the keys at the start of a line. If the whole is not valid YAML, each key is read by itself. */
function readValues(yaml: string): ReadonlyMap<string, unknown> {
  const whole = tryLoad(yaml);
  if (whole !== undefined) return new Map(Object.entries(whole));
  return new Map(yaml.split(/^(?=[\w-]+[ \t]*:)/m).flatMap((part) => Object.entries(tryLoad(part) ?? {})));
}

function tryLoad(yaml: string): object | undefined {
  try {
    const value = load(yaml);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the last `date:` line. An offset may be written `-0800`, `-08:00` or `Z`. */
function momentOf(yaml: string): Moment | undefined {
  const match = [...yaml.matchAll(DATE_LINE)].at(-1);
  if (!match) return undefined;
  const [, date = '', time = '00:00', seconds = ':00', sign = '', hours = '', minutes = ''] = match;
  const wall = new Date(`${date}T${time.padStart(5, '0')}${seconds}Z`);
  if (Number.isNaN(wall.getTime())) return undefined;
  if (sign === '') return { wall: wall.toISOString(), instant: undefined };
  const offset = sign.toUpperCase() === 'Z' ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return { wall: wall.toISOString(), instant: new Date(wall.getTime() - offset * 60_000).toISOString() };
}

const DATE_LINE =
  /^date[ \t]*:[ \t]*["']?(\d{4}-\d\d-\d\d)(?:[Tt \t]+(\d{1,2}:\d\d)(:\d\d)?(?:\.\d+)?(?:[ \t]*([Zz]|[-+](?=\d\d))(?:(\d\d):?(\d\d)?)?)?)?[ \t]*["']?[ \t]*(?:#.*)?$/gm;

interface BodyFacts {
  readonly code: string[];
  readonly html: string[];
  readonly addresses: string[];
  readonly linkTitles: string[];
  readonly words: string[];
  readonly blocks: LeafBlock[];
}

const parser = createParser();

function createParser(): MarkdownIt {
  const md = new Parser('commonmark', { html: true, maxNesting: 100 }).use(footnote);
  md.inline.ruler.disable('footnote_inline');
  md.core.ruler.disable('footnote_tail'); // keeps footnotes where they are
  md.normalizeLink = (address) => address;
  md.validateLink = () => true;
  return md;
}

function readBody(body: string, start: number): BodyFacts {
  const facts: BodyFacts = { code: [], html: [], addresses: [], linkTitles: [], words: [], blocks: [] };
  const env: { references?: Readonly<Record<string, { readonly href: string; readonly title: string }>> } = {};
  const containers: string[] = [];
  const text = withoutLiquid(body);
  const lines = lineStarts(text);
  for (const token of parser.parse(text, env)) {
    if (token.nesting > 0) containers.push(token.type.replace('_open', ''));
    if (token.nesting < 0) containers.pop();
    if (token.nesting !== 0) continue;
    readLeaf(token, facts);
    const { type, content, map } = token;
    if (!map) continue;
    const path = [...containers, ...(type === 'inline' ? [] : [type])].join('/');
    const [from, to] = map.map((line) => start + (lines[line] ?? text.length));
    facts.blocks.push({ path, from: from ?? start, to: to ?? start, text: content.trim() });
  }
  for (const { href, title } of Object.values(env.references ?? {})) {
    facts.addresses.push(href);
    if (title) facts.linkTitles.push(title);
  }
  return facts;
}

/** The offsets of the starts of all lines. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function readLeaf({ type, content, info, children }: Token, facts: BodyFacts): void {
  if (type === 'fence' || type === 'code_block') facts.code.push(`${info}\n${content}`.trim());
  if (type === 'html_block') facts.html.push(content.trim());
  if (type === 'inline') readInlines(children ?? [], facts);
}

/** Reads the pieces of a paragraph. The edges of links divide words; emphasis, asterisks that show, and tags do not. */
function readInlines(tokens: readonly Token[], facts: BodyFacts): void {
  const { text, textOutsideLinks } = readText(tokens, facts);
  facts.words.push(...wordsIn(text.replace(/[*_]/g, '')));
  for (const { index, 0: address } of textOutsideLinks.matchAll(BARE_ADDRESS)) {
    const isCut = /^["“”<>|[\]][\p{L}\p{N}]/u.test(
      textOutsideLinks.slice(index + address.length, index + address.length + 3),
    );
    if (!isCut) facts.addresses.push(withoutSentenceEnd(address));
  }
}

function readText(
  tokens: readonly Token[],
  facts: BodyFacts,
): { readonly text: string; readonly textOutsideLinks: string } {
  let text = '';
  let textOutsideLinks = '';
  let links = 0;
  for (const token of tokens) {
    const { type, content } = token;
    switch (type) {
      case 'text':
        text += content;
        textOutsideLinks += links > 0 ? '\n' : content;
        break;
      case 'softbreak':
      case 'hardbreak':
        text += '\n';
        textOutsideLinks += '\n';
        break;
      case 'code_inline':
        facts.code.push(content.trim());
        text += '\ufffc';
        textOutsideLinks += '\ufffc';
        break;
      case 'html_inline':
        facts.html.push(content);
        break;
      case 'link_open':
      case 'image':
        readLink(token, facts);
        text += '\n';
        if (type === 'link_open') links++;
        else text += `${readText(token.children ?? [], facts).text}\n`;
        textOutsideLinks += '\n';
        break;
      case 'link_close':
        text += '\n';
        links--;
    }
  }
  return { text, textOutsideLinks };
}

function readLink(token: Token, facts: BodyFacts): void {
  facts.addresses.push(String(token.attrGet('href') ?? token.attrGet('src') ?? ''));
  const title = token.attrGet('title');
  if (title) facts.linkTitles.push(String(title));
}

/** Runs of letters and digits, in lower case. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** An address in the text that is not the rest of a broken link. */
const BARE_ADDRESS = /(?<![\p{L}\p{N}:/]|\]\S*)https?:\/\/[^\s<>"“”|[\]\ufffc]+/giu;

/** Punctuation at the end of a pasted address, and brackets that do not balance, are the sentence's. */
export function withoutSentenceEnd(address: string): string {
  let depth = 0;
  let end = 0;
  for (; end < address.length; end++) {
    if (address[end] === '(') depth++;
    if (address[end] === ')' && depth-- === 0) break;
  }
  return address.slice(0, end).replace(/[.,:;!?'*_]+$/, '');
}
