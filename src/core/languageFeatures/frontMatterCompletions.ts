import { tagsIn } from '../archive/tags.ts';
import { descriptionSuggestions } from '../compose/frontMatter/descriptionSuggestions.ts';
import { yamlScalar } from '../compose/frontMatter/frontMatterValue.ts';
import { todayInOneSentence } from '../compose/frontMatter/todayInOneSentence.ts';
import type { Entry, Key } from '../entry/entry.ts';
import { findKey } from '../entry/keys.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import { plural } from '../text/plural.ts';
import type { Edit, Span } from '../text/text.ts';
import { DOCUMENTED_KEYS } from './keyDocumentation.ts';

/** Values from the newsroom that can be suggested in front matter. */
export interface FrontMatterSuggestions {
  /** The number of entries with each tag. */
  readonly tags: ReadonlyMap<string, number>;
  /** Whether the archive is still being read, so that its tags cannot be counted. */
  readonly isPartial?: boolean;
  /** The current time in the newsroom's time zone, as a timestamp for the front matter. */
  readonly now: string | undefined;
  /** The number that the entry should have. */
  readonly title: string | undefined;
  /** Paths of images from the site's root, the likeliest first. */
  readonly images: readonly string[];
}

/** A key or value that can be inserted in front matter. */
export interface FrontMatterCompletion {
  readonly kind: 'key' | 'value' | 'tag' | 'image';
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  readonly meaning?: string;
  readonly edit: Edit;
  /** Where the caret goes, as an offset in the edit's text. */
  readonly caret?: number;
}

/** The completions at an offset in the front matter, the likeliest first; none outside it. */
export function frontMatterCompletionsAt(
  entry: Entry,
  offset: number,
  suggestions: FrontMatterSuggestions,
): FrontMatterCompletion[] {
  const { text, frontMatter } = entry;
  if (!frontMatter || frontMatter.language) return [];
  const from = startOfLine(text, offset);
  if (from === 0 || offset > (frontMatter.close?.from ?? frontMatter.to)) return [];
  if (frontMatter.close && from >= frontMatter.close.from) return [];
  const line = { from, to: endOfLine(text, from) };
  const textBefore = text.slice(from, offset);
  if (/^\w*$/.test(textBefore)) return keyCompletions(entry, line);
  const key = frontMatter.keys.findLast((candidate) => candidate.from <= from);
  const listItem = /^\s*-\s+(.*)$/.exec(textBefore);
  if (listItem) {
    const span = listItemSpan(line, offset, listItem[1]);
    return key?.name === 'tags' ? tagCompletions(entry, key, span, suggestions) : [];
  }
  const isInValue = key && key.from === from && offset > key.nameSpan.to;
  return isInValue ? valueCompletions(entry, key, offset, suggestions) : [];
}

function keyCompletions({ text, frontMatter }: Entry, line: Span): FrontMatterCompletion[] {
  const lineText = text.slice(line.from, line.to);
  const typedName = /^\w*/.exec(lineText)?.[0] ?? '';
  const hasColon = lineText.startsWith(':', typedName.length);
  const missing = DOCUMENTED_KEYS.filter(({ name }) => name === typedName || !findKey(frontMatter, name));
  return missing.map(({ name, meaning, example }) => {
    const added = hasColon ? name : `${name}: ${INITIAL_VALUES[name] ?? ''}`;
    return {
      kind: 'key',
      label: name,
      detail: example,
      meaning,
      edit: { from: line.from, to: line.from + typedName.length, text: added },
      caret: added.endsWith(`""'`) ? added.length - 2 : added.length,
    };
  });
}

const INITIAL_VALUES: Readonly<Record<string, string>> = { description: `'""'` };

function valueCompletions(
  entry: Entry,
  key: Key,
  offset: number,
  suggestions: FrontMatterSuggestions,
): FrontMatterCompletion[] {
  const { text } = entry;
  if (key.name === 'tags') {
    const textBefore = text.slice(key.value.from, offset);
    if (!textBefore.startsWith('[')) return [];
    const word = /[^[,\s]*$/.exec(textBefore)?.[0] ?? '';
    return tagCompletions(entry, key, { from: offset - word.length, to: offset }, suggestions);
  }
  const space = text[key.nameSpan.to + 1] === ' ' || key.value.from > key.nameSpan.to + 1 ? '' : ' ';
  const span = space === '' || key.value.from === key.value.to ? valueSpan(text, key, offset) : key.value;
  const completion = (
    kind: 'value' | 'image',
    label: string,
    detail: string,
    value: string,
  ): FrontMatterCompletion => ({ kind, label, detail, edit: { ...span, text: space + value } });
  switch (key.name) {
    case 'title': {
      const { title } = suggestions;
      return title === undefined ? [] : [completion('value', title, 'the number in the file name', title)];
    }
    case 'date':
      return suggestions.now === undefined ? [] : [completion('value', suggestions.now, 'now', suggestions.now)];
    case 'image':
      return suggestions.images.map((path) => completion('image', path, '', `"${path}"`));
    case 'description':
      return descriptionSuggestions(entry)
        .slice(0, MAX_QUOTES)
        .map((quote) => completion('value', quote.text, 'a quote from the entry', quote.value));
    case 'todayInOneSentence': {
      const sentence = todayInOneSentence(entry);
      if (sentence === undefined) return [];
      return [completion('value', sentence, 'from the headlines', yamlScalar(sentence))];
    }
    default:
      return [];
  }
}

const MAX_QUOTES = 10;

/** The span of the value; if it is empty, the place of the cursor. */
function valueSpan(text: string, { value }: Key, offset: number): Span {
  if (value.from < value.to) return value;
  const at = Math.max(offset, value.from);
  return { from: at, to: at === offset && text[at] === ' ' ? at + 1 : at };
}

function tagCompletions(
  { text }: Entry,
  { value }: Key,
  span: Span,
  { tags, isPartial }: FrontMatterSuggestions,
): FrontMatterCompletion[] {
  const otherTags = text.slice(value.from, span.from) + text.slice(span.to, Math.max(span.to, value.to));
  const isFlowList = otherTags.trim().startsWith('[');
  const usedTags = new Set(tagsIn(isFlowList ? otherTags : otherTags.replace(/^(?!\s*-)/, '- ')));
  return [...tags]
    .filter(([tag]) => !usedTags.has(tag))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([tag, count]) => ({
      kind: 'tag',
      label: tag,
      detail: isPartial ? '' : plural(count, 'entry', 'entries'),
      edit: { ...span, text: /^[\w-]+$/.test(tag) ? tag : yamlScalar(tag) },
    }));
}

/** The span of a list item's text, up to the end of its line. */
function listItemSpan(line: Span, offset: number, textBefore = ''): Span {
  return { from: offset - textBefore.length, to: Math.max(offset, line.to) };
}
