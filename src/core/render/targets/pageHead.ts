import type { TimeZone } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { readFrontMatterValues } from '../../entry/yaml.ts';
import type { Span } from '../../text/text.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { serializeHtml, textContent } from '../htmlTree.ts';
import { parseSafeHtml } from '../safeHtml.ts';
import { smartify } from '../smartify.ts';
import { formatDateLine } from './dateLine.ts';
import { readingTimeLine } from './readingTime.ts';

/** The parts above the body, named after their front matter keys. The reading time comes from the body. */
export type HeadKind =
  | 'title'
  | 'description'
  | 'date'
  | 'readingTime'
  | 'image'
  | 'todayInOneSentence'
  | 'editorsNote'
  | 'currentMood'
  | 'tags';

/** One value as readers see it: `“Reign of terror.”` for `description: '"Reign of terror."'`. */
export interface HeadPart {
  readonly kind: HeadKind;
  readonly text: string;
  /** The value with its markup, sanitized. For tags: `<span>immigration</span> <span>labor</span>`. */
  readonly html: string;
  /** The key and its value in the entry; undefined for the reading time. */
  readonly span: Span | undefined;
}

interface HeadOptions {
  /** The zone in which the site shows dates. Without it, dates stay as written. */
  readonly zone?: TimeZone;
  /** The number of words that readers see (`countRenderedWords` of the body's HTML). Without it, there is no reading time. */
  readonly wordCount?: number;
}

/** Returns the parts above the body in page order. Missing and empty values have no part. */
export function pageHead(entry: Entry, { zone, wordCount }: HeadOptions = {}): readonly HeadPart[] {
  const values = valueReader(entry);
  const value = (kind: HeadKind) => textValue(values(kind));
  const span = (kind: HeadKind) => findKey(entry.frontMatter, kind);
  const parts: HeadPart[] = [];
  const add = (kind: HeadKind, html: string): void => {
    const nodes = parseSafeHtml(html);
    const text = textContent(nodes).trim();
    if (text !== '') parts.push({ kind, text, html: serializeHtml(nodes).trim(), span: span(kind) });
  };

  add('title', value('title'));
  add('description', smartify(value('description')));
  add('date', escapeHtml(formatDateLine(value('date'), zone) ?? value('date')));
  if (wordCount !== undefined) add('readingTime', readingTimeLine(wordCount));
  add('image', escapeHtml(value('image')));
  add('todayInOneSentence', smartify(value('todayInOneSentence')));
  add('editorsNote', value('editorsNote'));
  add('currentMood', value('currentMood'));
  const tags = tagsIn(values('tags')).map((tag) => `<span>${escapeHtml(tag)}</span>`);
  add('tags', tags.join(' '));
  return parts;
}

/** The part of a kind, if the entry has it. */
export function partOf(parts: readonly HeadPart[], kind: HeadKind): HeadPart | undefined {
  return parts.find((part) => part.kind === kind);
}

/** Returns a function that reads values by key: as YAML or, if the YAML is invalid, as the text on their lines. */
function valueReader(entry: Entry): (name: string) => unknown {
  const values = readFrontMatterValues(entry);
  if (values.ok) return (name) => (Object.hasOwn(values.data, name) ? values.data[name] : undefined);
  return (name) => {
    const key = findKey(entry.frontMatter, name);
    if (!key) return undefined;
    const value = scalarValue(entry.text, key);
    return value.startsWith('- ') ? value.split('\n').map((line) => line.replace(/^\s*-\s+/, '')) : value;
  };
}

function textValue(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Tags are a YAML list, or a string that Jekyll splits at white space. */
function tagsIn(value: unknown): string[] {
  const tags = Array.isArray(value) ? value.map((tag) => textValue(tag).trim()) : textValue(value).split(/\s+/);
  return tags.filter((tag) => tag !== '');
}
