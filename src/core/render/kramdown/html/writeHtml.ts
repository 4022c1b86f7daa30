import type { KramdownDocument } from '../document.ts';
import { type Element, isRawHtml } from '../element.ts';
import { codeBlockHtml } from './codeBlockHtml.ts';
import { attributesHtml, escapeAll, escapeText } from './escape.ts';
import { htmlElementHtml } from './htmlElementHtml.ts';

/** Writes an element as kramdown does: each block on lines of its own, indented by two more columns than the one around it. */
export function writeHtml(document: KramdownDocument, element: Element, parent: Element, indent: number): string {
  const { type, text } = element;
  const attributes = attributesHtml(element.attributes);
  switch (type) {
    case 'text':
      return document.options.removeLineBreaksForCjk ? escapeText(text).replace(CJK_LINE_BREAK, '') : escapeText(text);
    case 'character':
      return text;
    case 'lineBreak':
      return '<br />';
    case 'image':
      return `<img${attributes} />`;
    case 'codeSpan':
      return `<code${attributes}>${escapeAll(text)}</code>`;
    case 'abbreviation':
      return `<abbr${attributes}>${escapeText(text)}</abbr>`;
    case 'footnoteReference':
      return footnoteReferenceHtml(document, element);
    case 'codeBlock':
      return codeBlockHtml(element, indent);
    case 'horizontalRule':
      return `${spaces(indent)}<hr${attributes} />\n`;
    case 'math':
      return mathHtml(element, indent);
    case 'htmlComment':
      return element.isInline || isRawHtml(parent) ? text : `${spaces(indent)}${text}\n`;
    case 'comment':
      return element.isInline ? `<!-- ${text} -->` : `${spaces(indent)}<!-- ${text} -->\n`;
    case 'rawHtml':
      return element.isInline ? text : `${text}\n`;
    case 'blank':
      return '\n';
    case 'endOfBlock':
      return '';
  }
  const inserted = document.insertedHtml.get(element);
  if (inserted !== undefined) return inserted;
  const content = writeChildren(document, element, indent);
  switch (type) {
    case 'emphasis':
      return `<em${attributes}>${content}</em>`;
    case 'strong':
      return `<strong${attributes}>${content}</strong>`;
    case 'link':
      return `<a${attributes}>${content}</a>`;
    case 'paragraph':
      if (element.isTransparent) return content;
      return standaloneImageHtml(element, indent) ?? `${spaces(indent)}<p${attributes}>${content}</p>\n`;
    case 'heading': {
      const level = Math.max(1, Math.min(6, element.level + document.options.headerOffset));
      return `${spaces(indent)}<h${level}${attributes}>${content}</h${level}>\n`;
    }
    case 'definitionTerm':
      return `${spaces(indent)}<dt${attributes}>${content}</dt>\n`;
    case 'tableCell': {
      const tag = element.level > 0 ? 'th' : 'td';
      return `${spaces(indent)}<${tag}${attributes}>${content || '\u00a0'}</${tag}>\n`;
    }
    case 'listItem':
      return itemHtml('li', element, content, indent);
    case 'definition':
      return itemHtml('dd', element, content, indent);
    case 'html':
      return htmlElementHtml(element, content, isRawHtml(parent), indent);
    case 'looseText':
    case 'root':
      return content;
    default:
      return `${spaces(indent)}<${TAGS[type]}${attributes}>\n${content}${spaces(indent)}</${TAGS[type]}>\n`;
  }
}

/** Writes the children of an element. */
function writeChildren(document: KramdownDocument, element: Element, indent: number): string {
  let html = '';
  for (const child of element.children) html += writeHtml(document, child, element, indent + 2);
  return html;
}

/** The content of an item that starts with a paragraph without tags follows the start tag on the same line. */
function itemHtml(tag: 'li' | 'dd', { attributes, children }: Element, content: string, indent: number): string {
  const [first] = children;
  const isTight = first === undefined || (first.type === 'paragraph' && first.isTransparent);
  const start = `${spaces(indent)}<${tag}${attributesHtml(attributes)}>${isTight ? '' : '\n'}`;
  const end = !isTight || content.endsWith('\n') ? spaces(indent) : '';
  return `${start}${content}${end}</${tag}>\n`;
}

/** A paragraph that is an image with the reference `standalone` is a figure; undefined for other paragraphs. */
function standaloneImageHtml({ attributes, children }: Element, indent: number): string | undefined {
  const [image] = children;
  if (image?.type !== 'image' || children.length > 1 || !image.attributeList?.references.includes('standalone')) return;
  const imageAttributes = new Map(image.attributes);
  const figureAttributes = new Map(attributes);
  for (const key of ['class', 'id']) {
    const value = imageAttributes.get(key);
    if (value === undefined || figureAttributes.has(key)) continue;
    figureAttributes.set(key, value);
    imageAttributes.delete(key);
  }
  const inside = spaces(indent + 2);
  const caption = escapeText(imageAttributes.get('alt') ?? '');
  return `${spaces(indent)}<figure${attributesHtml(figureAttributes)}>\n${inside}<img${attributesHtml(imageAttributes)} />\n${inside}<figcaption>${caption}</figcaption>\n${spaces(indent)}</figure>\n`;
}

function footnoteReferenceHtml({ options }: KramdownDocument, { text, level, attributes }: Element): string {
  return `<sup${attributesHtml(attributes)} role="doc-noteref"><a href="#fn:${options.footnotePrefix}${text}" class="footnote" rel="footnote">${level}</a></sup>`;
}

/** The source of the math, between the delimiters that scripts on the page look for. */
function mathHtml({ text, isInline, attributes }: Element, indent: number): string {
  const source = escapeAll(text);
  const written = attributesHtml(attributes);
  if (isInline) return written === '' ? `\\(${source}\\)` : `<span${written}>$${source}$</span>`;
  const block = `\\[${source}\\]\n`;
  return written === '' ? block : `${spaces(indent)}<div${written}>${block}</div>\n`;
}

function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count));
}

const TAGS = {
  blockquote: 'blockquote',
  bulletList: 'ul',
  orderedList: 'ol',
  definitionList: 'dl',
  table: 'table',
  tableHead: 'thead',
  tableBody: 'tbody',
  tableFoot: 'tfoot',
  tableRow: 'tr',
} as const;

const CJK_LINE_BREAK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;
