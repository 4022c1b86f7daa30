/** `<https://herald.example/a>` */
export const URL_AUTOLINK = /<[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\0- <>]*>/y;

/** `<desk@herald.example>` */
export const EMAIL_AUTOLINK =
  /<[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/y;

/** A start tag with its attributes. */
const OPEN_TAG =
  /<[A-Za-z][A-Za-z0-9-]*(?:[ \t\v\f\n]+[A-Za-z_:][\w:.-]*(?:[ \t\v\f\n]*=[ \t\v\f\n]*(?:[^ \t\v\f\n"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t\v\f\n]*\/?>/y;

/** An end tag. */
const CLOSING_TAG = /<\/[A-Za-z][A-Za-z0-9-]*[ \t\v\f\n]*>/y;

/** The patterns of raw HTML within a paragraph, each with the ending that it needs: those of CommonMark 0.29, which the site follows. */
export const RAW_HTML: readonly (readonly [RegExp, string])[] = [
  [OPEN_TAG, '>'],
  [CLOSING_TAG, '>'],
  [/<!--(?:-?>|(?:[^-]|-[^-]|--[^>])*-->)/y, '-->'],
  [/<\?(?:[^?]|\?[^>])*\?>/y, '?>'],
  [/<![A-Z]+[ \t\v\f\n]+[^>]*>/y, '>'],
  [/<!\[CDATA\[(?:[^\]]|\][^\]]|\]\][^>])*\]\]>/y, ']]>'],
];

/** As `RAW_HTML`, with the wider comments and declarations of CommonMark 0.31: what any renderer takes for HTML. */
export const WIDEST_RAW_HTML: readonly (readonly [RegExp, string])[] = [
  [OPEN_TAG, '>'],
  [CLOSING_TAG, '>'],
  [/<!--(?:-?>|[\s\S]*?-->)/y, '-->'],
  [/<\?[\s\S]*?\?>/y, '?>'],
  [/<![A-Za-z][^>]*>/y, '>'],
  [/<!\[CDATA\[[\s\S]*?\]\]>/y, ']]>'],
];

/** The starts of HTML blocks, each with the text that ends it; a block without one ends before a blank line. */
export const HTML_BLOCKS: readonly { readonly start: RegExp; readonly end: RegExp | undefined }[] = [
  { start: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Za-z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  {
    start:
      /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i,
    end: undefined,
  },
];

/** A line that consists of one tag alone starts an HTML block too, but not within a paragraph. */
export const LONE_TAG = new RegExp(`^(?:${OPEN_TAG.source}|${CLOSING_TAG.source})\\s*$`);
