import type { Entry } from '../../entry/entry.ts';
import type { HtmlElement, HtmlNode } from '../htmlTree.ts';
import { type HeadPart, partOf } from './pageHead.ts';
import { pageParts, pageTitle, type TargetOptions } from './pageParts.ts';
import { absoluteAddress } from './siteLinks.ts';

/**
 * The entry as plain text, as the part of a newsletter that has no HTML: a paragraph is one line, a link is its text and
 * a number, `(Reuters [1] / NPR [2])`, and the addresses stand under these numbers at the end.
 */
export function renderText(entry: Entry, options: TargetOptions = {}): string {
  const { head, body } = pageParts(entry, options);
  const notes: Notes = { siteUrl: options.siteUrl, numbers: new Map() };
  const text = [...headBlocks(head), ...blocksOf(body, notes)].join('\n\n');
  const sources = [...notes.numbers].map(([address, number]) => `[${number}] ${address}`);
  return `${[text, sources.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

interface Notes {
  readonly siteUrl: string | undefined;
  /** The addresses that were met, with their numbers. */
  readonly numbers: Map<string, number>;
}

function headBlocks(head: readonly HeadPart[]): string[] {
  if (head.length === 0) return [];
  const text = (kind: HeadPart['kind']) => partOf(head, kind)?.text;
  const title = pageTitle(head);
  const mood = text('currentMood');
  const sentence = text('todayInOneSentence');
  return [
    lines(title, text('date'), text('readingTime'), mood && `Current mood: ${mood}`),
    sentence && `Today in One Sentence. ${sentence}`,
    text('editorsNote'),
  ].filter((block) => block !== undefined);
}

function lines(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join('\n');
}

/** The blocks among the nodes, each with the lines that it has; text between them is a block of its own. */
function blocksOf(nodes: readonly HtmlNode[], notes: Notes): string[] {
  const blocks: string[] = [];
  let line = '';
  const finish = (): void => {
    const text = line.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
    if (text !== '') blocks.push(text);
    line = '';
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !BLOCKS.has(node.name)) {
      line += inlineText(node, notes);
    } else {
      finish();
      blocks.push(...blockText(node, notes));
    }
  }
  finish();
  return blocks;
}

function blockText(element: HtmlElement, notes: Notes): string[] {
  const { name, children } = element;
  switch (name) {
    case 'hr':
      return ['---'];
    case 'pre':
      return [indent(rawText(children).replace(/\n$/, ''), '    ', '    ')];
    case 'blockquote':
      return [indent(blocksOf(children, notes).join('\n\n'), '> ', '> ')];
    case 'ul':
    case 'ol':
      return [list(element, notes)];
    case 'tr':
      return [
        elementsOf(children)
          .map((cell) => blocksOf(cell.children, notes).join(' '))
          .join(' | '),
      ];
    default:
      return blocksOf(children, notes);
  }
}

/** A list with paragraphs in it is set with blank lines, as it was written. */
function list({ name, attributes, children }: HtmlElement, notes: Notes): string {
  let number = Number.parseInt(attributes.get('start') ?? '1', 10);
  let isLoose = false;
  const items = elementsOf(children).map((item) => {
    isLoose ||= item.children.some((child) => typeof child !== 'string' && child.name === 'p');
    const marker = name === 'ol' ? `${number++}. ` : '* ';
    const gap = item.children.some((child) => typeof child !== 'string' && child.name === 'p') ? '\n\n' : '\n';
    return indent(blocksOf(item.children, notes).join(gap), marker, ' '.repeat(marker.length));
  });
  return items.join(isLoose ? '\n\n' : '\n');
}

function inlineText(node: HtmlNode, notes: Notes): string {
  if (typeof node === 'string') return node.replace(/[ \t\n]+/g, ' ');
  const { name, attributes, children } = node;
  if (name === 'br') return '\n';
  const alt = attributes.get('alt') ?? '';
  if (name === 'img') return alt === '' ? '' : `[${alt}]`;
  const text = children.map((child) => inlineText(child, notes)).join('');
  if (name === 'sup') return attributes.get('class') === 'footnote-ref' ? `^${text}` : text;
  const href = attributes.get('href');
  if (name !== 'a' || href === undefined || text.trim() === '') return text;
  if (href.startsWith('#')) return attributes.get('class') === 'footnote-backref' ? '' : text;
  const address = absoluteAddress(href, notes.siteUrl);
  if (text === address) return text;
  const number = notes.numbers.get(address) ?? notes.numbers.size + 1;
  notes.numbers.set(address, number);
  return `${text} [${number}]`;
}

function rawText(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : rawText(node.children))).join('');
}

function elementsOf(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.filter((node) => typeof node !== 'string');
}

function indent(text: string, first: string, next: string): string {
  return (
    first +
    text
      .split('\n')
      .map((line, index) => (index === 0 ? line : `${next}${line}`.trimEnd()))
      .join('\n')
  );
}

const BLOCKS: ReadonlySet<string> = new Set(
  'blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
