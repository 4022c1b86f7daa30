import { DEFAULT_FILE_NAME_PATTERN } from '../files/fileNamePattern.ts';
import { rulesSchema } from './rulesSchema.ts';
import { FILE_NAME_PATTERN, FOLDER_PATTERN, GLOB_PATTERN, INLAY_HINT_SCOPES, PREVIEW_THEMES } from './settings.ts';

/** The part of JSON Schema that the settings use. */
export interface Schema {
  readonly type?: JsonType | readonly JsonType[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What VS Code shows for a text that does not match the pattern: one sentence. */
  readonly patternErrorMessage?: string;
  /** `time-zone` is our own: the name of a time zone, which JSON Schema cannot validate. */
  readonly format?: 'date' | 'time-zone';
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly examples?: readonly unknown[];
  readonly markdownDescription?: string;
  /** `application` is for personal settings, which no newsroom and no workspace can set. */
  readonly scope?: 'application';
}

export type JsonType = 'boolean' | 'string' | 'integer' | 'array' | 'object' | 'null';

/** The schema of each setting by name: `daybook.<name>` in the editor, `<name>` in a newsroom's `daybook.json`. */
export function settingsSchema(): Readonly<Record<string, Schema>> {
  return {
    posts: {
      ...FOLDER_NAME,
      default: '_posts',
      markdownDescription: 'The name of the folder that contains the published entries.',
    },
    drafts: {
      ...FOLDER_NAME,
      default: '_drafts',
      markdownDescription: 'The name of the folder that contains the drafts.',
    },
    entries: {
      type: 'array',
      default: [],
      items: {
        type: 'string',
        pattern: GLOB_PATTERN.source,
        patternErrorMessage: 'The glob must match paths inside the newsroom, without `..`.',
      },
      examples: [['notes/**/*.md'], ['columns/**/*.md', '!columns/old/**']],
      markdownDescription:
        'Globs for additional Markdown files that are entries, relative to the folder that contains the folders of posts and drafts. A glob that starts with `!` excludes files.',
    },
    timezone: {
      type: 'string',
      format: 'time-zone',
      default: '',
      examples: ['America/Los_Angeles', 'Europe/London'],
      markdownDescription:
        'The time zone for dates, as an IANA name. If empty, Daybook uses the time zone in `_config.yml`, the one that the entries show, or the system time zone, in this order.',
    },
    epochs: {
      type: 'array',
      default: [],
      items: {
        type: 'object',
        required: ['from', 'day'],
        additionalProperties: false,
        properties: { from: DATE, day: { type: 'integer' } },
      },
      examples: [[{ from: '2025-01-20', day: 1 }]],
      markdownDescription:
        'The dates on which a new count of days begins: the date `from` is Day `day`. If empty, Daybook learns the counts from the entries.',
    },
    fileName: {
      type: 'string',
      default: DEFAULT_FILE_NAME_PATTERN,
      pattern: FILE_NAME_PATTERN.source,
      examples: ['{date}-day-{day}.md'],
      markdownDescription:
        'The file name of published entries. `{date}` and `{day}` stand for the date and the day number. Drafts have the same name without the date.',
    },
    template: {
      type: 'string',
      default: '',
      examples: ['templates/day.markdown'],
      markdownDescription:
        'A template file for new entries, as a path inside the newsroom. `{day}`, `{title}`, `{date}`, `{time}`, `{timestamp}` and `{weekday}` are replaced by the values of the new day, and `{cursor}` marks where you start writing.',
    },
    outlets: {
      type: 'object',
      default: {},
      additionalProperties: { type: 'string' },
      examples: [{ 'herald.example': 'Port Alder Herald' }],
      markdownDescription:
        'The names of outlets by host. They override the names that Daybook knows or learns from the entries.',
    },
    ignoredOutlets: {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['archive.example', 'The Wire']],
      markdownDescription: 'Hosts and names of outlets that the rules on outlets ignore.',
    },
    tracking: {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['partner', '!ref']],
      markdownDescription:
        'Additional URL parameters to treat as tracking parameters. A parameter that starts with `!` is never treated as one.',
    },
    countdowns: {
      type: 'array',
      default: [],
      items: {
        type: 'object',
        required: ['phrase', 'date'],
        additionalProperties: false,
        properties: { phrase: { type: 'string' }, date: DATE },
      },
      examples: [[{ phrase: 'levy election', date: '2031-03-01' }]],
      markdownDescription:
        'The events that entries count down to: the words that name the event, as in `The levy election is in 29 days.`, and its date.',
    },
    requiredKeys: {
      type: ['array', 'null'],
      default: null,
      items: { type: 'string' },
      examples: [['description', 'image', 'todayInOneSentence']],
      markdownDescription:
        'The front matter keys that a published entry must have, besides `title` and `date`. If not set, they are those that the entries around it have.',
    },
    'paste.enabled': {
      type: 'boolean',
      default: true,
      markdownDescription:
        'Whether web addresses that you paste or drop into an entry become citations. If off, *Paste As…* and *Paste as Citations* still insert citations.',
    },
    inlayHints: {
      type: 'string',
      default: 'drafts',
      enum: INLAY_HINT_SCOPES,
      markdownDescription:
        'Which entries show inlay hints: the earlier day that cites the same page, and the number that a `TK/` label will get.',
    },
    'preview.openWithNewDay': {
      type: 'boolean',
      default: true,
      markdownDescription: 'Whether *New Day* opens the preview beside the new entry.',
    },
    'preview.theme': {
      type: 'string',
      default: 'editor',
      enum: PREVIEW_THEMES,
      markdownDescription: "The color theme of the preview. `editor` follows the editor's theme.",
    },
    'preview.zoom': {
      type: 'integer',
      default: 100,
      examples: [125],
      markdownDescription: 'The zoom level of the preview in percent, from 50 to 300.',
    },
    'preview.remoteImages': {
      type: 'boolean',
      default: true,
      markdownDescription:
        'Whether the preview loads images from other sites over `https:`. If off, it shows only the images in the newsroom.',
    },
    'preview.styles': {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['assets/preview.css']],
      markdownDescription:
        'Additional style sheets for the preview, as paths inside the newsroom. They are used only in trusted workspaces.',
    },
    'linkCheck.enabled': {
      type: 'boolean',
      default: false,
      scope: 'application',
      markdownDescription:
        'Whether *Check Links* may use the network. It requests each page that an entry cites to see whether the page still exists. A newsroom cannot turn this on for you.',
    },
    rules: {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: rulesSchema(),
      examples: [{ 'sentence-spacing': 'info' }],
      markdownDescription:
        'The severity of each rule, or `off`. A rule that is not listed keeps its default severity, which is lower in drafts.',
    },
  };
}

