import { unescapeReferences } from '../../commonmark/escape.ts';
import type { KramdownDocument } from '../document.ts';
import type { Element } from '../element.ts';
import { parseSource } from '../spans/parseSpans.ts';

/** Gives ids to headings that have none, in the order of the document. */
export interface HeadingIds {
  /** GitHub's way, for headings that are not in HTML or footnotes. */
  readonly assignGfm: (heading: Element) => void;
  readonly assign: (heading: Element) => void;
}

export function createHeadingIds(document: KramdownDocument): HeadingIds {
  const { autoIds, autoIdPrefix, input, autoIdStripping } = document.options;
  const gfmCounts = new Map<string, number>();
  const counts = new Map<string, number>();
  const assignWith = (heading: Element, base: string, used: Map<string, number>): void => {
    const count = used.get(base);
    used.set(base, (count ?? -1) + 1);
    // The heading depends on the one before it with the same text.
    if (count !== undefined) document.isInterdependent = true;
    setId(heading, autoIdPrefix + (count === undefined ? base : `${base}-${count + 1}`));
  };
  const isMissing = (heading: Element): boolean => autoIds && !heading.attributes?.has('id');
  return {
    assignGfm: (heading) => {
      if (isMissing(heading)) assignWith(heading, gfmId(plainText(heading)), gfmCounts);
    },
    assign: (heading) => {
      if (!isMissing(heading)) return;
      const isPlain = input === 'GFM' || autoIdStripping;
      assignWith(
        heading,
        kramdownId(isPlain ? plainText(heading, input === 'GFM') : heading.text) || 'section',
        counts,
      );
    },
  };
}

/** Gives ids to the terms of definition lists with `{:auto_ids}`, or `{:auto_ids-prefix-}`. */
export function assignTermIds(document: KramdownDocument, parent: Element): void {
  for (const element of parent.children) {
    const prefix = element.type === 'definitionList' ? termIdPrefix(element) : undefined;
    for (const term of prefix === undefined ? [] : element.children) {
      if (term.type !== 'definitionTerm' || term.attributes?.has('id')) continue;
      parseSource(document, term);
      setId(term, `${prefix}${kramdownId(plainText(term, document.options.input === 'GFM'))}`);
    }
    if (element.children.length > 0) assignTermIds(document, element);
  }
}

function termIdPrefix({ attributeList }: Element): string | undefined {
  const reference = attributeList?.references.find((name) => name.startsWith('auto_ids'));
  return reference === undefined ? undefined : (/^auto_ids-([\w-]+)/.exec(reference)?.[1] ?? '');
}

/** An id as kramdown makes it: letters and digits of ASCII, with hyphens for spaces. */
function kramdownId(text: string): string {
  return text
    .replace(/(?<![^\n])[^a-zA-Z\n]+/g, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}

/** The text of an element without its markup. Only GitHub's dialect counts what is not typed as plain text. */
function plainText({ type, text, children }: Element, isGfm = true): string {
  if (type === 'text') return text;
  if (isGfm && (type === 'codeSpan' || type === 'math')) return text;
  if (isGfm && type === 'character') return unescapeReferences(text);
  let plain = '';
  for (const child of children) plain += plainText(child, isGfm);
  return plain;
}

function gfmId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');
}

function setId(element: Element, id: string): void {
  element.attributes ??= new Map();
  element.attributes.set('id', id);
}
