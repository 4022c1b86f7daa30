import type { Entry } from '../entry/entry.ts';
import type { Span } from '../text/text.ts';

/** The documentation of the key whose name is at an offset; undefined if there is no documented key. */
export function keyDocumentationAt({ frontMatter }: Entry, offset: number): (KeyDocumentation & Span) | undefined {
  const key = frontMatter?.keys.find(({ nameSpan }) => nameSpan.from <= offset && offset <= nameSpan.to);
  const documentation = key && DOCUMENTED_KEYS.find(({ name }) => name === key.name);
  return documentation && { ...documentation, ...key.nameSpan };
}

/** The documentation of a front matter key. */
interface KeyDocumentation {
  readonly name: string;
  readonly meaning: string;
  /** A complete value in YAML. */
  readonly example: string;
}

/** The documented keys, the most needed first. */
export const DOCUMENTED_KEYS: readonly KeyDocumentation[] = [
  {
    name: 'title',
    meaning: 'The name of the entry: "Day" and its number, without quotes.',
    example: 'Day 12',
  },
  {
    name: 'date',
    meaning:
      'When the entry was published, with the UTC offset of the site’s time zone on that date. It determines the day number and the entry’s place on the site.',
    example: '2031-01-31 09:30:00 -08:00',
  },
  {
    name: 'description',
    meaning:
      'What readers see of the entry elsewhere: a quote from it. The double-quoted quote goes in single quotes, and every apostrophe is doubled.',
    example: `'"There''s no way."'`,
  },
  {
    name: 'image',
    meaning: 'The image of the entry, as a path from the root of the site.',
    example: '"/uploads/day-12-ferry.jpg"',
  },
  {
    name: 'todayInOneSentence',
    meaning:
      'The headlines in one sentence: clauses separated by "; ", the last one after "; and ", and a full stop at the end.',
    example: 'The mayor resigned; the ferry runs again; and nobody was hurt.',
  },
  {
    name: 'tags',
    meaning: 'What the entry is about, in tags that other entries use.',
    example: '[ferry, council]',
  },
  { name: 'categories', meaning: 'The main parts of the site that the entry belongs to.', example: '[city-hall]' },
  {
    name: 'editorsNote',
    meaning: 'A note to readers above the entry. It may contain HTML.',
    example: "'Updated at noon.'",
  },
  { name: 'currentMood', meaning: 'The mood of the day, as an emoji.', example: '🌊' },
  { name: 'signoff', meaning: 'The closing line of the entry.', example: 'See you tomorrow.' },
  {
    name: 'previewText',
    meaning: 'What mail programs show of the entry before it is opened.',
    example: 'The ferry runs again.',
  },
  {
    name: 'podcast',
    meaning: 'The podcast episode of the entry: several values, each on an indented line.',
    example: '',
  },
  { name: 'author', meaning: 'The author of the entry, if it is not the site’s usual one.', example: 'R. Marlow' },
  {
    name: 'layout',
    meaning: 'The layout of the page. By default, it is the layout of all posts.',
    example: 'post',
  },
  { name: 'post_type', meaning: 'The kind of entry, if it is not a numbered day.', example: 'week-in-review' },
  {
    name: 'permalink',
    meaning: 'The path of the page on the site, instead of the usual one.',
    example: '/about-today/',
  },
  {
    name: 'redirect_from',
    meaning: 'Earlier paths of the page, which redirect to it.',
    example: '[/old/day-12/]',
  },
  { name: 'published', meaning: 'If "false", the site leaves the entry out.', example: 'false' },
  {
    name: 'tag_excerpts',
    meaning: 'What the pages of its tags say about the entry: a text for each tag.',
    example: '',
  },
  { name: 'seo', meaning: 'Data for search engines, in addition to title and description.', example: '' },
];
