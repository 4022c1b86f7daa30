import { addressIn } from '../../entry/anyLink.ts';
import type { Citation, GroupToken, Link } from '../../entry/entry.ts';
import { nameIn } from '../../entry/marks.ts';
import type { Edit } from '../../text/text.ts';
import type { GroupFault } from './groupFault.ts';
import { edgesOf, type Item, type Shape } from './groupShape.ts';

/** What is wrong with one item of a group: its link, the name without one, the address without a name. */
export function* linkFaults(shape: Shape, item: Item, index: number): Generator<GroupFault> {
  if (item.piece.kind === 'citation') yield* citationFaults(shape, item, item.piece, index);
  else if (item.piece.kind === 'name') {
    if (nameIn(shape.text, item.piece) !== 'TK') yield unlinked(shape.text, item.piece); // still to come, and reported as that
  } else if (item.outside) yield unbracketed(shape.text, item.outside, item.piece);
  else yield rawAddress(item.piece);
}

function* citationFaults(shape: Shape, item: Item, citation: Citation, index: number): Generator<GroupFault> {
  const { text } = shape;
  const { link } = citation;
  const name = text.slice(link.name.from, link.name.to).trim();
  const address = text.slice(link.address.from, link.address.to);
  if (link.form === 'escaped') return; // it is what an editor left, and reported as that
  if (link.form !== 'whole') {
    yield brokenLink(shape, item, citation, index);
    return;
  }
  if (name === '') {
    const message = address === '' ? 'This link has neither a name nor an address.' : 'The link names no outlet.';
    yield { kind: 'broken-link', from: link.from, to: address === '' ? link.to : link.name.to + 1, message };
    return;
  }
  if (item.outside && !/^(?:Part|Parts|Vol|\d)\b/.test(name)) {
    const between = text.slice(item.outside.from, link.from);
    yield {
      kind: 'broken-link',
      from: item.outside.from,
      to: link.name.to + 1,
      message: `"${between.trim()}" stands outside the link that starts with "${name}".`,
      fix: {
        title: `Link "${between}${name}"`,
        edits: [{ from: item.outside.from, to: link.to, text: `[${between}${name}](${address})` }],
      },
    };
    return;
  }
  const { lead, trail } = edgesOf(text, citation);
  const before = lead === '' ? undefined : slippedIn(shape, item, citation, index, lead);
  const behind = trail === '' ? undefined : slippedOut(shape, citation, index, trail);
  if (before && behind) yield bothSlipped(before, behind, shape.text.slice(before.to, behind.from));
  else if (before) yield before;
  else if (behind) yield behind;
}

const FORMS = {
  'no-bracket': 'has no "]" before its address',
  spaced: 'has a space between its name and its address',
  parted: 'has something between its name and its address',
  reversed: 'has its brackets the wrong way round',
  'open-address': 'has no ")" behind its address',
  'no-opening': 'has no "[" before its name',
  doubled: 'has a bracket too many before its address',
  'no-paren': 'has no "(" before its address',
  escaped: 'is escaped',
} as const;

function brokenLink(
  { text, items, opened, closers }: Shape,
  item: Item,
  { link }: Citation,
  index: number,
): GroupFault {
  const name = text.slice(link.name.from, link.name.to).trim();
  const address = addressIn(text, link);
  const isLast = index === items.length - 1;
  const close = isOpenEnded(link) && isLast && opened && closers === 0 ? ')' : '';
  const before = item.outside ? text.slice(item.outside.from, link.from) : '';
  const fault = {
    kind: 'broken-link' as const,
    from: item.from,
    to: link.to,
    message: `The link to ${name === '' ? 'an outlet' : name} ${link.form === 'whole' ? '' : FORMS[link.form]}.`,
  };
  if (name === '' || address === '' || /\s/.test(address)) return fault;
  const whole = `[${before}${name}](${address})${close}`;
  return {
    ...fault,
    fix: { title: `Mend the link to ${name}`, edits: [{ from: item.from, to: link.to, text: whole }] },
  };
}

