import type { Entry } from '../../entry/entry.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { type HtmlElement, mapElements, serializeHtml, textContent } from '../htmlTree.ts';
import { addAnchors } from './addAnchors.ts';
import { headHtml } from './headHtml.ts';
import { partOf } from './pageHead.ts';
import { pageParts, pageTitle, type TargetOptions } from './pageParts.ts';
import { PAGE_STYLE } from './pageStyle.ts';
import { absoluteUrl, type ImageOptions, imageUrl, isExternal } from './siteLinks.ts';
import { isRightToLeft, nodesWithDirection } from './textDirection.ts';

export interface PageOptions extends TargetOptions, ImageOptions {}

/**
 * Renders the entry as one self-contained HTML file with the layout and the anchors of the site, and without scripts. Raw HTML
 * in the entry is sanitized, and a content security policy is a second safeguard.
 */
export function renderPage(entry: Entry, options: PageOptions = {}): string {
  const { head, body } = pageParts(entry, options);
  const nodes = nodesWithDirection(mapElements(addAnchors(body), (element) => [pageElement(element, options)]));
  const direction = isRightToLeft(textContent(nodes)) ? ' dir="rtl"' : '';
  const description = partOf(head, 'description')?.text;
  const meta = description === undefined ? '' : `<meta name="description" content="${escapeHtml(description)}">\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(pageTitle(head))}</title>
${meta}<style>${PAGE_STYLE}</style>
</head>
<body>
<main${direction}>
<header>
${headHtml(head, options)}</header>
${serializeHtml(nodes)}</main>
</body>
</html>
`;
}

/** Opens external links in a new tab, and makes links and images of the site absolute. */
function pageElement(element: HtmlElement, options: PageOptions): HtmlElement {
  const { name, attributes } = element;
  const href = attributes.get('href');
  const src = attributes.get('src');
  if (name === 'a' && href !== undefined) {
    const linkAttributes = new Map(attributes).set('href', absoluteUrl(href, options.siteUrl));
    if (isExternal(href, options.siteUrl)) linkAttributes.set('rel', 'external noopener').set('target', '_blank');
    return { ...element, attributes: linkAttributes };
  }
  if (name === 'img' && src !== undefined) {
    return { ...element, attributes: new Map(attributes).set('src', imageUrl(src, options) ?? src) };
  }
  return element;
}

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; base-uri 'none'; form-action 'none'";
