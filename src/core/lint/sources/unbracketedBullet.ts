import type { Block } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { textOf } from '../../text/text.ts';
import type { Finding, RuleEntry } from '../rule.ts';
import { isCitedOutlet } from './isCitedOutlet.ts';

/**
 * The outlet at the end of a bullet, after its last sentence and without brackets: `* They want it. [Politico](…)`. Other links may end a
 * bullet without brackets (`[Donate here](…)`), and so may an outlet in a list of links.
 */
export function unbracketedBullet(
  { text }: Pick<RuleEntry, 'text'>,
  { kind, content, headline, links, citationGroups }: Block,
  outlets: Outlets,
): Finding | undefined {
  const link = links.at(-1);
  if (kind !== 'bullet' || !link || link.to !== content.to || link.form !== 'whole' || citationGroups.length > 0)
    return undefined;
  const { from, to } = link;
  if (!isWhitespaceOrThinSpace(text.charCodeAt(from - 1))) return undefined;
  const start = Math.max(headline?.close ? headline.to : content.from, links.at(-2)?.to ?? 0);
  const prose = text.slice(start, from);
  // Only the end is searched: an expression that ends with `$` is tried at every position.
  if (!/[.!?]["”’'*_]*\s+$/.test(prose.slice(-20)) || !SENTENCE.test(prose)) return undefined;
  if (!isCitedOutlet(textOf(text, link.name).trim(), textOf(text, link.address), outlets)) return undefined;
  const fix = {
    title: 'Put the source in brackets',
    edits: [
      { from, to: from, text: '(' },
      { from: to, to, text: ')' },
    ],
  };
  return { from, to, message: 'Missing brackets around this source.', suggestions: [fix] };
}

/** Three words in a row, the second of them in lower case. */
const SENTENCE = /\S [a-z]+ \S/;
