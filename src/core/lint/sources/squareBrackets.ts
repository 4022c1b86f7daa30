import type { Block, Link } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { BACKSLASH, CLOSE_BRACKET, OPEN_BRACKET } from '../../text/charCodes.ts';
import { textOf } from '../../text/text.ts';
import type { Finding, RuleEntry } from '../rule.ts';
import { isItem } from '../sections/blockPredicates.ts';
import { isCitedOutlet } from './isCitedOutlet.ts';

/**
 * The sources at the end of an item in square brackets instead of round ones: `[[NPR](…) / [CNN](…)]`. A link in brackets that is no
 * citation (`[[PDF](…)]`) is the writer's own style.
 */
export function squareBrackets({ text }: Pick<RuleEntry, 'text'>, block: Block, outlets: Outlets): Finding | undefined {
  const { content, links } = block;
  const to = content.to;
  const last = links.at(-1);
  if (!last || last.to !== to - 1 || text.charCodeAt(to - 1) !== CLOSE_BRACKET || !isItem(block)) return undefined;
  const first = firstOfChain(text, links);
  if (!first) return undefined;
  const from = first.from - 1;
  const before = text.charCodeAt(from - 1);
  if (text.charCodeAt(from) !== OPEN_BRACKET || before === BACKSLASH) return undefined;
  if (from <= content.from || !isWhitespaceOrThinSpace(before)) return undefined;
  const cited = links.slice(links.indexOf(first));
  if (!cited.some(({ name, address }) => isCitedOutlet(textOf(text, name).trim(), textOf(text, address), outlets)))
    return undefined;
  return {
    from,
    to,
    message: 'Square brackets around the sources: expected round ones.',
    fix: {
      title: 'Use round brackets',
      edits: [
        { from, to: from + 1, text: '(' },
        { from: to - 1, to, text: ')' },
      ],
    },
  };
}

/** The first of the links at the end that only ` / ` separates; undefined if one of them is broken. */
function firstOfChain(text: string, links: readonly Link[]): Link | undefined {
  let index = links.length - 1;
  while (index > 0 && /^ ?\/ ?$/.test(text.slice(links[index - 1]?.to, links[index]?.from))) index--;
  return links.slice(index).every(({ form }) => form === 'whole') ? links[index] : undefined;
}
