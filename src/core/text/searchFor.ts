/**
 * Returns a search for the offsets of all matches of a global expression. An editor checks the same text after every key, so a search
 * remembers its latest text, and looks again only at the paragraphs that have changed since. No match may contain a blank line or depend
 * on what is beyond one.
 */
export function searchFor(expression: RegExp): (text: string) => readonly number[] {
  let latest: Searched = { text: '', offsets: [] };
  return (text) => {
    const change = changeBetween(latest.text, text);
    if (change) latest = { text, offsets: searchAgain(expression, latest.offsets, text, change) };
    return latest.offsets;
  };
}

interface Searched {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** What has changed between two texts, in whole paragraphs: a part of the new one, and by how much all after it has moved. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

function searchAgain(
  expression: RegExp,
  offsets: readonly number[],
  text: string,
  { from, to, shift }: Change,
): readonly number[] {
  const found: number[] = [];
  let index = 0;
  for (; index < offsets.length && (offsets[index] ?? from) < from; index++) found.push(offsets[index] ?? 0);
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  expression.lastIndex = 0;
  for (let match = expression.exec(part); match; match = expression.exec(part)) found.push(from + match.index);
  for (; index < offsets.length; index++) {
    const offset = (offsets[index] ?? 0) + shift;
    if (offset >= to) found.push(offset);
  }
  return found;
}

/** The change from one text to another; undefined if there is none. All searches ask for the same one, so the latest is kept. */
function changeBetween(before: string, after: string): Change | undefined {
  if (latestChange.before !== before || latestChange.after !== after)
    latestChange = { before, after, change: findChange(before, after) };
  return latestChange.change;
}

let latestChange: { readonly before: string; readonly after: string; readonly change: Change | undefined } = {
  before: '',
  after: '',
  change: undefined,
};

function findChange(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shift = after.length - before.length;
  if (Math.abs(shift) > MAX_SHIFT) return { from: 0, to: after.length, shift };
  const prefix = commonPrefix(before, after);
  const suffix = commonSuffix(before, after, Math.min(before.length, after.length) - prefix);
  // Both texts are cut between the two line breaks of a blank line, so that no match is.
  const blankBefore = prefix < 2 ? -1 : after.lastIndexOf('\n\n', prefix - 2);
  const blankAfter = after.indexOf('\n\n', after.length - suffix);
  return {
    from: blankBefore + 1,
    to: blankAfter < 0 ? after.length : blankAfter + 1,
    shift,
  };
}

/** A text that is longer or shorter by more is taken for another one, as the entries of an archive are when all are checked in turn. */
const MAX_SHIFT = 500;

/** The length of the longest common beginning. Compares halves of what is left, since comparing whole strings is very fast. */
function commonPrefix(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The length of the longest common end, up to a limit. */
function commonSuffix(a: string, b: string, limit: number): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low)) low = middle;
    else high = middle - 1;
  }
  return low;
}
