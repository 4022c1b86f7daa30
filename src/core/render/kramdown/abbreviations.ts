import type { Abbreviation, KramdownDocument } from './document.ts';
import { createElement, type Element, isRawHtml } from './element.ts';

/** Marks up the abbreviations that the document defines, wherever they are words of their own. */
export function markAbbreviations(document: KramdownDocument, root: Element): void {
  const { abbreviations } = document;
  if (abbreviations.size === 0) return;
  const byLength = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const source = byLength.map((word) => word.replace(SPECIAL, String.raw`\$&`).replace(SPACES, String.raw`[\s\p{Z}]+`));
  const words = source.join('|');
  const found = new RegExp(`([^\\w]|(?<![^\\n]))(${words})(?![\\w])`, 'gu');
  markIn(root, found, (word) => abbreviations.get(word) ?? abbreviations.get(word.replace(SPACES, ' ')));
}

function markIn(element: Element, words: RegExp, lookUp: (word: string) => Abbreviation | undefined): void {
  element.children = element.children.flatMap((child) => {
    if (child.type === 'text' && !isRawHtml(element)) return splitText(child, words, lookUp);
    markIn(child, words, lookUp);
    return child;
  });
}

function splitText(element: Element, words: RegExp, lookUp: (word: string) => Abbreviation | undefined): Element[] {
  const { text } = element;
  const parts: Element[] = [];
  let at = 0;
  for (const match of text.matchAll(words)) {
    const [, before = '', word = ''] = match;
    const start = match.index + before.length;
    if (start > at) parts.push(createElement('text', text.slice(at, start), true));
    const abbreviation = createElement('abbreviation', word, true);
    const definition = lookUp(word);
    abbreviation.attributes = new Map(definition?.element.attributes);
    if (definition?.title) abbreviation.attributes.set('title', definition.title);
    parts.push(abbreviation);
    at = start + word.length;
  }
  if (at === 0) return [element];
  if (at < text.length) parts.push(createElement('text', text.slice(at), true));
  return parts;
}

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const SPACES = /[\s\p{Z}]+/gu;
