import type { TimeZone } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { readValues } from '../../entry/yaml.ts';
import type { Span } from '../../text/text.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { shownText, writeHtml } from '../htmlTree.ts';
import { readHtml } from '../safeHtml.ts';
import { smartify } from '../smartify.ts';
import { dateLine } from './dateLine.ts';
import { readingLine } from './readingTime.ts';

/** What stands around the body, by the names of the keys it comes from; the reading time comes from the body. */
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
  /** The same with its markup, which cannot act. Of tags it is `<span>immigration</span> <span>labor</span>`. */
  readonly html: string;
  /** The key and its value in the entry; undefined for the reading time. */
  readonly span: Span | undefined;
}

interface HeadOptions {
  /** The zone that the site shows dates in; without it they are shown as they are written. */
  readonly zone?: TimeZone;
  /** How many words readers see (`countShownWords` of the body's HTML); without it there is no reading time. */
  readonly words?: number;
}

/** The parts of a page's head that the entry has, in the order of the page. Empty values have no part. */
export function pageHead(entry: Entry, { zone, words }: HeadOptions = {}): readonly HeadPart[] {
  const values = valuesOf(entry);
  const value = (kind: HeadKind) => asText(values(kind));
  const span = (kind: HeadKind) => keyOf(entry.frontMatter, kind);
  const parts: HeadPart[] = [];
  const add = (kind: HeadKind, html: string): void => {
    const nodes = readHtml(html);
    const text = shownText(nodes).trim();
    if (text !== '') parts.push({ kind, text, html: writeHtml(nodes).trim(), span: span(kind) });
  };

  add('title', value('title'));
  add('description', smartify(value('description')));
  add('date', escapeHtml(dateLine(value('date'), zone) ?? value('date')));
  if (words !== undefined) add('readingTime', readingLine(words));
  add('image', escapeHtml(value('image')));
  add('todayInOneSentence', smartify(value('todayInOneSentence')));
  add('editorsNote', value('editorsNote'));
  add('currentMood', value('currentMood'));
  const tags = tagsIn(values('tags')).map((tag) => `<span>${escapeHtml(tag)}</span>`);
  add('tags', tags.join(' '));
  return parts;
}

/** The part of that kind, if the entry has it. */
export function partOf(parts: readonly HeadPart[], kind: HeadKind): HeadPart | undefined {
  return parts.find((part) => part.kind === kind);
}

/** Reads values as YAML has them; while that is broken, as they stand on their lines. */
function valuesOf(entry: Entry): (name: string) => unknown {
  const values = readValues(entry);
  if (values.ok) return (name) => (Object.hasOwn(values.data, name) ? values.data[name] : undefined);
  return (name) => {
    const key = keyOf(entry.frontMatter, name);
    if (!key) return undefined;
    const written = scalar(entry.text, key);
    return written.startsWith('- ') ? written.split('\n').map((line) => line.replace(/^\s*-\s+/, '')) : written;
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A list of tags, or a line of them, which Jekyll parts at spaces. */
function tagsIn(value: unknown): string[] {
  const tags = Array.isArray(value) ? value.map((tag) => asText(tag).trim()) : asText(value).split(/\s+/);
  return tags.filter((tag) => tag !== '');
}
