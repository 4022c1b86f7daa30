import type { Citation, Link } from '../../entry/entry.ts';
import { intendedAddress } from '../../entry/lenientLink.ts';
import type { GroupFault } from './groupFault.ts';
import type { GroupItem, GroupShape } from './groupShape.ts';

const FORM_MESSAGES = {
  'no-bracket': 'has no "]" before its address',
  spaced: 'has a space between its name and its address',
  parted: 'has extra characters between its name and its address',
  reversed: 'has its round and square brackets swapped',
  'open-address': 'has no ")" after its address',
  'no-opening': 'has no "[" before its name',
  doubled: 'has an extra bracket before its address',
  'no-paren': 'has no "(" before its address',
  escaped: 'is escaped',
} as const;

/** A citation whose link is not whole: the fix writes it anew. */
export function brokenLink(
  { text, items, isOpened, closerCount }: GroupShape,
  item: GroupItem,
  { link }: Citation,
  index: number,
): GroupFault {
  const name = text.slice(link.name.from, link.name.to).trim();
  const address = intendedAddress(text, link);
  const isLast = index === items.length - 1;
  const closer = isOpenEnded(link) && isLast && isOpened && closerCount === 0 ? ')' : '';
  const firstWords = item.nameOutsideLink ? text.slice(item.nameOutsideLink.from, link.from) : '';
  const fault = {
    kind: 'broken-link' as const,
    from: item.from,
    to: link.to,
    message: brokenLinkMessage(name, link),
    isTextElsewhere: link.form === 'spaced' || link.form === 'parted',
  };
  // An address that contains the start of another link cannot be told from what follows it.
  if (name === '' || address === '' || /\s|\]\(/.test(address)) return fault;
  const correctLink = `[${firstWords}${name}](${destinationOf(text, link, address)})${closer}${attributesOf(text, link)}`;
  return {
    ...fault,
    fix: { title: `Fix the link to ${name}`, edits: [{ from: item.from, to: link.to, text: correctLink }] },
  };
}

function brokenLinkMessage(name: string, { form }: Link): string {
  return `The link to ${name === '' ? 'an outlet' : name} ${form === 'whole' ? '' : FORM_MESSAGES[form]}.`;
}

/** The address with the angle brackets and the title that it was written with. */
function destinationOf(text: string, { address, to }: Link, intended: string): string {
  const isPointy = text[address.from - 1] === '<' && text[address.to] === '>';
  const title = TITLE.exec(text.slice(address.to + (isPointy ? 1 : 0), to))?.[0] ?? '';
  return `${isPointy ? `<${intended}>` : intended}${title}`;
}

const TITLE = /^\s+(?:"[^"]*"|'[^']*'|\([^()]*\))(?=\))/;

/** The Kramdown attributes that end a link. */
function attributesOf(text: string, { address, to }: Link): string {
  return /\{:[^}]*\}$/.exec(text.slice(address.to, to))?.[0] ?? '';
}

/**
 * The fault of a link that is not in a group: only a doubled parenthesis, `[the old site]((https://…))`, is certainly none of the prose.
 */
export function proseLinkFault(text: string, link: Link): GroupFault | undefined {
  const address = text.slice(link.address.from, link.address.to);
  const isDoubled = link.form === 'doubled' && text.startsWith('((', link.name.to + 1);
  if (!isDoubled || address === '' || /\s|\]\(/.test(address)) return undefined;
  const name = text.slice(link.name.from, link.name.to);
  const correctLink = `(${destinationOf(text, link, address)})${attributesOf(text, link)}`;
  const edits = [{ from: link.name.to + 1, to: link.to, text: correctLink }];
  return {
    kind: 'broken-link',
    from: link.from,
    to: link.to,
    message: brokenLinkMessage(name.trim(), link),
    fix: { title: `Fix the link to ${name.trim()}`, edits },
  };
}

/** Whether the bracket that closes the address is missing, so that the link may have swallowed the bracket of its group. */
export function isOpenEnded({ form }: Link): boolean {
  return form === 'open-address' || form === 'no-paren';
}
