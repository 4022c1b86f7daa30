import { addText, createElement } from '../element.ts';
import type { SpanState } from './spanState.ts';

/** `[^label]`; text if the label is not defined. */
export function readFootnoteReference({ scanner, parent, document }: SpanState): boolean {
  if (scanner.text[scanner.position + 1] !== '^') return false;
  REFERENCE.lastIndex = scanner.position;
  const match = REFERENCE.exec(scanner.text);
  if (match === null) return false;
  const [reference, label = ''] = match;
  scanner.position += reference.length;
  if (document.footnotes.has(label)) parent.children.push(createElement('footnoteReference', label, true));
  else addText(parent, reference);
  return true;
}

const REFERENCE = /\[\^(\w[\w-]*)\]/y;
