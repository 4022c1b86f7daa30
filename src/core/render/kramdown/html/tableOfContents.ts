import type { KramdownDocument } from '../document.ts';
import { createElement, type Element } from '../element.ts';
import { writeHtml } from './writeHtml.ts';

/** Writes the list of the headings, of the type of the list that it replaces; empty if there are none. */
export function tableOfContentsHtml(document: KramdownDocument, headings: readonly Element[], list: Element): string {
  const root = createElement(list.type);
  root.attributes = new Map(list.attributes);
  if (!root.attributes.has('id')) root.attributes.set('id', 'markdown-toc');
  const prefix = root.attributes.get('id') ?? '';
  const open: { readonly level: number; readonly list: Element }[] = [{ level: 0, list: root }];
  for (const heading of headings) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const item = itemOf(heading, prefix);
    const parent = open.at(-1)?.list ?? root;
    parent.children.push(item);
    const sublist = createElement(list.type);
    open.push({ level: heading.level, list: sublist });
    item.children.push(sublist);
  }
  removeEmptyLists(root, list.type);
  return root.children.length === 0 ? '' : writeHtml(document, root, root, 0);
}

/** The headings that a table of contents lists. */
export function listedHeadings({ options }: KramdownDocument, headings: readonly Element[]): Element[] {
  return headings.filter(
    ({ level, attributes }) =>
      attributes?.has('id') && options.tocLevels.includes(level) && !/\bno_toc\b/.test(attributes.get('class') ?? ''),
  );
}

function itemOf(heading: Element, prefix: string): Element {
  const id = heading.attributes?.get('id') ?? '';
  const link = createElement('link', '', true);
  link.attributes = new Map([
    ['href', `#${id}`],
    ['id', `${prefix}-${id}`],
  ]);
  link.children = heading.children.flatMap(withoutLinks);
  const paragraph = createElement('paragraph');
  paragraph.isTransparent = true;
  paragraph.children = [link];
  const item = createElement('listItem');
  item.children = [paragraph];
  return item;
}

/** A copy without links and footnotes, which a link cannot contain. */
function withoutLinks(element: Element): Element[] {
  if (element.type === 'footnoteReference') return [];
  const children = element.children.flatMap(withoutLinks);
  return element.type === 'link' ? children : [{ ...element, children }];
}

function removeEmptyLists(element: Element, type: Element['type']): void {
  element.children = element.children.filter((child) => child.type !== type || child.children.length > 0);
  for (const child of element.children) removeEmptyLists(child, type);
}
