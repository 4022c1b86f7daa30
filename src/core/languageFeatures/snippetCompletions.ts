import { nextOrderedNumber } from '../compose/items/orderedNumbers.ts';
import type { Entry } from '../entry/entry.ts';
import { allItems, RUN_ENDING_KINDS } from '../entry/items.ts';
import { sectionListsIn } from '../lint/sections/sectionLists.ts';
import { startOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import type { Completion, LineContext } from './completion.ts';
import { type EntrySnippet, entrySnippets } from './entrySnippets.ts';

/** A snippet that starts with a number, which depends on the place. The others are in `entrySnippets.ts`. */
interface NumberedSnippet {
  readonly prefix: string;
  readonly description: string;
  /** In the editor's syntax for snippets. */
  readonly body: (number: number) => string;
  /** The number at a place in an entry. */
  readonly numberAt: (entry: Entry, offset: number) => number;
}

export const numberedSnippets: readonly NumberedSnippet[] = [
  {
    prefix: 'db-section',
    description: 'The next section: its number, headline, text, one source.',
    body: (number) => `\${1:${number}}/ **\${2:Headline}**. \${3:Text.} ([\${4:Outlet}](\${5:https://}))$0`,
    numberAt: nextSectionNumber,
  },
  {
    prefix: 'db-notable',
    description: 'One more item for the notables, with its number.',
    body: (number) => `\${1:${number}}. **\${2:Headline}**. \${3:Text.} ([\${4:Outlet}](\${5:https://}))$0`,
    numberAt: nextNotableNumber,
  },
  {
    prefix: 'db-footnote',
    description: 'The text of a footnote: of the first [^1] that has none.',
    body: (number) => `[^\${1:${number}}]: \${2:Text.} ([\${3:Outlet}](\${4:https://}))$0`,
    numberAt: nextFootnoteNumber,
  },
];

/**
 * The snippets that fit at the caret: at the start of a line, or after the first characters of a prefix, `db-sec`; within a line only
 * once `db` is typed.
 */
export function snippetCompletions(
  entry: Entry,
  { caret, before, after }: LineContext,
  onlyNumbered = false,
): Completion[] {
  const onLine = after.trim() === '' ? /^[ \t]*((?:d|db|db-[a-z\d-]*)?)$/.exec(before)?.[1] : undefined;
  if (onLine !== undefined) {
    const from = caret - onLine.length;
    const numbered = numberedSnippets.map(({ body, numberAt, ...snippet }) => ({
      ...snippet,
      body: body(numberAt(entry, from)),
    }));
    const others = [...snippetsFor('line'), ...snippetsFor('text'), ...fileSnippets(entry, from)];
    return (onlyNumbered ? numbered : [...numbered, ...others]).map((snippet) =>
      toCompletion(snippet, { from, to: caret }),
    );
  }
  const inText = /(?:^|[^\p{L}\d_-])(db(?:-[a-z\d-]*)?)$/u.exec(before)?.[1];
  if (inText === undefined || onlyNumbered) return [];
  return snippetsFor('text').map((snippet) => toCompletion(snippet, { from: caret - inText.length, to: caret }));
}

/** The snippets for a new key, after the first characters of a prefix. */
export function frontMatterSnippets({ text }: Entry, caret: number): Completion[] {
  const before = text.slice(startOfLine(text, caret), caret);
  const typed = /^(db(?:-[a-z\d-]*)?)$/.exec(before)?.[1];
  if (typed === undefined) return [];
  return snippetsFor('frontMatter').map((snippet) => toCompletion(snippet, { from: caret - typed.length, to: caret }));
}

function snippetsFor(place: EntrySnippet['place']): readonly EntrySnippet[] {
  return entrySnippets.filter((snippet) => snippet.place === place);
}

/** A whole entry can only start where nothing else does. */
function fileSnippets({ text, frontMatter }: Entry, from: number): readonly EntrySnippet[] {
  return !frontMatter && text.slice(0, from).trim() === '' ? snippetsFor('file') : [];
}

function toCompletion({ prefix, description, body }: Omit<EntrySnippet, 'place'>, span: Span): Completion {
  return { kind: 'snippet', label: prefix, detail: description, span, insertText: body };
}

/** Whether a name that is being typed is still the placeholder of a snippet. */
export function isNamePlaceholder(name: string): boolean {
  return name === 'Outlet' || name === 'Pollster';
}

/** One more than the last number before the offset. The sections without a number yet (`TK/`) after that one count as well. */
function nextSectionNumber(entry: Entry, offset: number): number {
  const labels = sectionListsIn(entry)
    .flat()
    .filter(({ kind, from }) => kind !== 'struck' && from < offset);
  const last = labels.findLastIndex(({ kind }) => kind === 'number');
  const label = labels[last];
  const number = label ? Number(entry.text.slice(label.name.from, label.name.to)) : 0;
  return number + labels.length - last;
}

/** The number after the item of an ordered list above; 1 below a heading or a divider. */
function nextNotableNumber(entry: Entry, offset: number): number {
  const item = allItems(entry).findLast(({ head }) => head.kind === 'ordered' && head.from < offset);
  if (!item) return 1;
  const isOther = entry.blocks.some(
    ({ kind, from }) => from > item.head.from && from < offset && RUN_ENDING_KINDS.has(kind),
  );
  return isOther ? 1 : nextOrderedNumber(entry, item);
}

/** The first footnote that is referred to but has no text yet; else one more than the highest. */
function nextFootnoteNumber({ text, prose, body }: Entry): number {
  if (!text.includes('[^', body.from)) return 1;
  const numbersOf = (matches: Iterable<RegExpExecArray>) => Array.from(matches, ([, digits]) => Number(digits));
  const defined = numbersOf(text.slice(body.from).matchAll(/^ {0,3}\[\^(\d{1,4})\]:/gm));
  const mentioned = numbersOf(prose.slice(body.from).matchAll(/\[\^(\d{1,4})\](?!:)/g));
  const withoutText = mentioned.find((number) => !defined.includes(number));
  return withoutText ?? Math.max(0, ...defined, ...mentioned) + 1;
}
