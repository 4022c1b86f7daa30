import type { Element } from '../element.ts';
import { isVoidTag } from '../tags.ts';
import { attributesHtml } from './escape.ts';

/** Writes an element of HTML. Inside raw HTML it keeps its place; elsewhere a block has lines of its own. */
export function htmlElementHtml(element: Element, content: string, isInRawHtml: boolean, indent: number): string {
  const { text: name, isInline, isClosed, contentModel } = element;
  const start = `<${name}${attributesHtml(element.attributes)}`;
  if (isInline) return content === '' && isVoidTag(name) ? `${start} />` : `${start}>${content}</${name}>`;
  const spaces = isInRawHtml ? '' : ' '.repeat(Math.max(0, indent));
  const lineFeed = isInRawHtml ? '' : '\n';
  if (isClosed && contentModel === 'raw') return `${spaces}${start} />${lineFeed}`;
  if (content === '') return `${spaces}${start}${isVoidTag(name) ? ' />' : `></${name}>`}${lineFeed}`;
  if (contentModel !== 'block') return `${spaces}${start}>${content}</${name}>${lineFeed}`;
  const inside = content.endsWith('\n') ? content.slice(0, -1) : content;
  return `${spaces}${start}>\n${inside}\n${' '.repeat(Math.max(0, indent))}</${name}>${lineFeed}`;
}
