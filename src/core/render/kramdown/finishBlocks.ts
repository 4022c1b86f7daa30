import { applyAttributeList } from './attributes.ts';
import type { KramdownDocument } from './document.ts';
import type { Element } from './element.ts';

/**
 * Ends the reading of blocks: gives them the attributes of their lists, which may name definitions further down, and drops what only
 * separated them.
 */
export function finishBlocks(document: KramdownDocument, parent: Element): void {
  const children: Element[] = [];
  for (const child of parent.children) {
    if (child.attributeList !== undefined) {
      child.attributes ??= new Map();
      applyAttributeList(child.attributes, child.attributeList, document.attributeLists);
    }
    if (child.type === 'endOfBlock') continue;
    if (child.type === 'blank' && children.at(-1)?.type === 'blank') continue;
    if (child.children.length > 0) finishBlocks(document, child);
    children.push(child);
  }
  parent.children = children;
}

export interface FoundHeading {
  readonly element: Element;
  readonly isInHtml: boolean;
}

/** The headings in an element, in the order of the text. */
export function headingsIn(parent: Element): FoundHeading[] {
  const headings: FoundHeading[] = [];
  const collect = (children: readonly Element[], isInHtml: boolean): void => {
    for (const element of children) {
      if (element.type === 'heading') headings.push({ element, isInHtml });
      else if (element.children.length > 0) collect(element.children, isInHtml || element.type === 'html');
    }
  };
  collect(parent.children, false);
  return headings;
}

/** The first list with a reference such as `toc`, which is replaced. */
export function findReplacedList(parent: Element, reference: string): Element | undefined {
  for (const child of parent.children) {
    const isList = child.type === 'bulletList' || child.type === 'orderedList';
    if (isList && child.attributeList?.references.includes(reference)) return child;
    const inside = findReplacedList(child, reference);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
