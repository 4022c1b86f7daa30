import type { OutletUsage } from '../archive/outletUsage.ts';
import { addressIn, citationsOf, safeName } from '../compose/citations/cite.ts';
import { nextLabel } from '../compose/items/renumber.ts';
import type { BlockKind, Entry } from '../entry/entry.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import { canonicalUrl } from '../urls/canonicalUrl.ts';
import { hostOf } from '../urls/url.ts';
import { type Completion, type CompletionContext, dayName, type LineContext, linkName, MOST } from './completion.ts';
import { completeAddress, completeDay } from './dayCompletions.ts';
import { outletSuggestions } from './outletSuggestions.ts';

/** What can stand at the caret, the likeliest first: outlets and earlier days in links, labels where a line begins. */
export function completionsAt(entry: Entry, caret: number, known: CompletionContext): Completion[] {
  const { text, body, blocks } = entry;
  if (caret < body.from || caret > text.length) return [];
  const block = blocks.find(({ from, to }) => from <= caret && caret <= to);
  if (block && LITERAL.has(block.kind)) return [];
  const around = {
    caret,
    before: text.slice(startOfLine(text, caret), caret),
    after: text.slice(caret, Math.max(caret, endOfLine(text, caret))),
  };
  const open = around.before.lastIndexOf('[');
  if (open >= 0 && !around.before.includes(']', open)) {
    return isOutlet(around, open) ? outletsIn(around, open, known) : completeDay(around, open, known);
  }
  const address = completeAddress(around, known);
  if (address) return address;
  return [...citationsAt(around, known), ...labelsAt(entry, around, known)];
}

/** Blocks whose text is no prose. */
const LITERAL: ReadonlySet<BlockKind> = new Set<BlockKind>(['code', 'html', 'tweet', 'marker']);

/** Whether what begins at the bracket is a citation: in a group, behind a separator, in an announced list, or with its address there. */
function isOutlet({ before, after }: LineContext, open: number): boolean {
  const said = before.slice(0, open).trimEnd();
  return /(?:\(|[)\s]\/|:\**)$/.test(said) || /^[^[\]]*\]\(https?:/i.test(after);
}

function outletsIn(around: LineContext, open: number, known: CompletionContext): Completion[] {
  const { caret, before, after } = around;
  const from = caret - before.length + open + 1;
  const address = /^[^[\]()]*\]\(\s*(https?:[^\s()]+)/i.exec(after)?.[1];
  const uses =
    address === undefined
      ? (known.uses ? outletSuggestions(known.uses, known.outlets) : []).slice(0, MOST)
      : usesAt(address, known);
  return uses.map(({ name, ...use }) => {
    const { to, ...written } = linkName(safeName(name), around);
    return { kind: 'outlet', label: name, detail: detailOf(use), span: { from, to }, ...written };
  });
}

type Named = Pick<OutletUsage, 'name'> & Partial<OutletUsage>;

/** The names for an address: the one to offer, and those that its host was cited under. */
function usesAt(address: string, { outlets, uses, tracking }: CompletionContext): Named[] {
  const proper = canonicalUrl(address, tracking);
  const name = outlets.nameFor(proper);
  const others = uses?.at(hostOf(proper) ?? '').filter((use) => use.name !== name) ?? [];
  const first = name === undefined ? [] : [{ ...uses?.named(name), name }];
  return [...first, ...others.slice(0, FEW)];
}

const FEW = 8;

function detailOf({ count, last }: Partial<OutletUsage>): string {
  if (count === undefined || !last) return 'never cited yet';
  // In few words: the rows are narrow.
  return count === 1 ? `once, ${dayName(last)}` : `${count.toLocaleString('en-US')} times, last ${dayName(last)}`;
}

/** An address that stands there as it was pasted becomes a citation. */
function citationsAt({ caret, before, after }: LineContext, known: CompletionContext): Completion[] {
  const left = /[^\s(<]*$/.exec(before)?.[0] ?? '';
  const right = /^[^\s)>]*/.exec(after)?.[0] ?? '';
  const word = left + right;
  const address = addressIn(word);
  if (left === '' || address === undefined || word.includes('[')) return [];
  const span = { from: caret - left.length, to: caret + right.length };
  return usesAt(address, known).map(({ name, ...use }) => {
    const [text = ''] = citationsOf([{ address, name }], known.outlets, known.tracking);
    return { kind: 'outlet', label: name, detail: detailOf(use), span, text, filter: word };
  });
}

/** Labels, where a line has none yet and a paragraph could begin. */
function labelsAt(entry: Entry, { caret, before, after }: LineContext, known: CompletionContext): Completion[] {
  const start = caret - before.length;
  const above = entry.text.slice(startOfLine(entry.text, Math.max(0, start - 1)), Math.max(0, start - 1));
  if (!/^[\p{L}\d ]{0,30}$/u.test(before) || after.trim() !== '') return [];
  if (start > entry.body.from && above.trim() !== '') return [];
  const next = nextLabel(entry, start);
  const names = [...new Set([next, 'TK', 'poll', ...labelNames(entry, known)])];
  return names.map((name) => ({
    kind: 'label',
    label: `${name}/`,
    detail: name === next ? 'the next section' : name === 'TK' ? 'a section whose number is to come' : '',
    span: { from: start, to: caret },
    text: `${name}/ `,
  }));
}

/** The names that sections have in this entry and in the newest others, the commonest first. */
function labelNames({ text, blocks }: Entry, { archive }: CompletionContext): string[] {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { label } of blocks) if (label?.kind === 'named') count(text.slice(label.name.from, label.name.to));
  const published = archive?.days().filter(({ draft }) => !draft) ?? [];
  const newest = published.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)).slice(0, NEWEST);
  for (const { path } of newest) {
    for (const { kind, label } of archive?.summary(path)?.items ?? []) if (kind === 'named') count(label.slice(0, -1));
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** Names that nobody has used for so many entries are not missed. */
const NEWEST = 100;
