import type { Attributes } from '../attributes.ts';

/** Escapes `<`, `>` and `&`. */
export function escapeAll(text: string): string {
  return RESERVED.test(text) ? text.replace(ALL_RESERVED, (character) => ENTITIES[character] ?? character) : text;
}

/** Escapes `<`, `>` and `&`, but keeps character references. */
export function escapeText(text: string): string {
  return RESERVED.test(text) ? text.replace(RESERVED_IN_TEXT, (match) => ENTITIES[match] ?? match) : text;
}

/** Writes attributes, each with a space before it. */
export function attributesHtml(attributes: Attributes | undefined): string {
  if (attributes === undefined) return '';
  let html = '';
  for (const [key, value] of attributes) {
    if (key !== 'id' || value.trim() !== '') html += ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`;
  }
  return html;
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const RESERVED = /[<>&]/;
const ALL_RESERVED = /[<>&]/g;
const RESERVED_IN_TEXT = /[<>]|&(?:[\w:][\w:.-]*;|#\d+;|#x[\dA-Fa-f]+;)?/g;
