import { decodeReference } from '../../commonmark/escape.ts';
import { addText, createElement } from '../element.ts';
import type { SpanState } from './spanState.ts';

/** `&amp;`, `&#8212;`, `&#x2014;`: the character itself, unless HTML reserves it. An unknown name is shown as written. */
export function readEntity({ scanner, parent }: SpanState): boolean {
  ENTITY.lastIndex = scanner.position;
  const reference = ENTITY.exec(scanner.text)?.[0];
  if (reference === undefined) return false;
  scanner.position += reference.length;
  const character = decodeReference(reference);
  if (character === undefined) {
    parent.children.push(createElement('character', '&amp;', true));
    addText(parent, reference.slice(1));
  } else {
    parent.children.push(createElement('character', '<>&'.includes(character) ? reference : character, true));
  }
  return true;
}

const ENTITY = /&(?:[\w:][\w.:-]*|#\d+|#x[\da-fA-F]+);/y;
