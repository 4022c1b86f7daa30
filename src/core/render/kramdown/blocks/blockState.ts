import { type AttributeList, emptyAttributeList, readAttributeList } from '../attributes.ts';
import type { KramdownDocument } from '../document.ts';
import type { Element } from '../element.ts';
import type { Scanner } from '../scanner.ts';

/** What a block rule reads, and where it puts what it has read. */
export interface BlockState {
  readonly document: KramdownDocument;
  readonly scanner: Scanner;
  readonly parent: Element;
  readonly depth: number;
  /** An attribute list above the next block. */
  pendingAttributeList: AttributeList | undefined;
  /** Whether the end tag of the parent has been read. */
  isClosed: boolean;
  /** Reads the blocks of a text, or of the rest of the same one, into an element. Returns whether its end tag has been read. */
  readonly parseBlocks: (scanner: Scanner, parent: Element) => boolean;
}

/** Reads a block at the position of the scanner, or leaves that as it is and returns false. */
export type BlockRule = (state: BlockState) => boolean;

/** Adds a block. It takes the attribute list above it. */
export function pushBlock(state: BlockState, element: Element): void {
  takeAttributeList(state, element);
  state.parent.children.push(element);
}

export function takeAttributeList(state: BlockState, element: Element): void {
  if (state.pendingAttributeList === undefined) return;
  element.attributeList = state.pendingAttributeList;
  state.pendingAttributeList = undefined;
}

/** Adds what `{: …}` says to the attribute list of an element. */
export function addAttributeList(element: Element, content: string): void {
  element.attributeList ??= emptyAttributeList();
  readAttributeList(content, element.attributeList);
}

/** Whether a block boundary is before the position: nothing, a blank line, an end of block or an attribute list. */
export function isAfterBoundary({ parent, pendingAttributeList }: BlockState): boolean {
  const last = parent.children.at(-1);
  return (
    last === undefined ||
    last.type === 'blank' ||
    (last.type === 'endOfBlock' && last.text === '') ||
    pendingAttributeList !== undefined
  );
}

/** Deeper blocks are text. Deeper than real ones, and shallow enough for the call stack. */
export const MAX_DEPTH = 100;
