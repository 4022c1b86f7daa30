import type { Citation, GroupToken, Link } from '../../entry/entry.ts';
import { tokenName } from '../../entry/groupTokens.ts';
import { intendedAddress } from '../../entry/lenientLink.ts';
import type { Edit } from '../../text/text.ts';
import type { GroupFault } from './groupFault.ts';
import { type GroupItem, type GroupShape, straysInName } from './groupShape.ts';

/** The faults of one item of a group: a broken link, a name without a link, or an address without a name. */
export function* linkFaults(shape: GroupShape, item: GroupItem, index: number): Generator<GroupFault> {
  if (item.piece.kind === 'citation') yield* citationFaults(shape, item, item.piece, index);
  else if (item.piece.kind === 'name') {
    if (tokenName(shape.text, item.piece) !== 'TK') yield unlinkedName(shape.text, item.piece); // TK has a rule of its own
  } else if (item.nameOutsideLink) yield unbracketedLink(shape.text, item.nameOutsideLink, item.piece);
  else yield rawAddress(item.piece);
}

function* citationFaults(shape: GroupShape, item: GroupItem, citation: Citation, index: number): Generator<GroupFault> {
  const { text } = shape;
  const { link } = citation;
  const name = text.slice(link.name.from, link.name.to).trim();
  const address = text.slice(link.address.from, link.address.to);
  if (link.form === 'escaped') return; // the rule on editor residue reports it
  if (link.form !== 'whole') {
    yield brokenLink(shape, item, citation, index);
    return;
  }
  if (name === '') {
    const message = address === '' ? 'This link has neither a name nor an address.' : 'This link has no outlet name.';
    yield { kind: 'broken-link', from: link.from, to: address === '' ? link.to : link.name.to + 1, message };
    return;
  }
  if (item.nameOutsideLink && !/^(?:Part|Parts|Vol|\d)\b/.test(name)) {
    const firstWords = text.slice(item.nameOutsideLink.from, link.from);
    yield {
      kind: 'broken-link',
      from: item.nameOutsideLink.from,
      to: link.name.to + 1,
      message: `"${firstWords.trim()}" is outside the link that begins with "${name}".`,
      fix: {
        title: `Link "${firstWords}${name}"`,
        edits: [{ from: item.nameOutsideLink.from, to: link.to, text: `[${firstWords}${name}](${address})` }],
      },
    };
    return;
  }
  const { lead, trail } = straysInName(text, citation);
  const before = lead === '' ? undefined : strayBeforeName(shape, item, citation, index, lead);
  const after = trail === '' ? undefined : strayAfterName(shape, citation, index, trail);
  if (before && after) yield straysAroundName(before, after, text.slice(before.to, after.from));
  else if (before) yield before;
  else if (after) yield after;
}

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

function brokenLink(
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
    message: `The link to ${name === '' ? 'an outlet' : name} ${link.form === 'whole' ? '' : FORM_MESSAGES[link.form]}.`,
  };
  if (name === '' || address === '' || /\s/.test(address)) return fault;
  const correctLink = `[${firstWords}${name}](${address})${closer}`;
  return {
    ...fault,
    fix: { title: `Fix the link to ${name}`, edits: [{ from: item.from, to: link.to, text: correctLink }] },
  };
}

/** `[(CNN](…)`, `[ / The Hill](…)`: the fix moves the stray characters out of the link. */
function strayBeforeName(
  { text, items }: GroupShape,
  item: GroupItem,
  { link }: Citation,
  index: number,
  lead: string,
): GroupFault {
  const isSeparator = lead.includes('/');
  const nameFrom = link.name.from + lead.length;
  const previous = items[index - 1];
  const hasSeparator = item.tokensBefore.some(({ kind }) => kind === 'separator');
  const hasOpener = items[0]?.tokensBefore.some(({ kind }) => kind === 'open') ?? false;
  let edit: Edit;
  if (isSeparator && previous && !hasSeparator) edit = { from: previous.to, to: nameFrom, text: ' / [' };
  else if (isSeparator || hasOpener) edit = { from: link.from, to: nameFrom, text: '[' };
  else edit = { from: link.from, to: nameFrom, text: `${lead}[` };
  return {
    kind: 'broken-link',
    from: link.from,
    to: nameFrom,
    message: `"${lead.trim()}" is inside the link to ${text.slice(nameFrom, link.name.to)}.`,
    fix: {
      title: isSeparator ? 'Move the separator before the link' : 'Move the bracket before the link',
      edits: [edit],
    },
  };
}

/** `[CNN)](…)`, `[The Hill /](…)`: the fix moves the stray characters out of the link, or deletes them if they are there already. */
function strayAfterName(
  { text, items, trailingClosers, isOpened, closerCount }: GroupShape,
  { link }: Citation,
  index: number,
  trail: string,
): GroupFault {
  const nameTo = link.name.to - trail.length;
  const next = items[index + 1];
  const edits: Edit[] = [{ from: nameTo, to: link.name.to, text: '' }];
  if (trail.includes('/')) {
    if (next && next.tokensBefore.length === 0) edits.push({ from: link.to, to: next.from, text: ' / ' });
  } else if (trail.includes(')') && !next && isOpened && closerCount === 1 && trailingClosers.length === 0) {
    edits.push({ from: link.to, to: link.to, text: ')' });
  }
  return {
    kind: 'broken-link',
    from: nameTo,
    to: link.name.to + 1,
    message: `"${trail.trim()}" is inside the link to ${text.slice(link.name.from, nameTo)}.`,
    fix: { title: fixTitle(trail), edits },
  };
}

function fixTitle(trail: string): string {
  if (trail.includes('(')) return 'Remove the bracket';
  return trail.includes('/') ? 'Move the separator after the link' : 'Move the bracket after the link';
}

/** `[(CNN)](…)`: one fault, not two. */
function straysAroundName(before: GroupFault, after: GroupFault, name: string): GroupFault {
  return {
    kind: 'broken-link',
    from: before.from,
    to: after.to,
    message: `The brackets around ${name} are inside the link.`,
    fix: {
      title: 'Move the brackets outside the link',
      edits: [...(before.fix?.edits ?? []), ...(after.fix?.edits ?? [])],
    },
  };
}

function unlinkedName(text: string, token: GroupToken): GroupFault {
  const { from, to } = token;
  const name = tokenName(text, token);
  const link = `[${name}]()`;
  return {
    kind: 'unlinked',
    from,
    to,
    message: `${name} is named as a source but has no link.`,
    suggestions: [{ title: `Link ${name}`, edits: [{ from, to, text: link }], caret: link.length - 1 }],
  };
}

/** `CNN https://…`: a link without brackets. */
function unbracketedLink(text: string, nameToken: GroupToken, address: GroupToken): GroupFault {
  const name = tokenName(text, nameToken);
  const span = { from: nameToken.from, to: address.to };
  return {
    kind: 'broken-link',
    ...span,
    message: `The link to ${name} has no brackets.`,
    fix: {
      title: `Link ${name}`,
      edits: [{ ...span, text: `[${name}](${text.slice(address.from, address.to)})` }],
    },
  };
}

/** Whether the bracket that closes the address is missing, so that the link may have swallowed the bracket of its group. */
export function isOpenEnded({ form }: Link): boolean {
  return form === 'open-address' || form === 'no-paren';
}

function rawAddress({ from, to }: GroupToken): GroupFault {
  return { kind: 'raw-address', from, to, message: 'This address has no outlet name.' };
}
