import { createElement, type Element } from './element.ts';

/** Makes line breaks of the `\` at the ends of lines, or of all line feeds, as GitHub's dialect does. HTML stays as it is. */
export function breakLines(element: Element, lineBreak: '\\\n' | '\n'): void {
  if (!element.children.some((child) => needsBreaks(child, lineBreak))) return;
  element.children = element.children.flatMap((child) => {
    if (child.type === 'text') return child.text.includes(lineBreak) ? splitText(element, child, lineBreak) : child;
    if (child.type !== 'html') breakLines(child, lineBreak);
    return child;
  });
}

function needsBreaks({ type, text, children }: Element, lineBreak: string): boolean {
  return type === 'text' ? text.includes(lineBreak) : children.length > 0;
}

function splitText(parent: Element, element: Element, lineBreak: string): Element[] {
  const lines = element.text.split(lineBreak);
  const isAtEnd = parent.children.at(-1) === element && !parent.isInline;
  const parts: Element[] = [];
  for (const [index, line] of lines.entries()) {
    parts.push(createElement('text', index > 0 ? `\n${line}` : line, true));
    const isLastBreak = index === lines.length - 2 && isAtEnd && lines.at(-1) === '';
    if (index < lines.length - 1 && !isLastBreak) parts.push(createElement('lineBreak', '', true));
  }
  return parts;
}
