import { escapeHtml } from '../commonmark/escape.ts';
import { type HeadPart, partOf } from './pageHead.ts';
import { type PictureOptions, pictureAddress } from './siteLinks.ts';

/**
 * The parts as the HTML of a page's head; below the heading (the title, and the description as `small`)
 * the element of each part has its kind as its class.
 */
export function headHtml(head: readonly HeadPart[], options: PictureOptions = {}): string {
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

/** What the page puts before values of its own accord. */
export const LEADS = { todayInOneSentence: 'Today in One Sentence.', currentMood: 'Current mood:' } as const;

function partHtml({ kind, html, text }: HeadPart, options: PictureOptions): string {
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
      const address = pictureAddress(text, options);
      return address === undefined ? '' : `<p class="${kind}"><img src="${escapeHtml(address)}" alt=""></p>\n`;
    }
    case 'todayInOneSentence':
      return `<div class="${kind}"><p><strong>${LEADS[kind]}</strong> ${oneSentence(html)}</p></div>\n`;
    case 'editorsNote':
      return `<div class="${kind}">${html}</div>\n`;
    case 'currentMood':
      return `<p class="${kind}">${LEADS[kind]} ${html}</p>\n`;
  }
}

/** Each of its headlines parted by a coloured ¶, and a coloured full stop at its end; a screen reader hears semicolons. */
function oneSentence(html: string): string {
  const marked = html.replace(/<[^>]*>|&#?\w+;|; /g, (found) =>
    found === '; ' ? '<span class="unseen">; </span><span class="pilcrow" aria-hidden="true">¶</span> ' : found,
  );
  return marked.replace(/\.$/, '<span class="stop">.</span>');
}
