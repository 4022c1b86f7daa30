import type { KramdownOptions } from '../../engines/kramdownOptions.ts';
import type { AttributeList } from './attributes.ts';
import { createElement, type Element } from './element.ts';

/** What `[label]: url "title"` defines. */
export interface LinkDefinition {
  readonly url: string;
  readonly title: string | undefined;
  /** Stands where the definition was; an attribute list below it is for its links. */
  readonly element: Element | undefined;
}

export interface Abbreviation {
  readonly title: string;
  /** Stands where the definition was, like that of a link. */
  readonly element: Element;
}

export interface UsedFootnote {
  readonly label: string;
  readonly content: Element;
  readonly number: number;
}

/** A text that is read: its tree, and what its parts define for each other. */
export interface KramdownDocument {
  readonly root: Element;
  /** Those of the site, until the text changes them. */
  options: KramdownOptions;
  readonly linkDefinitions: Map<string, LinkDefinition>;
  readonly attributeLists: Map<string, AttributeList>;
  /** The contents of the footnotes, by their labels. */
  readonly footnotes: Map<string, Element>;
  readonly abbreviations: Map<string, Abbreviation>;
  /** The footnotes that are referred to, in the order of their numbers. */
  readonly usedFootnotes: UsedFootnote[];
  /** What is written instead of an element: the table of contents, the footnotes. */
  readonly insertedHtml: Map<Element, string>;
  /** What is written at the end. */
  htmlAtEnd: string;
  /** What ends a line with a `<br />`, if the text may have it. */
  hardBreak: '\n' | '\\\n' | undefined;
  /** Whether a block depends on others: through a definition, an option, an id or a table of contents. */
  isInterdependent: boolean;
}

/** A document that is yet to be read. */
export function createDocument(options: KramdownOptions): KramdownDocument {
  const linkDefinitions = Object.entries(options.linkDefinitions).map(
    ([label, { url, title }]) => [normalizeLinkLabel(label), { url, title, element: undefined }] as const,
  );
  return {
    root: createElement('root'),
    options,
    linkDefinitions: new Map(linkDefinitions),
    attributeLists: new Map(),
    footnotes: new Map(),
    abbreviations: new Map(),
    usedFootnotes: [],
    insertedHtml: new Map(),
    htmlAtEnd: '',
    hardBreak: undefined,
    isInterdependent: false,
  };
}

/** The form in which labels of links are compared. */
export function normalizeLinkLabel(label: string): string {
  return label.replace(/[ \t-\r]+/g, ' ').toLowerCase();
}
