import { tagsIn } from '../archive/tags.ts';
import { descriptionOffers } from '../compose/frontMatter/description.ts';
import { yamlText } from '../compose/frontMatter/frontMatterValue.ts';
import { todayInOneSentence } from '../compose/frontMatter/oneSentence.ts';
import type { Entry, Key } from '../entry/entry.ts';
import { keyOf } from '../entry/frontMatter.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import type { Edit, Span } from '../text/text.ts';

/** What a key of the front matter is for. */
interface KeyHelp {
  readonly name: string;
  readonly meaning: string;
  /** A whole value as YAML has it. */
  readonly example: string;
}

/** The keys that are known, those first that a writer needs most. */
const KEYS: readonly KeyHelp[] = [
  {
    name: 'title',
    meaning: 'The name of the entry: "Day" and its number, without quotes.',
    example: 'Day 12',
  },
  {
    name: 'date',
    meaning:
      'When the entry was published, with the offset that the site’s time zone has on that date. It decides the day number and the place of the entry on the site.',
    example: '2031-01-31 09:30:00 -08:00',
  },
  {
    name: 'description',
    meaning:
      'What readers see of the entry elsewhere: a quote from it. Its double quotes stand inside single ones, in which an apostrophe is doubled.',
    example: `'"There''s no way."'`,
  },
  {
    name: 'image',
    meaning: 'The picture that goes with the entry, by its path from the root of the site.',
    example: '"/uploads/day-12-ferry.jpg"',
  },
  {
    name: 'todayInOneSentence',
    meaning: 'The headlines in one sentence: clauses joined by "; ", a last "; and ", and a full stop.',
    example: 'The mayor resigned; the ferry runs again; and nobody was hurt.',
  },
  {
    name: 'tags',
    meaning: 'What the entry is about, in the words that other entries use.',
    example: '[ferry, council]',
  },
  { name: 'categories', meaning: 'The larger parts of the site that the entry belongs to.', example: '[city-hall]' },
  {
    name: 'editorsNote',
    meaning: 'A note to readers that stands above the entry; it may hold HTML.',
    example: "'Updated at noon.'",
  },
  { name: 'currentMood', meaning: 'The mood of the day, as an emoji.', example: '🌊' },
  { name: 'signoff', meaning: 'The line that closes the entry.', example: 'See you tomorrow.' },
  {
    name: 'previewText',
    meaning: 'What mail programs show of the entry before it is opened.',
    example: 'The ferry runs again.',
  },
  {
    name: 'podcast',
    meaning: 'The episode that goes with the entry: several values, each on an indented line.',
    example: '',
  },
  { name: 'author', meaning: 'Who wrote the entry, where that is not the site’s usual author.', example: 'R. Marlow' },
  {
    name: 'layout',
    meaning: 'The layout of the site that the page is made with; without it, that of all posts.',
    example: 'post',
  },
  { name: 'post_type', meaning: 'What kind of entry this is, where it is no numbered day.', example: 'week-in-review' },
  {
    name: 'permalink',
    meaning: 'The address of the page below the site’s, in place of the usual one.',
    example: '/about-today/',
  },
  {
    name: 'redirect_from',
    meaning: 'Earlier addresses of the page, from which readers are sent on.',
    example: '[/old/day-12/]',
  },
  { name: 'published', meaning: 'With "false" the site leaves the entry out.', example: 'false' },
  { name: 'tag_excerpts', meaning: 'What the pages of its tags say of the entry: a text for each tag.', example: '' },
  { name: 'seo', meaning: 'What search engines are told beside title and description.', example: '' },
];

/** What a newsroom knows that can stand in front matter. */
export interface Suggested {
  /** How many entries have each tag. */
  readonly tags: ReadonlyMap<string, number>;
  /** This moment in the newsroom's zone, as the front matter has it. */
  readonly now: string | undefined;
  /** The number that the entry should have. */
  readonly day: number | undefined;
  /** Paths of pictures from the site's root, the likeliest first. */
  readonly images: readonly string[];
}

/** What can stand at a place: the edit that puts it there, the cursor as an offset in the edit's text. */
export interface Completion {
  readonly kind: 'key' | 'value' | 'tag' | 'image';
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  readonly meaning?: string;
  readonly edit: Edit;
  readonly caret?: number;
}

