import type { Block } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import type { Edit, Span } from '../../text/text.ts';
import type { Finding, Fix, RuleEntry } from '../rule.ts';
import { isItem } from '../sections/blockPredicates.ts';
import { isCitedOutlet } from './isCitedOutlet.ts';

/**
 * Sources that are no links but names with pasted addresses: `(NPR: https://…)`, `(NPR – https://… / CNN – https://…)`, at the end of an
 * item. There is a fix if each name is that of the outlet at its address.
 */
export function namedAddresses(
  { source: text }: Pick<RuleEntry, 'source'>,
  block: Block,
  outlets: Outlets,
): Finding | undefined {
  const { content } = block;
  if (text.charAt(content.to - 1) !== ')' || !isItem(block)) return undefined;
  const open = content.from + text.slice(content.from, content.to).lastIndexOf('(');
  if (text.charAt(open - 1) === ']') return undefined; // a link, as in nearly every block
  const group = text.slice(open, content.to);
  if (open <= content.from || group.length > MAX_GROUP_CHARS || !group.includes('://')) return undefined;
  if (!/[.!?]["”’'*_]*\s+$/.test(text.slice(Math.max(content.from, open - 10), open))) return undefined;
  const sources = sourcesIn(group, open);
  if (sources.length === 0) return undefined;
  const isCertain = sources.every(({ name, address }) => isCitedOutlet(name, address, outlets));
  if (!isCertain && sources.some(({ name }) => NOT_AN_OUTLET.test(name))) return undefined;
  const edits = sources.map(({ from, to, name, address }): Edit => ({ from, to, text: `[${name}](${address})` }));
  const isOne = sources.length === 1;
  const fix: Fix = { title: isOne ? 'Turn it into a link' : 'Turn them into links', edits };
  return {
    from: open + 1,
    to: content.to - 1,
    message: isOne
      ? 'This source is not a link: expected its address behind the name.'
      : 'These sources are not links: expected each address behind its name.',
    ...(isCertain ? { fix } : { suggestions: [fix] }),
  };
}

const MAX_GROUP_CHARS = 2000;

interface NamedAddress extends Span {
  readonly name: string;
  readonly address: string;
}

/** The sources of a group in brackets; none if it contains anything else. */
function sourcesIn(group: string, from: number): readonly NamedAddress[] {
  const sources: NamedAddress[] = [];
  for (let at = 1; ; ) {
    SOURCE.lastIndex = at;
    const match = SOURCE.exec(group);
    if (!match) return [];
    const [whole, space = '', name = '', address = '', end] = match;
    const start = from + at + space.length;
    sources.push({ from: start, to: from + at + whole.length - (end?.length ?? 0), name, address });
    if (end === ')') return sources;
    at += whole.length;
  }
}

/** A name, a colon, a dash or a comma, and an address, up to the next name or the end of the group. */
const SOURCE =
  /([ \t]*)([A-Z0-9][^()[\]\n:,;|<>]{0,44}?)(?::|,|[ \t]+[-–—])[ \t]*(https?:\/\/[^\s()[\]<>"“”]*[^\s()[\]<>"“”.,;:'’])([ \t]*[/;|,][ \t]*|\))/y;

/** Words that announce an address and do not name whose it is. */
const NOT_AN_OUTLET =
  /^(?:source|link|via|see|read|watch|listen|more|video|audio|photo|pdf|details?|docs?|code|slides|paper|update|url|web|website|full|here|credit|also|blog|demo|repo|github|announcement)\b/i;
