import { editDistance } from '../../src/core/text/editDistance.ts';
import { escapeRegExp } from '../../src/core/text/escapeRegExp.ts';
import { findTracking } from '../../src/core/urls/trackingParameters.ts';
import {
  type DocumentFacts,
  hasFrontMatter,
  type LeafBlock,
  type Moment,
  readDocument,
  withoutSentenceEnd,
  wordsIn,
} from './independentReader.ts';

/** The edit of a text: the span is replaced. */
interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A problem that was fixed: its span, and the edits of its fix. */
export interface Fixed {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  readonly edits: readonly TextEdit[];
}

export type HarmKind =
  | 'code'
  | 'html'
  | 'liquid'
  | 'address'
  | 'link title'
  | 'title'
  | 'moment'
  | 'value'
  | 'word'
  | 'block';

/** Something that a fix must not change. */
export interface Harm {
  readonly kind: HarmKind;
  readonly description: string;
}

/** What the fixes harmed that turned the text before into the text after, as an independent reader sees it. */
export function harmDone(before: string, after: string, fixed: readonly Fixed[]): readonly Harm[] {
  if (before === after) return [];
  // If only one of the texts has front matter that ends, the whole is compared as Markdown.
  const withFrontMatter = hasFrontMatter(before) && hasFrontMatter(after);
  const factsBefore = readDocument(before, withFrontMatter);
  const factsAfter = readDocument(after, withFrontMatter);
  return [
    ...changed('code', factsBefore.code, factsAfter.code),
    ...changedHtml(factsBefore, factsAfter, fixed),
    ...lost('liquid', factsBefore.liquid, factsAfter.liquid),
    ...lost('link title', factsBefore.linkTitles, factsAfter.linkTitles),
    ...lostAddresses(factsBefore, factsAfter),
    ...changedValues(before, factsBefore, factsAfter, fixed),
    ...changedWords(before, factsBefore, factsAfter, fixed),
    ...(before.includes('\r') ? [] : changedBlocks(factsBefore.blocks, factsAfter.blocks, fixed)),
  ];
}

/** Only the tags that editors add to copied text may be removed, as a fault of their own. */
function changedHtml({ html: before }: DocumentFacts, { html: after }: DocumentFacts, fixed: readonly Fixed[]): Harm[] {
  const isReported = fixed.some(({ rule }) => rule === 'editor-residue');
  const withoutResidue = (html: readonly string[]) => html.filter((tag) => !PASTED_TAG.test(tag));
  return isReported ? changed('html', withoutResidue(before), withoutResidue(after)) : changed('html', before, after);
}

const PASTED_TAG =
  /^<(?:\/span|span(?:\s+(?:style="[^"]*(?:font|color|background)[^"]*"|data-[\w-]+="[^"]*"|class="(?:s\d|Apple)[^"]*"|lang="[^"]*"|dir="[^"]*"))*\s*)>$/i;

function changed(kind: HarmKind, before: readonly string[], after: readonly string[]): Harm[] {
  const [lost, added] = difference(before, after);
  if (lost.length === 0 && added.length === 0) return [];
  return [{ kind, description: `${JSON.stringify(lost)} => ${JSON.stringify(added)}` }];
}

/** What was not closed may be closed, but what is whole stays as it is. */
function lost(kind: HarmKind, before: readonly string[], after: readonly string[]): Harm[] {
  return difference(before, after)[0].map((description) => ({ kind, description }));
}

/** The items that only the first list has, and those that only the second has, as often as they do. */
function difference(before: readonly string[], after: readonly string[]): readonly [lost: string[], added: string[]] {
  const counts = new Map<string, number>();
  for (const item of before) counts.set(item, (counts.get(item) ?? 0) + 1);
  const added = after.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count <= 0;
  });
  const lost = [...counts].flatMap(([item, count]) => (count > 0 ? Array<string>(count).fill(item) : []));
  return [lost, added];
}

/** Valid addresses that are gone, apart from their tracking. One that occurs twice may be removed once. */
function lostAddresses(was: DocumentFacts, is: DocumentFacts): Harm[] {
  const kept = new Set(is.addresses.flatMap((address) => [address, untracked(address), withoutSentenceEnd(address)]));
  const isKept = (address: string) =>
    kept.has(address) || kept.has(untracked(address)) || is.liquid.some((tag) => tag.includes(address));
  const lostOnes = new Set(was.addresses.filter((address) => isValidAddress(address) && !isKept(address)));
  return [...lostOnes].map((address) => ({ kind: 'address', description: address }));
}

function untracked(address: string): string {
  let result = '';
  let at = 0;
  for (const { from, to } of findTracking(address)?.cuts ?? []) {
    result += address.slice(at, from);
    at = to;
  }
  return result + address.slice(at);
}

/** An address that a browser opens as it is: of a host with a dot, or on the site itself. */
function isValidAddress(address: string): boolean {
  return VALID_ADDRESS.test(address) && !/https?:/i.test(address.slice(1));
}

