import type { Entry } from '../../entry/entry.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { type HtmlElement, type HtmlNode, mapElements, writeHtml } from '../htmlTree.ts';
import { readHtml } from '../safeHtml.ts';
import { type HeadPart, partOf } from './pageHead.ts';
import { pageParts, pageTitle, type TargetOptions } from './pageParts.ts';
import { absoluteAddress, pictureAddress } from './siteLinks.ts';

/**
 * The entry as an e-mail: every style stands on its element, addresses are whole where the site's is known, and there is
 * nothing that mail clients take out. A document, to be sent or pasted as source.
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

/** The same without the document around it: what a mail client or a newsletter tool takes from the clipboard. */
export function renderRichText(entry: Entry, options: TargetOptions = {}): string {
  return emailParts(entry, options).html;
}

function emailParts(entry: Entry, options: TargetOptions): { head: readonly HeadPart[]; html: string } {
  const { head, body } = pageParts(entry, options);
  const nodes = mapElements([...readHtml(headOf(head)), ...body], (element) => forEmail(element, options));
  return { head, html: `<div style="${LETTER}">\n${writeHtml(inAsides(nodes))}</div>\n` };
}

function headOf(head: readonly HeadPart[]): string {
  const html = (kind: HeadPart['kind']) => partOf(head, kind)?.html;
  const title = [html('title'), html('description')].filter((part) => part !== undefined).join(': ');
  const line = [html('date'), html('readingTime')].filter((part) => part !== undefined).join(' · ');
  const sentence = html('todayInOneSentence');
  const note = html('editorsNote');
  const mood = html('currentMood');
  return [
    title && `<h1>${title}</h1>\n`,
    line && `<p><small>${line}</small></p>\n`,
    mood && `<p>Current mood: ${mood}</p>\n`,
    sentence && `<p><strong>Today in One Sentence.</strong> ${sentence}</p>\n`,
    note && `<blockquote>${note}</blockquote>\n`,
    head.length > 0 && '<hr>\n',
  ]
    .filter((part) => part)
    .join('');
}

/** With its style on it, and without what means nothing in a mail: ids, classes and what leads to them. */
function forEmail({ name, attributes, children }: HtmlElement, { siteUrl }: TargetOptions): readonly HtmlNode[] {
  const href = attributes.get('href');
  if (name === 'a' && (href === undefined || href.startsWith('#'))) {
    return attributes.get('class') === 'footnote-backref' ? [] : children;
  }
  const kept = new Map<string, string>();
  for (const [key, value] of attributes) {
    if (key === 'href') kept.set(key, absoluteAddress(value, siteUrl));
    else if (key !== 'id' && key !== 'class' && key !== 'src') kept.set(key, value);
  }
  if (name === 'img') {
    const address = pictureAddress(attributes.get('src') ?? '', siteUrl === undefined ? {} : { siteUrl });
    const alt = attributes.get('alt') ?? '';
    if (address === undefined) return alt === '' ? [] : [`[${alt}]`];
    kept.set('src', address);
  }
  const style = STYLES[attributes.get('class') ?? ''] ?? STYLES[name];
  if (style !== undefined) kept.set('style', style);
  return [{ name: PLAIN_NAMES[name] ?? name, attributes: kept, children }];
}

/** Paragraphs in lists and quotations stand closer. */
function inAsides(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
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

const LETTER =
  "max-width:640px;margin:0 auto;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55;color:#222222";

const ASIDE = 'margin:0 0 18px;padding:0 0 0 16px;border-left:3px solid #d9d5cb';

const CODE = 'font-family:Menlo,Consolas,monospace;font-size:14px';

/** By an element's class or its name. */
const STYLES: Readonly<Record<string, string>> = {
  a: 'color:#14518f;text-decoration:underline',
  blockquote: `${ASIDE};color:#5f5c55`,
  code: CODE,
  footnotes: 'margin:28px 0 0;font-size:14px',
  h1: 'margin:0 0 10px;font-size:28px;line-height:1.25',
  h2: 'margin:32px 0 14px;font-size:22px;line-height:1.3',
  h3: 'margin:30px 0 14px;font-size:19px;line-height:1.3',
  h4: 'margin:24px 0 10px;font-size:17px',
  hr: 'margin:28px 0;border:0;border-top:1px solid #d9d5cb',
  img: 'max-width:100%;height:auto;border:0',
  li: 'margin:0 0 8px',
  liquid: `${CODE};background:#fff1c2`,
  ol: 'margin:0 0 18px;padding:0 0 0 26px',
  p: 'margin:0 0 18px',
  pre: `margin:0 0 18px;padding:12px;background:#f5f2ea;white-space:pre-wrap;${CODE}`,
  small: 'font-size:14px;color:#6a675f',
  td: 'padding:4px 12px 4px 0;vertical-align:top',
  th: 'padding:4px 12px 4px 0;text-align:left;vertical-align:top',
  ul: `${ASIDE};list-style:none;font-size:16px`,
};

/** Elements that older mail clients do not know, by the ones that they do. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  details: 'div',
  figcaption: 'div',
  figure: 'div',
  mark: 'span',
  section: 'div',
  summary: 'div',
};
