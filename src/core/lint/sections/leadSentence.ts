import type { Block, Entry } from '../../entry/entry.ts';
import type { Span } from '../../text/text.ts';

/** The first sentence of a block, with its full stop; the whole text before the citations if no sentence ends there. */
export function leadSentence({ text }: Entry, { content, citationGroups }: Block): Span {
  const prose = text.slice(content.from, citationGroups[0]?.from ?? content.to);
  const end = SENTENCE_END.exec(prose);
  const length = end ? end.index + end[0].length : prose.trimEnd().length;
  return { from: content.from, to: content.from + Math.max(1, length) };
}

/**
 * A full stop, exclamation mark or question mark before a new sentence; not the full stop of an abbreviation or an initial. The marks of
 * Chinese and Japanese need no space after them.
 */
const SENTENCE_END =
  /(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec))[.!?]["”“’»]?(?=\s+(?:["“„«»]\s?)?[A-Z0-9\u00c0-\u00de\u0391-\u03a9\u0401-\u042f\u05d0-\u06ff])|[。！？]["”」』]?/;