/** What can stand in the front matter at an offset; nothing outside it. In the order in which to offer it. */
export function frontMatterCompletionsAt(entry: Entry, offset: number, suggested: Suggested): Completion[] {
  const { text, frontMatter } = entry;
  if (!frontMatter || frontMatter.language) return [];
  const from = startOfLine(text, offset);
  if (from === 0 || offset > (frontMatter.close?.from ?? frontMatter.to)) return [];
  if (frontMatter.close && from >= frontMatter.close.from) return [];
  const line = { from, to: endOfLine(text, from) };
  const before = text.slice(from, offset);
  if (/^\w*$/.test(before)) return keyCompletions(entry, line);
  const key = frontMatter.keys.findLast((one) => one.from <= from);
  const item = /^\s*-\s+(.*)$/.exec(before);
  if (item) return key?.name === 'tags' ? tagCompletions(entry, key, endOf(line, offset, item[1]), suggested) : [];
  return key && key.from === from && offset > key.nameSpan.to ? valueCompletions(entry, key, offset, suggested) : [];
}

/** What the key at an offset is for; undefined where no key that is known stands. */
export function keyHelpAt({ frontMatter }: Entry, offset: number): (KeyHelp & Span) | undefined {
  const key = frontMatter?.keys.find(({ nameSpan }) => nameSpan.from <= offset && offset <= nameSpan.to);
  const help = key && KEYS.find(({ name }) => name === key.name);
  return help && { ...help, ...key.nameSpan };
}

function keyCompletions({ text, frontMatter }: Entry, line: Span): Completion[] {
  const written = text.slice(line.from, line.to);
  const name = /^\w*/.exec(written)?.[0] ?? '';
  const hasValue = written.startsWith(':', name.length);
  const missing = KEYS.filter((key) => key.name === name || !keyOf(frontMatter, key.name));
  return missing.map((key) => {
    const start = hasValue ? '' : `: ${STARTS[key.name] ?? ''}`;
    const added = key.name + start;
    return {
      kind: 'key',
      label: key.name,
      detail: key.example,
      meaning: key.meaning,
      edit: { from: line.from, to: line.from + name.length, text: added },
      caret: added.endsWith(`""'`) ? added.length - 2 : added.length,
    };
  });
}

const STARTS: Readonly<Record<string, string>> = { description: `'""'` };

function valueCompletions(entry: Entry, key: Key, offset: number, suggested: Suggested): Completion[] {
  const { text } = entry;
  if (key.name === 'tags') {
    const { from } = key.value;
    const written = text.slice(from, offset);
    if (written.startsWith('[')) {
      const word = /[^[,\s]*$/.exec(written)?.[0] ?? '';
      return tagCompletions(entry, key, { from: offset - word.length, to: offset }, suggested);
    }
    return [];
  }
  const space = text[key.nameSpan.to + 1] === ' ' || key.value.from > key.nameSpan.to + 1 ? '' : ' ';
  const span = space === '' || key.value.from === key.value.to ? valueSpan(text, key, offset) : key.value;
  const value = (kind: 'value' | 'image', label: string, detail: string, written: string): Completion => ({
    kind,
    label,
    detail,
    edit: { ...span, text: space + written },
  });
  switch (key.name) {
    case 'title':
      return suggested.day === undefined
        ? []
        : [value('value', `Day ${suggested.day}`, 'its number', `Day ${suggested.day}`)];
    case 'date':
      return suggested.now === undefined ? [] : [value('value', suggested.now, 'now', suggested.now)];
    case 'image':
      return suggested.images.map((path) => value('image', path, '', `"${path}"`));
    case 'description':
      return descriptionOffers(entry)
        .slice(0, MOST_QUOTES)
        .map((offer) => value('value', offer.text, 'quoted in the entry', offer.value));
    case 'todayInOneSentence': {
      const sentence = todayInOneSentence(entry);
      return sentence === undefined ? [] : [value('value', sentence, 'from the headlines', yamlText(sentence))];
    }
    default:
      return [];
  }
}

const MOST_QUOTES = 10;

/** The value as it stands; where nothing does, the place of the cursor. */
function valueSpan(text: string, { value }: Key, offset: number): Span {
  if (value.from < value.to) return value;
  const at = Math.max(offset, value.from);
  return { from: at, to: at === offset && text[at] === ' ' ? at + 1 : at };
}

function tagCompletions({ text }: Entry, { value }: Key, span: Span, { tags }: Suggested): Completion[] {
  const others = text.slice(value.from, span.from) + text.slice(span.to, Math.max(span.to, value.to));
  const used = new Set(tagsIn(others.trim().startsWith('[') ? others : others.replace(/^(?!\s*-)/, '- ')));
  return [...tags]
    .filter(([tag]) => !used.has(tag))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([tag, count]) => ({
      kind: 'tag',
      label: tag,
      detail: `${count} ${count === 1 ? 'entry' : 'entries'}`,
      edit: { ...span, text: /^[\w-]+$/.test(tag) ? tag : yamlText(tag) },
    }));
}

/** What stands of a list's item, up to the line's end where only the item does. */
function endOf(line: Span, offset: number, written = ''): Span {
  return { from: offset - written.length, to: Math.max(offset, line.to) };
}
