import type { Entry } from '../../entry/entry.ts';
import type { HtmlElement, HtmlNode } from '../htmlTree.ts';
import { isFootnoteBacklink, isFootnoteReference } from './footnoteLinks.ts';
import { LEAD_INS } from './headHtml.ts';
import { type HeadPart, partOf } from './pageHead.ts';
import { pageParts, pageTitle, type TargetOptions } from './pageParts.ts';
import { absoluteUrl } from './siteLinks.ts';

/**
 * Renders the entry as plain text, for the part of a newsletter without HTML. A paragraph is one line, and a link is its text
 * with a number: `(Reuters [1] / NPR [2])`. The numbered URLs follow at the end.
 */
export function renderPlainText(entry: Entry, options: TargetOptions = {}): string {
  const { head, body } = pageParts(entry, options);
  const notes: LinkNotes = { siteUrl: options.siteUrl, numbers: new Map() };
  const text = [...headBlocks(head), ...textBlocks(body, notes)].join('\n\n');
  const urlList = [...notes.numbers].map(([url, number]) => `[${number}] ${url}`).join('\n');
  return `${[text, urlList].filter((part) => part !== '').join('\n\n')}\n`;
}

interface LinkNotes {
  readonly siteUrl: string | undefined;
  /** The numbers of the URLs so far, in order. */
  readonly numbers: Map<string, number>;
}

function headBlocks(head: readonly HeadPart[]): string[] {
  if (head.length === 0) return [];
  const text = (kind: HeadPart['kind']) => partOf(head, kind)?.text;
  const title = pageTitle(head);
  const mood = text('currentMood');
  const sentence = text('todayInOneSentence');
  return [
    joinLines(title, text('date'), text('readingTime'), mood && `${LEAD_INS.currentMood} ${mood}`),
    sentence && `${LEAD_INS.todayInOneSentence} ${sentence}`,
    text('editorsNote'),
  ].filter((block) => block !== undefined);
}

function joinLines(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join('\n');
}

/** The text of each block among the nodes. Inline nodes between blocks form a block of their own. */
function textBlocks(nodes: readonly HtmlNode[], notes: LinkNotes): string[] {
  const blocks: string[] = [];
  let inlineText = '';
  const finishInlineText = (): void => {
    const text = inlineText.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
    if (text !== '') blocks.push(text);
    inlineText = '';
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !BLOCK_ELEMENTS.has(node.name)) {
      inlineText += textOfInline(node, notes);
    } else {
      finishInlineText();
      blocks.push(...textOfBlock(node, notes));
    }
  }
  finishInlineText();
  return blocks;
}

function textOfBlock(element: HtmlElement, notes: LinkNotes): string[] {
  const { name, children } = element;
  switch (name) {
    case 'hr':
      return ['---'];
    case 'pre':
      return [indent(preformattedText(children).replace(/\n$/, ''), '    ', '    ')];
    case 'blockquote':
      return [indent(textBlocks(children, notes).join('\n\n'), '> ', '> ')];
    case 'ul':
    case 'ol':
      return [textOfList(element, notes)];
    case 'tr':
      return [
        elementsOf(children)
          .map((cell) => textBlocks(cell.children, notes).join(' '))
          .join(' | '),
      ];
    default:
      return textBlocks(children, notes);
  }
}

/** A list that contains paragraphs is loose: it has blank lines between its items. */
function textOfList({ name, attributes, children }: HtmlElement, notes: LinkNotes): string {
  let number = Number.parseInt(attributes.get('start') ?? '1', 10);
  let isLoose = false;
  const items = elementsOf(children).map((item) => {
    const hasParagraphs = item.children.some((child) => typeof child !== 'string' && child.name === 'p');
    isLoose ||= hasParagraphs;
    const marker = name === 'ol' ? `${number++}. ` : '* ';
    const text = textBlocks(item.children, notes).join(hasParagraphs ? '\n\n' : '\n');
    return indent(text, marker, ' '.repeat(marker.length));
  });
  return items.join(isLoose ? '\n\n' : '\n');
}

function textOfInline(node: HtmlNode, notes: LinkNotes): string {
  if (typeof node === 'string') return node.replace(/[ \t\n]+/g, ' ');
  const { name, attributes, children } = node;
  if (name === 'br') return '\n';
  const alt = attributes.get('alt') ?? '';
  if (name === 'img') return alt === '' ? '' : `[${alt}]`;
  const text = children.map((child) => textOfInline(child, notes)).join('');
  if (name === 'sup') return isFootnoteReference(node) ? `^${text}` : text;
  const href = attributes.get('href');
  if (name !== 'a' || href === undefined || text.trim() === '') return text;
  if (href.startsWith('#')) return isFootnoteBacklink(attributes) ? '' : text;
  const url = absoluteUrl(href, notes.siteUrl);
  if (text === url) return text;
  const number = notes.numbers.get(url) ?? notes.numbers.size + 1;
  notes.numbers.set(url, number);
  return `${text} [${number}]`;
}

function preformattedText(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : preformattedText(node.children))).join('');
}

function elementsOf(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.filter((node) => typeof node !== 'string');
}

function indent(text: string, firstPrefix: string, nextPrefix: string): string {
  return (
    firstPrefix +
    text
      .split('\n')
      .map((line, index) => (index === 0 ? line : `${nextPrefix}${line}`.trimEnd()))
      .join('\n')
  );
}

const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  'blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
