import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';

/** What the page has for raw HTML: as it is, without the tags that `tagfilter` names, or a comment. */
export function shownHtml(html: string, { unsafe, tagfilter }: CommonMarkOptions): string {
  if (!unsafe) return '<!-- raw HTML omitted -->';
  return tagfilter ? html.replace(FILTERED_TAG, '&lt;$1') : html;
}

/** GitHub's renderer also filters the end tags, commonmarker only the start tags. */
const FILTERED_TAG = /<(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[ \t\r\n\f\v]|>|\/>)/gi;
