import type { Entry } from '../../entry/entry.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { type HtmlElement, mapElements, writeHtml } from '../htmlTree.ts';
import { withAnchors } from './anchors.ts';
import { headHtml } from './headHtml.ts';
import { partOf } from './pageHead.ts';
import { pageParts, pageTitle, type TargetOptions } from './pageParts.ts';
import { PAGE_STYLE } from './pageStyle.ts';
import { absoluteAddress, isExternal, type PictureOptions, pictureAddress } from './siteLinks.ts';

/** What a page knows beyond its entry. */
export interface PageOptions extends TargetOptions, PictureOptions {}

/**
 * The entry as one HTML file that needs nothing else: the page as the site lays it out, anchors included, without
 * scripts. What entries hold of raw HTML is kept as far as it says something, and cannot act; a policy stands behind that.
 */
export function renderPage(entry: Entry, options: PageOptions = {}): string {
  const { head, body } = pageParts(entry, options);
  const nodes = mapElements(withAnchors(body), (element) => [forPage(element, options)]);
  const description = partOf(head, 'description')?.text;
  const meta = description === undefined ? '' : `<meta name="description" content="${escapeHtml(description)}">\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(pageTitle(head))}</title>
${meta}<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<header>
${headHtml(head, options)}</header>
${writeHtml(nodes)}</main>
</body>
</html>
`;
}

/** What leads elsewhere opens there, and what the site holds is asked of the site. */
function forPage(element: HtmlElement, options: PageOptions): HtmlElement {
  const { name, attributes } = element;
  const href = attributes.get('href');
  const src = attributes.get('src');
  if (name === 'a' && href !== undefined) {
    const changed = new Map(attributes).set('href', absoluteAddress(href, options.siteUrl));
    if (isExternal(href, options.siteUrl)) changed.set('rel', 'external noopener').set('target', '_blank');
    return { ...element, attributes: changed };
  }
  if (name === 'img' && src !== undefined) {
    return { ...element, attributes: new Map(attributes).set('src', pictureAddress(src, options) ?? src) };
  }
  return element;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; base-uri 'none'; form-action 'none'";
