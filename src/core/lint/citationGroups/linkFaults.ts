import type { Citation, GroupToken } from '../../entry/entry.ts';
import { tokenName } from '../../entry/groupTokens.ts';
import { completesName } from '../../entry/splitName.ts';
import type { Edit } from '../../text/text.ts';
import { brokenLink } from './brokenLinks.ts';
import type { GroupFault } from './groupFault.ts';
import { type GroupItem, type GroupShape, straysInName } from './groupShape.ts';

/** The faults of one item of a group: a broken link, a name without a link, or an address without a name. */
export function* linkFaults(shape: GroupShape, item: GroupItem, index: number): Generator<GroupFault> {
  if (item.piece.kind === 'citation') yield* citationFaults(shape, item, item.piece, index);
  else if (item.piece.kind === 'name') {
    if (tokenName(shape.text, item.piece) !== 'TK') yield unlinkedName(shape.text, item.piece); // TK has a rule of its own
  } else if (item.piece.kind === 'literal') return;
  else if (item.nameOutsideLink) yield unbracketedLink(shape.text, item.nameOutsideLink, item.piece);
  else yield rawAddress(item.piece);
}

function* citationFaults(shape: GroupShape, item: GroupItem, citation: Citation, index: number): Generator<GroupFault> {
  const { text } = shape;
  const { link } = citation;
  const name = text.slice(link.name.from, link.name.to).trim();
  const hasAddress = link.address.from < link.address.to;
  if (link.form === 'escaped') return; // the rule on editor residue reports it
  if (link.form !== 'whole') {
    yield brokenLink(shape, item, citation, index);
    return;
  }
  if (name === '') {
    const message = hasAddress ? 'This link has no outlet name.' : 'This link has neither a name nor an address.';
    yield { kind: 'broken-link', from: link.from, to: hasAddress ? link.name.to + 1 : link.to, message };
    return;
  }
  if (item.nameOutsideLink && completesName(text, item.nameOutsideLink, link)) {
    const firstWords = text.slice(item.nameOutsideLink.from, link.from);
    yield {
      kind: 'broken-link',
      from: item.nameOutsideLink.from,
      to: link.name.to + 1,
      message: `"${firstWords.trim()}" is outside the link that begins with "${name}".`,
      fix: {
        title: `Link "${firstWords}${name}"`,
        edits: [{ from: item.nameOutsideLink.from, to: link.name.to, text: `[${firstWords}${name}` }],
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
    isTextElsewhere: isSeparator,
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
    isTextElsewhere: trail.includes('/'),
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
    isTextElsewhere: true,
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
    isTextElsewhere: true,
    suggestions: [{ title: `Link ${name}`, edits: [{ from, to, text: link }], caret: link.length - 1 }],
  };
}

/** `CNN https://…`, `CNN (https://…)`: a link without brackets around its name. */
function unbracketedLink(text: string, nameToken: GroupToken, addressToken: GroupToken): GroupFault {
  const name = tokenName(text, nameToken);
  const span = { from: nameToken.from, to: addressToken.to };
  const isBracketed = text[addressToken.from] === '(';
  const address = text.slice(addressToken.from, addressToken.to);
  return {
    kind: 'broken-link',
    ...span,
    message: `The link to ${name} has no brackets.`,
    isTextElsewhere: true,
    fix: {
      title: `Link ${name}`,
      edits: [{ ...span, text: `[${name}]${isBracketed ? address : `(${address})`}` }],
    },
  };
}

function rawAddress({ from, to }: GroupToken): GroupFault {
  return { kind: 'raw-address', from, to, message: 'This address has no outlet name.', isTextElsewhere: true };
}