/** `[(CNN](…)`, `[ / The Hill](…)`: what stands before the name goes out of the link. */
function slippedIn(shape: Shape, item: Item, { link }: Citation, index: number, lead: string): GroupFault {
  const { text, items } = shape;
  const isSeparator = lead.includes('/');
  const nameFrom = link.name.from + lead.length;
  const previous = items[index - 1];
  const hasSeparator = item.before.some(({ kind }) => kind === 'separator');
  const hasOpen = items[0]?.before.some(({ kind }) => kind === 'open') ?? false;
  let edit: Edit;
  if (isSeparator && previous && !hasSeparator) edit = { from: previous.to, to: nameFrom, text: ' / [' };
  else if (isSeparator || hasOpen) edit = { from: link.from, to: nameFrom, text: '[' };
  else edit = { from: link.from, to: nameFrom, text: `${lead}[` };
  return {
    kind: 'broken-link',
    from: link.from,
    to: nameFrom,
    message: `"${lead.trim()}" is inside the link to ${text.slice(nameFrom, link.name.to)}.`,
    fix: {
      title: isSeparator ? 'Put the separator before the link' : 'Put the bracket before the link',
      edits: [edit],
    },
  };
}

/** `[CNN)](…)`, `[The Hill /](…)`: what stands behind the name goes out of the link, and away where it is there already. */
function slippedOut(
  { text, items, closes, opened, closers }: Shape,
  { link }: Citation,
  index: number,
  trail: string,
): GroupFault {
  const nameTo = link.name.to - trail.length;
  const drop = { from: nameTo, to: link.name.to, text: '' };
  const next = items[index + 1];
  const edits: Edit[] = [drop];
  if (trail.includes('/')) {
    if (next && next.before.length === 0) edits.push({ from: link.to, to: next.from, text: ' / ' });
  } else if (trail.includes(')') && !next && opened && closers === 1 && closes.length === 0) {
    edits.push({ from: link.to, to: link.to, text: ')' });
  }
  return {
    kind: 'broken-link',
    from: nameTo,
    to: link.name.to + 1,
    message: `"${trail.trim()}" is inside the link to ${text.slice(link.name.from, nameTo)}.`,
    fix: {
      title: titleFor(trail),
      edits,
    },
  };
}

function titleFor(trail: string): string {
  if (trail.includes('(')) return 'Remove the bracket';
  return trail.includes('/') ? 'Put the separator behind the link' : 'Put the bracket behind the link';
}

/** `[(CNN)](…)`: one slip, not two. */
function bothSlipped(before: GroupFault, behind: GroupFault, name: string): GroupFault {
  return {
    kind: 'broken-link',
    from: before.from,
    to: behind.to,
    message: `The brackets of ${name} are inside the link.`,
    fix: {
      title: 'Put the brackets around the link',
      edits: [...(before.fix?.edits ?? []), ...(behind.fix?.edits ?? [])],
    },
  };
}

function unlinked(text: string, mark: GroupToken): GroupFault {
  const { from, to } = mark;
  const name = nameIn(text, mark);
  const link = `[${name}]()`;
  return {
    kind: 'unlinked',
    from,
    to,
    message: `${name} is named as a source, but no link stands behind it.`,
    suggestions: [{ title: `Link ${name}`, edits: [{ from, to, text: link }], caret: link.length - 1 }],
  };
}

/** `CNN https://…`: all that a link is made of. */
function unbracketed(text: string, name: GroupToken, address: GroupToken): GroupFault {
  const named = nameIn(text, name);
  const span = { from: name.from, to: address.to };
  return {
    kind: 'broken-link',
    ...span,
    message: `No brackets make a link of ${named} and its address.`,
    fix: {
      title: `Link ${named}`,
      edits: [{ ...span, text: `[${named}](${text.slice(address.from, address.to)})` }],
    },
  };
}

/** Whether the link may have swallowed the bracket of its group, or its own is missing like that. */
export function isOpenEnded({ form }: Link): boolean {
  return form === 'open-address' || form === 'no-paren';
}

function rawAddress({ from, to }: GroupToken): GroupFault {
  return { kind: 'raw-address', from, to, message: 'This address stands in the group without an outlet before it.' };
}
