import { newestFirst } from '../archive/newestFirst.ts';
import { isCitationPlace } from '../compose/citations/citationPlaces.ts';
import { escapeLinkName, formatCitations, parseWebAddress } from '../compose/citations/formatCitations.ts';
import { nextSectionLabel } from '../compose/items/renumberAfterChange.ts';
import type { Entry } from '../entry/entry.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import { canonicalUrl } from '../urls/canonicalUrl.ts';
import { hostOf } from '../urls/url.ts';
import {
  type Completion,
  type CompletionContext,
  completeLinkName,
  type LineContext,
  MAX_COMPLETIONS,
} from './completion.ts';
import { addressCompletions, dayCompletions } from './dayCompletions.ts';
import { type OutletName, outletDetail, outletNames } from './outletNames.ts';
import { frontMatterSnippets, isNamePlaceholder, snippetCompletions } from './snippetCompletions.ts';

/**
 * The completions at the caret, the likeliest first: outlets and earlier days in links, labels at the start of a line. None in code, HTML
 * and whatever else is not prose.
 */
export function completionsAt(entry: Entry, caret: number, context: CompletionContext): Completion[] {
  if (entry.frontMatter && caret < entry.body.from)
    return context.hasContributedSnippets ? [] : frontMatterSnippets(entry, caret);
  if (!isCitationPlace(entry, caret)) return [];
  const { text, prose } = entry;
  const line: LineContext = {
    caret,
    before: prose.slice(startOfLine(text, caret), caret),
    after: prose.slice(caret, Math.max(caret, endOfLine(text, caret))),
  };
  const bracket = line.before.lastIndexOf('[');
  if (bracket >= 0 && !line.before.includes(']', bracket)) {
    return startsCitation(line, bracket)
      ? outletCompletions(entry, line, bracket, context)
      : dayCompletions(line, bracket, context);
  }
  const addresses = addressCompletions(line, context);
  if (addresses) return addresses;
  return [
    ...citationCompletions(line, context),
    ...labelCompletions(entry, line, context),
    ...snippetCompletions(entry, line, context.hasContributedSnippets),
  ];
}

/** Whether a bracket starts a citation: in a group, after a separator, in an announced list, or with its address already there. */
function startsCitation({ before, after }: LineContext, bracket: number): boolean {
  const textBefore = before.slice(0, bracket).trimEnd();
  return /(?:\(|[)\s]\/|:\**)$/.test(textBefore) || /^[^[\]]*\]\(https?:/i.test(after);
}

function outletCompletions(entry: Entry, line: LineContext, bracket: number, context: CompletionContext): Completion[] {
  const { caret, before, after } = line;
  const from = caret - before.length + bracket + 1;
  const typed = before.slice(bracket + 1);
  const address = /^[^[\]()]*\]\(\s*(https?:[^\s()]+)/i.exec(after)?.[1];
  const host = address === undefined ? undefined : hostOf(address);
  const names =
    address === undefined || !host ? allNames(entry, typed, line, context) : namesForAddress(address, context);
  return names.map((outlet) => {
    const { name } = outlet;
    const { to, text: insertText, ...rest } = completeLinkName(escapeLinkName(name), line);
    return {
      kind: 'outlet',
      label: name,
      detail: outletDetail(outlet, context.isPartial),
      span: { from, to },
      insertText,
      ...rest,
      ...(isNamePlaceholder(typed) && { filterText: `${typed} ${name}` }),
    };
  });
}

/** All names to offer. If there are too many, only those that contain the typed letters in their order. */
function allNames(
  entry: Entry,
  typed: string,
  { caret }: LineContext,
  { outlets, outletUsages }: CompletionContext,
): readonly OutletName[] {
  if (!outletUsages) return [];
  const names = outletNames(entry, caret, outletUsages, outlets);
  if (names.length <= MAX_COMPLETIONS || isNamePlaceholder(typed)) return names.slice(0, MAX_COMPLETIONS);
  const letters = typed.toLowerCase().trim();
  return names.filter(({ name }) => containsLetters(name.toLowerCase(), letters)).slice(0, MAX_COMPLETIONS);
}

function containsLetters(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The suggested name for an address, followed by the names under which its host has been cited. */
function namesForAddress(
  address: string,
  { outlets, outletUsages, trackingParameters }: CompletionContext,
): OutletName[] {
  const url = canonicalUrl(address, trackingParameters);
  const name = outlets.suggestName(url);
  const names = outletUsages?.forHost(hostOf(url) ?? '').filter((usage) => usage.name !== name) ?? [];
  const others = names
    .slice(0, MAX_OTHER_NAMES)
    .map((usage) => ({ name: usage.name, usage, origin: 'archive' }) as const);
  return name === undefined ? others : [{ name, usage: outletUsages?.forName(name), origin: 'known' }, ...others];
}

const MAX_OTHER_NAMES = 8;

/** Completions that turn a bare address at the caret into a citation. */
function citationCompletions({ caret, before, after }: LineContext, context: CompletionContext): Completion[] {
  const left = /[^\s(<]*$/.exec(before)?.[0] ?? '';
  const right = /^[^\s)>]*/.exec(after)?.[0] ?? '';
  const word = left + right;
  const address = parseWebAddress(word);
  if (left === '' || address === undefined || word.includes('[')) return [];
  const span = { from: caret - left.length, to: caret + right.length };
  return namesForAddress(address, context).map((outlet) => {
    const { name } = outlet;
    const [insertText = ''] = formatCitations([{ address, name }], context.outlets, context.trackingParameters);
    return {
      kind: 'outlet',
      label: name,
      detail: outletDetail(outlet, context.isPartial),
      span,
      insertText,
      filterText: word,
    };
  });
}

/** Labels for a line without one, if a paragraph can start there. */
function labelCompletions(
  entry: Entry,
  { caret, before, after }: LineContext,
  context: CompletionContext,
): Completion[] {
  const start = caret - before.length;
  const lineAbove = entry.text.slice(startOfLine(entry.text, Math.max(0, start - 1)), Math.max(0, start - 1));
  if (!/^[\p{L}\d ]{0,30}$/u.test(before) || after.trim() !== '') return [];
  if (start > entry.body.from && lineAbove.trim() !== '') return [];
  const next = nextSectionLabel(entry, start);
  const names = [...new Set([next, 'TK', 'poll', ...labelNames(entry, context)])];
  return names.map((name) => ({
    kind: 'label',
    label: `${name}/`,
    detail: name === next ? 'the next section' : name === 'TK' ? 'a section without a number yet' : '',
    span: { from: start, to: caret },
    insertText: `${name}/ `,
  }));
}

/** The names of labels such as `study/` in this entry and in the newest entries of the archive, the most common first. */
function labelNames({ text, blocks }: Entry, { archive }: CompletionContext): string[] {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { label } of blocks) if (label?.kind === 'named') count(text.slice(label.name.from, label.name.to));
  const published = archive?.days().filter(({ draft }) => !draft) ?? [];
  for (const { path } of published.toSorted(newestFirst).slice(0, MAX_ENTRIES_FOR_LABELS)) {
    for (const { kind, label } of archive?.summary(path)?.items ?? []) if (kind === 'named') count(label.slice(0, -1));
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** A label that none of the newest entries has is out of use. */
const MAX_ENTRIES_FOR_LABELS = 100;
