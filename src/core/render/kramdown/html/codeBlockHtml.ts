import type { Element } from '../element.ts';
import { attributesHtml, escapeAll } from './escape.ts';

/** Writes code without highlighting. The class that names its language is for the `code`, other attributes are for the `pre`. */
export function codeBlockHtml(element: Element, indent: number): string {
  const attributes = new Map(element.attributes);
  const classes = attributes.get('class') ?? '';
  const language = /(?<![\w-])language-(\S+)/.exec(classes)?.[1];
  if (language !== undefined) {
    const others = classes.replace(/(?<![\w-])language-\S+/, '').trim();
    if (others === '') attributes.delete('class');
    else attributes.set('class', others);
  }
  const code = escapeAll(element.text).replace(/\n$/, '');
  const shown = /\bshow-whitespaces\b/.test(classes) ? withVisibleSpaces(code) : code;
  const codeAttributes = language === undefined ? undefined : new Map([['class', `language-${language}`]]);
  return `${' '.repeat(Math.max(0, indent))}<pre${attributesHtml(attributes)}><code${attributesHtml(codeAttributes)}>${shown}\n</code></pre>\n`;
}

/** Marks white space up for a style sheet: `-l` at the start of a line, `-r` at its end. */
function withVisibleSpaces(code: string): string {
  return code.replace(/[ \t]+/g, (run, offset: number) => {
    const isAtStart = offset === 0 || code[offset - 1] === '\n';
    const after = code[offset + run.length];
    const side = isAtStart ? '-l' : after === undefined || after === '\n' ? '-r' : '';
    return Array.from(run, (space) =>
      space === '\t' ? `<span class="ws-tab${side}">\t</span>` : `<span class="ws-space${side}">&#8901;</span>`,
    ).join('');
  });
}