const FOLDER_NAME: Schema = {
  type: 'string',
  pattern: FOLDER_PATTERN.source,
  patternErrorMessage: 'The folder must be directly inside the newsroom: a single name, without slashes or `..`.',
};

const DATE: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' };

/** The settings for `contributes.configuration` in the manifest. */
export function manifestProperties(): Readonly<Record<string, Omit<Schema, 'scope'> & { readonly scope: string }>> {
  return Object.fromEntries(
    Object.entries(settingsSchema()).map(([name, schema]) => [
      `daybook.${name}`,
      { ...schema, scope: schema.scope ?? 'resource' },
    ]),
  );
}

/** The schema of a newsroom's `daybook.json`, for any editor that supports JSON Schema. */
export function newsroomFileSchema(): Schema & { readonly $schema: string; readonly title: string } {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a Daybook newsroom',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...mapValues(newsroomSettings(), withDescription) },
  };
}

/** The settings that a newsroom can set. */
function newsroomSettings(): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(settingsSchema()).filter(([, { scope }]) => scope === undefined));
}

/** Adds a plain `description`: editors other than VS Code do not support `markdownDescription`. */
function withDescription(schema: Schema): Schema & { readonly description?: string } {
  const { markdownDescription, properties } = schema;
  return {
    ...schema,
    ...(markdownDescription === undefined ? {} : { description: markdownDescription.replaceAll('`', '') }),
    ...(properties === undefined ? {} : { properties: mapValues(properties, withDescription) }),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
