import type { HtmlElement } from '../htmlTree.ts';

// The links of footnotes, as CommonMark and kramdown write them.

/** Whether a link leads back from a footnote. */
export function isFootnoteBacklink(attributes: HtmlElement['attributes']): boolean {
  const name = attributes.get('class');
  return name === 'footnote-backref' || name === 'reversefootnote';
}

/** Whether a superscript element refers to a footnote. */
export function isFootnoteReference({ attributes, children }: HtmlElement): boolean {
  if (attributes.get('class') === 'footnote-ref') return true;
  const [link] = children;
  return typeof link === 'object' && link.attributes.get('class') === 'footnote';
}
