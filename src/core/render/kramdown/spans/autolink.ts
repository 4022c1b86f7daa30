import { addText, createElement } from '../element.ts';
import { find } from '../scanner.ts';
import type { SpanState } from './spanState.ts';

/** `<https://herald.example/a>`, `<desk@herald.example>` */
export function readAutolink({ scanner, parent }: SpanState): boolean {
  const { position } = scanner;
  const close = find(scanner, '>', position);
  const lineFeed = find(scanner, '\n', position);
  if (close < 0 || (lineFeed >= 0 && lineFeed < close)) return false;
  AUTOLINK.lastIndex = position;
  const match = AUTOLINK.exec(scanner.text);
  if (match === null) return false;
  const [link, address = '', scheme] = match;
  const element = createElement('link', '', true);
  element.attributes = new Map([['href', scheme === undefined ? `mailto:${address}` : address]]);
  addText(element, address.replace(/^mailto:/, ''));
  parent.children.push(element);
  scanner.position += link.length;
  return true;
}

const AUTOLINK = /<((mailto|https?|ftps?):[^\n]+?|[\p{Alphabetic}\p{Nd}_.-]+@[\p{Alphabetic}\p{Nd}_.-]+)>/uy;
