import { type HtmlElement, type HtmlNode, mapElements, textContent } from '../htmlTree.ts';

/** Whether most letters of the text are written from right to left, as in Arabic and Hebrew. */
export function isRightToLeft(text: string): boolean {
  if (!RIGHT_TO_LEFT.test(text)) return false;
  const rightToLeft = text.match(RIGHT_TO_LEFT_LETTERS)?.length ?? 0;
  return rightToLeft * 2 > (text.match(LETTERS)?.length ?? 0);
}

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const RIGHT_TO_LEFT_LETTERS = /(?=\p{L})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const LETTERS = /\p{L}/gu;

/** The HTML of a block with the attribute `dir` if its text is written from right to left. */
export function htmlWithDirection(html: string): string {
  if (!RIGHT_TO_LEFT.test(html) || !isRightToLeft(html.replace(/<[^>]*>|&#?\w+;/g, ''))) return html;
  return html.replace(/^(\s*<[a-z][a-z\d]*)(?=[\s>])(?![^>]*\sdir=)/, '$1 dir="rtl"');
}

/** The elements of an email, with the attribute `dir` and mirrored inline styles where the text is written from right to left. */
export function nodesWithDirection(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string' || node.attributes.has('dir') || !isRightToLeft(textContent([node]))) return node;
    const element = mirrored(node);
    return { ...element, attributes: new Map(element.attributes).set('dir', 'rtl') };
  });
}

function mirrored(element: HtmlElement): HtmlElement {
  const children = mapElements(element.children, (child) => [withMirroredStyle(child)]);
  return withMirroredStyle({ ...element, children });
}

function withMirroredStyle(element: HtmlElement): HtmlElement {
  const style = element.attributes.get('style');
  return style === undefined
    ? element
    : { ...element, attributes: new Map(element.attributes).set('style', mirroredStyle(style)) };
}

/** `padding:0 0 0 16px;border-left:…` becomes `padding:0 16px 0 0;border-right:…`. */
function mirroredStyle(style: string): string {
  return style
    .replace(/(padding|margin):([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+)/g, '$1:$2 $5 $4 $3')
    .replace(/\b(?:left|right)\b/g, (side) => (side === 'left' ? 'right' : 'left'));
}
