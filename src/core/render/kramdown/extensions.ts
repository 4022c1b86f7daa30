import { type Attributes, emptyAttributeList, readAttributeList } from './attributes.ts';
import type { KramdownDocument } from './document.ts';
import { createElement, type Element } from './element.ts';
import { withOptions } from './inlineOptions.ts';
import { closingBrace, type Scanner } from './scanner.ts';

/** The start of `{::name key="value"}…{:/name}`, or all of `{::name key="value" /}`. */
export interface Extension {
  readonly name: string;
  /** What is written between the name and the `}`. */
  readonly content: string;
  /** The offset after the start. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** Reads the start of an extension at an offset. What follows it must satisfy `isEnd`. */
export function extensionAt(scanner: Scanner, from: number, isEnd: (after: number) => boolean): Extension | undefined {
  const { text } = scanner;
  START.lastIndex = from;
  const match = START.exec(text);
  if (match === null) return undefined;
  const [start, name = ''] = match;
  const contentStart = from + start.length;
  const brace = closingBrace(scanner, contentStart, isEnd);
  if (brace < 0) return undefined;
  const isClosed = brace > contentStart && text[brace - 1] === '/';
  const content = text.slice(contentStart, isClosed ? brace - 1 : brace);
  // White space separates the name from the attributes.
  if (content !== '' && !/^[ \t-\r]/.test(content)) return undefined;
  return { name, content: content.slice(1), end: brace + 1, isClosed };
}

/** What an extension with a body adds to the page; undefined if there is no such extension. */
export function runExtension(
  document: KramdownDocument,
  { name, content }: Extension,
  body: string | undefined,
): Element[] | undefined {
  switch (name) {
    case 'comment':
      return body === undefined ? [] : [createElement('comment', body)];
    case 'nomarkdown': {
      const types = attributesIn(content)
        .get('type')
        ?.split(/[ \t-\r]+/);
      const isShown = !types || types.includes('') || types.includes('html');
      return body === undefined || !isShown ? [] : [createElement('rawHtml', body)];
    }
    case 'options':
      document.options = withOptions(document.options, attributesIn(content));
      return [];
    default:
      return undefined;
  }
}

function attributesIn(content: string): Attributes {
  const list = emptyAttributeList();
  readAttributeList(content, list);
  return list.attributes;
}

const START = /\{::(\w+)/y;
