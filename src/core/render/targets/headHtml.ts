import { escapeHtml } from '../commonmark/escape.ts';
import { type HeadPart, partOf } from './pageHead.ts';
import { type ImageOptions, imageUrl } from './siteLinks.ts';

/**
 * Writes the parts as the HTML above the body of a page. The heading contains the title and, as `small`, the description. Every
 * other part has an element with its kind as the class.
 */
export function headHtml(head: readonly HeadPart[], options: ImageOptions = {}): string {
  const title = partOf(head, 'title');
  const description = partOf(head, 'description');
  let html = '';
  if (title || description) {
    const small = description && `<small>${description.html}</small>`;
    html += `<h1>${[title?.html, small].filter((part) => part !== undefined).join(': ')}</h1>\n`;
  }
  for (const part of head) html += partHtml(part, options);
  return html;
}

/** Words that the page adds before a value. */
export const LEAD_INS = { todayInOneSentence: 'Today in One Sentence.', currentMood: 'Current mood:' } as const;

function partHtml({ kind, html, text }: HeadPart, options: ImageOptions): string {
  switch (kind) {
    case 'title':
    case 'description':
      return ''; // in the heading
    case 'date':
    case 'tags':
      return `<p class="${kind}">${html}</p>\n`;
    case 'readingTime':
      return `<p class="${kind}"><em>${html}</em></p>\n`;
    case 'image': {
      const address = imageUrl(text, options);
      return address === undefined ? '' : `<p class="${kind}"><img src="${escapeHtml(address)}" alt=""></p>\n`;
    }
    case 'todayInOneSentence':
      return `<div class="${kind}"><p><strong>${LEAD_INS[kind]}</strong> ${oneSentenceHtml(html)}</p></div>\n`;
    case 'editorsNote':
      return `<div class="${kind}">${html}</div>\n`;
    case 'currentMood':
      return `<p class="${kind}">${LEAD_INS[kind]} ${html}</p>\n`;
  }
}

/** Separates the headlines by a colored ¶ (screen readers get the semicolon), and colors the final full stop. */
function oneSentenceHtml(html: string): string {
  const separated = html.replace(/<[^>]*>|&#?\w+;|; /g, (match) =>
    match === '; ' ? '<span class="unseen">; </span><span class="pilcrow" aria-hidden="true">¶</span> ' : match,
  );
  return separated.replace(/\.$/, '<span class="stop">.</span>');
}
