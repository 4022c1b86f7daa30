import { FILE_NAME } from '../files/fileNamePattern.ts';
import { rulesSchema } from './rulesSchema.ts';
import { FOLDER, GLOB, INLAY_HINTS_IN, PREVIEW_THEMES } from './settings.ts';

/** As much of JSON Schema as the settings need. */
export interface Schema {
  readonly type?: JsonType | readonly JsonType[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What VS Code says of a text without that pattern: one sentence. */
  readonly patternErrorMessage?: string;
  /** `time-zone` is the name of one, which no JSON Schema can tell. */
  readonly format?: 'date' | 'time-zone';
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly examples?: readonly unknown[];
  readonly markdownDescription?: string;
  /** `application`: each writer's own, which no newsroom and no workspace can set. */
  readonly scope?: 'application';
}

export type JsonType = 'boolean' | 'string' | 'integer' | 'array' | 'object' | 'null';

/** Every setting by its name: `daybook.<name>` in the editor, `<name>` in a newsroom's `daybook.json`. */
export function settingsSchema(): Readonly<Record<string, Schema>> {
  return {
    posts: { ...FOLDER_NAME, default: '_posts', markdownDescription: 'The folder of published entries, by its name.' },
    drafts: { ...FOLDER_NAME, default: '_drafts', markdownDescription: 'The folder of drafts, by its name.' },
    entries: {
      type: 'array',
      default: [],
      items: {
        type: 'string',
        pattern: GLOB.source,
        patternErrorMessage: 'A glob of entries is a path below the folder of the newsroom, without `..`.',
      },
      examples: [['notes/**/*.md'], ['columns/**/*.md', '!columns/old/**']],
      markdownDescription:
        'Globs of further Markdown files that are entries, beside those in the folders of posts and drafts: paths from the folder that holds these. One with `!` before it leaves files out.',
    },
    timezone: {
      type: 'string',
      format: 'time-zone',
      default: '',
      examples: ['America/Los_Angeles', 'Europe/London'],
      markdownDescription:
        "The time zone that dates are written in, by its IANA name. Left empty, it is the one in `_config.yml`, else the one that the entries show, else the machine's.",
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
        'Where a new count of days begins: the date `from` is Day `day`. Without it, the counts are learned from the entries.',
    },
    fileName: {
      type: 'string',
      default: FILE_NAME,
      pattern: '^[^/\\\\]*\\{day\\}[^/\\\\]*\\.(?:markdown|md)$',
      examples: ['{date}-day-{day}.md'],
      markdownDescription:
        "The name of a published entry's file: `{date}` and `{day}` stand for its date and its number. A draft's name is the same without the date.",
    },
    template: {
      type: 'string',
      default: '',
      examples: ['templates/day.markdown'],
      markdownDescription:
        'The file that new entries are made of, by its path below the newsroom. In it `{day}`, `{title}`, `{date}`, `{time}`, `{timestamp}` and `{weekday}` stand for those of the new day, and `{cursor}` for the place to start at.',
    },
    outlets: {
      type: 'object',
      default: {},
      additionalProperties: { type: 'string' },
      examples: [{ 'herald.example': 'Port Alder Herald' }],
      markdownDescription:
        'The name of the outlet at a host, where it is another than the one that Daybook knows or the entries teach.',
    },
    ignoredOutlets: {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['archive.example', 'The Wire']],
      markdownDescription: 'Hosts, and names of outlets, that the rules about outlets leave alone.',
    },
    tracking: {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['partner', '!ref']],
      markdownDescription:
        'Further parameters of addresses that are there for tracking. One with `!` before it is not taken for tracking.',
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
        'What entries count down to: the words that name the event (`The levy election is in 29 days.`) and its date.',
    },
    requiredKeys: {
      type: ['array', 'null'],
      default: null,
      items: { type: 'string' },
      examples: [['description', 'image', 'todayInOneSentence']],
      markdownDescription:
        'The keys that the front matter of a published entry has, beside `title` and `date`. Left unset, they are those that the entries around it have.',
    },
    'paste.enabled': {
      type: 'boolean',
      default: true,
      markdownDescription:
        'Whether addresses that are pasted or dropped into an entry become citations. Where not, *Paste As…* and *Paste as Citations* still make them.',
    },
    inlayHints: {
      type: 'string',
      default: 'drafts',
      enum: INLAY_HINTS_IN,
      markdownDescription:
        'In which entries hints stand between the words: the earlier day that cites an address too, and the number that a `TK/` will get.',
    },
    'preview.openWithNewDay': {
      type: 'boolean',
      default: true,
      markdownDescription: 'Whether *New Day* shows the preview beside the new entry.',
    },
    'preview.theme': {
      type: 'string',
      default: 'editor',
      enum: PREVIEW_THEMES,
      markdownDescription:
        "The colours of the preview: those of the editor's theme, a paper, or light, dark and of high contrast whatever the editor has.",
    },
    'preview.zoom': {
      type: 'integer',
      default: 100,
      examples: [125],
      markdownDescription: 'The size of the preview, in per cent, from 50 to 300.',
    },
    'preview.remoteImages': {
      type: 'boolean',
      default: true,
      markdownDescription:
        'Whether the preview loads pictures from elsewhere over `https:`. Where not, only those in the newsroom are shown.',
    },
    'preview.styles': {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['assets/preview.css']],
      markdownDescription:
        'Style sheets that the preview follows beside its own, by their paths below the newsroom. They count in workspaces that you trust.',
    },
    'linkCheck.enabled': {
      type: 'boolean',
      default: false,
      scope: 'application',
      markdownDescription:
        'Whether *Check Links* may use the network: it asks each site that an entry cites whether the page is still there. No newsroom can turn it on for you.',
    },
    rules: {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: rulesSchema(),
      examples: [{ 'sentence-spacing': 'info' }],
      markdownDescription:
        'How loud each rule is, or `off`. A rule that is not named keeps its own severity, which is quieter in drafts.',
    },
  };
}

const FOLDER_NAME: Schema = {
  type: 'string',
  pattern: FOLDER.source,
  patternErrorMessage:
    'The folder stands right below that of the newsroom: it is one name, without slashes or `..` in it.',
};

const DATE: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' };

/** The settings as the manifest's `contributes.configuration` has them. */
export function manifestProperties(): Readonly<Record<string, Omit<Schema, 'scope'> & { readonly scope: string }>> {
  return Object.fromEntries(
    Object.entries(settingsSchema()).map(([name, schema]) => [
      `daybook.${name}`,
      { ...schema, scope: schema.scope ?? 'resource' },
    ]),
  );
}

/** The schema of a newsroom's `daybook.json`, for any editor that knows JSON Schema. */
export function newsroomFileSchema(): Schema & { readonly $schema: string; readonly title: string } {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The settings of a Daybook newsroom',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...mapValues(newsroomSchema(), described) },
  };
}

/** The settings that a newsroom can make. */
function newsroomSchema(): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(settingsSchema()).filter(([, { scope }]) => scope === undefined));
}

/** Editors other than VS Code know no `markdownDescription`. */
function described(schema: Schema): Schema & { readonly description?: string } {
  const { markdownDescription, properties } = schema;
  return {
    ...schema,
    ...(markdownDescription === undefined ? {} : { description: markdownDescription.replaceAll('`', '') }),
    ...(properties === undefined ? {} : { properties: mapValues(properties, described) }),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
