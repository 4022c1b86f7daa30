import type { Entry } from '../../entry/entry.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { type HtmlElement, type HtmlNode, mapElements, serializeHtml } from '../htmlTree.ts';
import { parseSafeHtml } from '../safeHtml.ts';
import { isFootnoteBacklink } from './footnoteLinks.ts';
import { LEAD_INS } from './headHtml.ts';
import { type HeadPart, partOf } from './pageHead.ts';
import { pageParts, pageTitle, type TargetOptions } from './pageParts.ts';
import { absoluteUrl, imageUrl } from './siteLinks.ts';
import { nodesWithDirection } from './textDirection.ts';

/**
 * Renders the entry as an email: an HTML document to send, or to paste as source. All styles are inline, links are absolute if
 * the site's URL is known, and there is nothing that mail clients remove.
 */
export function renderEmail(entry: Entry, options: TargetOptions = {}): string {
  const { head, html } = emailParts(entry, options);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(pageTitle(head))}</title>
</head>
<body style="margin:0;padding:24px 16px">
${html}</body>
</html>
`;
}

/** Renders the same without the surrounding document, for pasting into a mail client or a newsletter tool. */
export function renderRichText(entry: Entry, options: TargetOptions = {}): string {
  return emailParts(entry, options).html;
}

function emailParts(entry: Entry, options: TargetOptions): { head: readonly HeadPart[]; html: string } {
  const { head, body } = pageParts(entry, options);
  const nodes = mapElements([...parseSafeHtml(emailHeadHtml(head)), ...body], (element) =>
    emailElement(element, options),
  );
  return {
    head,
    html: `<div style="${EMAIL_STYLE}">\n${serializeHtml(nodesWithDirection(tightenParagraphs(nodes)))}</div>\n`,
  };
}

function emailHeadHtml(head: readonly HeadPart[]): string {
  const html = (kind: HeadPart['kind']) => partOf(head, kind)?.html;
  const title = [html('title'), html('description')].filter((part) => part !== undefined).join(': ');
  const dateAndReadingTime = [html('date'), html('readingTime')].filter((part) => part !== undefined).join(' · ');
  const sentence = html('todayInOneSentence');
  const note = html('editorsNote');
  const mood = html('currentMood');
  return [
    title && `<h1>${title}</h1>\n`,
    dateAndReadingTime && `<p><small>${dateAndReadingTime}</small></p>\n`,
    mood && `<p>${LEAD_INS.currentMood} ${mood}</p>\n`,
    sentence && `<p><strong>${LEAD_INS.todayInOneSentence}</strong> ${sentence}</p>\n`,
    note && `<blockquote>${note}</blockquote>\n`,
    head.length > 0 && '<hr>\n',
  ]
    .filter((part) => part)
    .join('');
}

/** Adds the inline style, and removes what has no use in an email: ids, classes, and links within the page. */
function emailElement({ name, attributes, children }: HtmlElement, { siteUrl }: TargetOptions): readonly HtmlNode[] {
  const href = attributes.get('href');
  if (name === 'a' && (href === undefined || href.startsWith('#'))) {
    return isFootnoteBacklink(attributes) ? [] : children;
  }
  const emailAttributes = new Map<string, string>();
  for (const [key, value] of attributes) {
    if (key === 'href') emailAttributes.set(key, absoluteUrl(value, siteUrl));
    else if (key !== 'id' && key !== 'class' && key !== 'src') emailAttributes.set(key, value);
  }
  if (name === 'img') {
    const url = imageUrl(attributes.get('src') ?? '', siteUrl === undefined ? {} : { siteUrl });
    const alt = attributes.get('alt') ?? '';
    if (url === undefined) return alt === '' ? [] : [`[${alt}]`];
    emailAttributes.set('src', url);
  }
  const style = INLINE_STYLES[attributes.get('class') ?? ''] ?? INLINE_STYLES[name];
  if (style !== undefined) emailAttributes.set('style', style);
  return [{ name: SUBSTITUTES[name] ?? name, attributes: emailAttributes, children }];
}

/** Reduces the margins of paragraphs in lists and quotations. */
function tightenParagraphs(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return mapElements(nodes, (element) => {
    if (element.name !== 'li' && element.name !== 'blockquote') return [element];
    const children = element.children.map((child) =>
      typeof child !== 'string' && child.name === 'p'
        ? { ...child, attributes: new Map(child.attributes).set('style', 'margin:0 0 8px') }
        : child,
    );
    return [{ ...element, children }];
  });
}

const EMAIL_STYLE =
  "max-width:640px;margin:0 auto;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55;color:#222222";

const ASIDE_STYLE = 'margin:0 0 18px;padding:0 0 0 16px;border-left:3px solid #d9d5cb';

const CODE_STYLE = 'font-family:Menlo,Consolas,monospace;font-size:14px';

/** Styles by class or, for elements without such a class, by element name. */
const INLINE_STYLES: Readonly<Record<string, string>> = {
  a: 'color:#14518f;text-decoration:underline',
  blockquote: `${ASIDE_STYLE};color:#5f5c55`,
  code: CODE_STYLE,
  footnotes: 'margin:28px 0 0;font-size:14px',
  h1: 'margin:0 0 10px;font-size:28px;line-height:1.25',
  h2: 'margin:32px 0 14px;font-size:22px;line-height:1.3',
  h3: 'margin:30px 0 14px;font-size:19px;line-height:1.3',
  h4: 'margin:24px 0 10px;font-size:17px',
  hr: 'margin:28px 0;border:0;border-top:1px solid #d9d5cb',
  img: 'max-width:100%;height:auto;border:0',
  li: 'margin:0 0 8px',
  liquid: `${CODE_STYLE};background:#fff1c2`,
  ol: 'margin:0 0 18px;padding:0 0 0 26px',
  p: 'margin:0 0 18px',
  pre: `margin:0 0 18px;padding:12px;background:#f5f2ea;white-space:pre-wrap;${CODE_STYLE}`,
  small: 'font-size:14px;color:#6a675f',
  td: 'padding:4px 12px 4px 0;vertical-align:top',
  th: 'padding:4px 12px 4px 0;text-align:left;vertical-align:top',
  ul: `${ASIDE_STYLE};list-style:none;font-size:16px`,
};

/** Elements that older mail clients do not support, and what replaces them. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  details: 'div',
  figcaption: 'div',
  figure: 'div',
  mark: 'span',
  section: 'div',
  summary: 'div',
};
