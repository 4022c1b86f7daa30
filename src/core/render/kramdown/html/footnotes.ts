import type { KramdownDocument, UsedFootnote } from '../document.ts';
import { createElement, type Element } from '../element.ts';
import { attributesHtml, escapeText } from './escape.ts';
import { writeHtml } from './writeHtml.ts';

/** Numbers the footnotes that the document refers to, in the order of the references; those in footnotes come last. */
export function numberFootnotes(document: KramdownDocument): void {
  const { usedFootnotes, footnotes, options } = document;
  const used = new Map<string, UsedFootnote & { count: number }>();
  const number = (element: Element): void => {
    if (document.insertedHtml.has(element)) return;
    for (const child of element.children) number(child);
    const label = element.text;
    const content = element.type === 'footnoteReference' ? footnotes.get(label) : undefined;
    if (content === undefined) return;
    let footnote = used.get(label);
    if (footnote === undefined) {
      footnote = { label, content, number: options.footnoteNr + usedFootnotes.length, count: 0 };
      used.set(label, footnote);
      usedFootnotes.push(footnote);
    }
    element.level = footnote.number;
    const repetition = footnote.count === 0 ? '' : `:${footnote.count}`;
    element.attributes = new Map([['id', `fnref:${options.footnotePrefix}${label}${repetition}`]]);
    footnote.count++;
  };
  number(document.root);
  // The list grows while the contents refer to more of them.
  for (const { label, content } of usedFootnotes) {
    addBacklinks(document, content, label, used.get(label)?.count ?? 1);
    number(content);
  }
}

/** Adds the links back to the references, to the last paragraph or as a paragraph of their own. */
function addBacklinks({ options }: KramdownDocument, content: Element, label: string, count: number): void {
  const text = escapeText(options.footnoteBacklink);
  const isAtEnd = content.children.at(-1)?.type === 'paragraph' || options.footnoteBacklinkInline;
  const existing = isAtEnd ? lastParagraph(content) : undefined;
  const paragraph = existing ?? createElement('paragraph');
  if (existing === undefined) content.children.push(paragraph);
  if (text === '') return;
  for (let index = 0; index < count; index++) {
    const space = index > 0 || existing !== undefined ? '\u00a0' : '';
    const name = options.footnotePrefix + label + (index === 0 ? '' : `:${index}`);
    const shown = index === 0 ? text : `${text}<sup>${index + 1}</sup>`;
    const link = `${space}<a href="#fnref:${name}" class="reversefootnote" role="doc-backlink">${shown}</a>`;
    paragraph.children.push(createElement('rawHtml', link, true));
  }
}

function lastParagraph(content: Element): Element | undefined {
  let parent: Element = content;
  for (;;) {
    const last = parent.children.at(-1);
    if (last === undefined || last.type === 'paragraph' || last.type === 'heading') return last;
    parent = last;
  }
}

/** Writes the list of footnotes; empty if there are none. */
export function footnotesHtml(document: KramdownDocument): string {
  const { usedFootnotes, options } = document;
  if (usedFootnotes.length === 0) return '';
  let items = '';
  for (const { label, content } of usedFootnotes) {
    const item = createElement('listItem');
    item.attributes = new Map([
      ['id', `fn:${options.footnotePrefix}${label}`],
      ['role', 'doc-endnote'],
    ]);
    item.children = content.children;
    items += writeHtml(document, item, item, 4);
  }
  const start = options.footnoteNr === 1 ? undefined : new Map([['start', String(options.footnoteNr)]]);
  return `<div class="footnotes" role="doc-endnotes">\n  <ol${attributesHtml(start)}>\n${items}  </ol>\n</div>\n`;
}