const VALID_ADDRESS =
  /^(?:https?:\/\/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#][^\s<>"“”\\[\]{}|^]*)?|mailto:[^\s@]+@[^\s@]+|#[^\s<>"\\]+|\/[^\s/<>"\\[\]{}|^][^\s<>"\\[\]{}|^]*)$/iu;

/**
 * The moment stays the same in any case. A title or value may change if its own fault was fixed; it keeps its letters then, but for the
 * number of a day or a letter that is mistyped.
 */
function changedValues(before: string, was: DocumentFacts, is: DocumentFacts, fixed: readonly Fixed[]): Harm[] {
  const harm: Harm[] = [];
  if (was.moment && !isSameMoment(was.moment, is.moment))
    harm.push({ kind: 'moment', description: `${JSON.stringify(was.moment)} => ${JSON.stringify(is.moment)}` });
  for (const [key, value] of was.values) {
    const now = is.values.get(key);
    if (now === value || key === 'date' || !/^[\w-]+$/.test(key)) continue;
    const reported = fixed.filter((problem) => touchesKey(before, key, problem));
    const isRenumbered =
      reported.some(({ rule }) => rule === 'day-number') && withoutDigits(now) === withoutDigits(value);
    const isRespelt = reported.some(({ rule }) => rule === 'title') && isTypo(value, now);
    if (isRenumbered || isRespelt || (reported.length > 0 && letters(now ?? '').includes(letters(value)))) continue;
    harm.push({ kind: key === 'title' ? 'title' : 'value', description: `${key}: ${value} => ${now}` });
  }
  return harm;
}

/** A wall time that gets an offset stays the wall time. */
function isSameMoment(was: Moment, is: Moment | undefined): boolean {
  return was.instant === undefined ? was.wall === is?.wall : was.instant === is?.instant;
}

/** Whether two values have the same digits and nearly the same letters: `Dya 3` and `Day 3`. */
function isTypo(value: string, now = ''): boolean {
  return value.replace(/\D/g, '') === now.replace(/\D/g, '') && editDistance(letters(value), letters(now), 2) <= 2;
}

function withoutDigits(value: string | undefined): string | undefined {
  return value?.replace(/\d+/g, '');
}

function letters(text: string): string {
  return wordsIn(text).join('');
}

/** Whether the problem is in the lines of the key's value. */
function touchesKey(text: string, key: string, { from, to }: Fixed): boolean {
  const pattern = new RegExp(`^${escapeRegExp(key)}[ \\t]*:.*(?:\\n(?![\\w-]+[ \\t]*:|---).*)*`, 'gm');
  for (const match of text.matchAll(pattern)) {
    if (match.index <= to && from <= match.index + match[0].length) return true;
  }
  return false;
}

/** Words may go or come only where a problem was fixed. Those that are in an address or in Liquid afterwards are not lost. */
function changedWords(before: string, was: DocumentFacts, is: DocumentFacts, fixed: readonly Fixed[]): Harm[] {
  const [lost, added] = difference(was.words, is.words);
  // Emphasis that begins or ends elsewhere may divide the same letters otherwise.
  if (sortedLetters(lost) === sortedLetters(added)) return [];
  const named = [
    ...fixed.map((problem) => letters(textAround(before, problem))),
    ...fixed.flatMap(({ edits }) => edits.flatMap((edit) => renumbered(before, edit))),
  ];
  const written = fixed.flatMap(({ edits }) => edits.flatMap(({ text }) => wordsIn(text)));
  const hidden = new Set([...is.addresses, ...is.liquid].flatMap(wordsIn));
  const isNamed = (word: string) => named.some((text) => text.includes(word));
  const lostWrongly = lost.filter((word) => !isNamed(word) && !hidden.has(word));
  const addedWrongly = added.filter((word) => !isNamed(word) && !written.some((part) => word.includes(part)));
  if (lostWrongly.length === 0 && addedWrongly.length === 0) return [];
  return [{ kind: 'word', description: `${JSON.stringify(lostWrongly)} => ${JSON.stringify(addedWrongly)}` }];
}

/** The text around a number that an edit replaces by another one: a problem may concern the numbers below it as well. */
function renumbered(before: string, edit: TextEdit): readonly string[] {
  const isNumber = /^\d+$/.test(before.slice(edit.from, edit.to)) && /^\d+$/.test(edit.text);
  return isNumber ? [letters(textAround(before, edit))] : [];
}

function sortedLetters(words: readonly string[]): string {
  return [...words.join('')].sort().join('');
}

/** The text of a span, extended to white space at both ends. */
function textAround(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  const before = /\S*$/.exec(text.slice(Math.max(0, from - 100), from))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(to, to + 100))?.[0] ?? '';
  return before + text.slice(from, to) + after;
}

/** Blocks that no edit touches must be there again, of the same kind, in the same lists and quotes, with the same text. */
function changedBlocks(before: readonly LeafBlock[], after: readonly LeafBlock[], fixed: readonly Fixed[]): Harm[] {
  const edits = fixed.flatMap((problem) => problem.edits);
  const byStart = new Map(after.map((block) => [block.from, block]));
  const harm: Harm[] = [];
  for (const { path, from, to, text } of before) {
    if (edits.some((edit) => edit.from <= to && from <= edit.to)) continue;
    const shift = edits.reduce(
      (sum, edit) => (edit.to < from ? sum + edit.text.length - (edit.to - edit.from) : sum),
      0,
    );
    const now = byStart.get(from + shift);
    if (now?.path === path && now.text === text) continue;
    const description = now ? `${now.path} ${JSON.stringify(now.text)}` : 'nothing';
    harm.push({ kind: 'block', description: `${path} ${JSON.stringify(text)} => ${description}` });
  }
  return harm;
}
