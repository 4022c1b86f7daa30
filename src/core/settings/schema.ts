import { ENGINE_NAMES } from '../engines/engine.ts';
import { TITLE_PATTERN } from '../entry/titleForm.ts';
import { MAX_GLOB_CHARS } from '../files/globSyntax.ts';
import type { Severity } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import {
  COUNT_KINDS,
  ENABLED_STATES,
  FILE_NAME_PATTERN,
  FOLDER_PATTERN,
  GLOB_PATTERN,
  INLAY_HINT_SCOPES,
  MAX_GLOBS,
  MAX_TEXT_CHARS,
  MAX_ZOOM,
  MIN_ZOOM,
  PATH_PATTERN,
  PREVIEW_THEMES,
} from './settings.ts';

/** The part of JSON Schema that the settings use. */
export interface Schema {
  readonly type?: JsonType | readonly JsonType[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  /** What VS Code shows for each value of `enum`. */
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
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
  /** What the settings editor filters by: `@tag:usesOnlineServices`. */
  readonly tags?: readonly 'usesOnlineServices'[];
}

export type JsonType = 'boolean' | 'string' | 'integer' | 'array' | 'object' | 'null';

/**
 * The schema of each setting by name: `daybook.<name>` in the editor, `<name>` in a newsroom's `daybook.json`. Without descriptions,
 * which `describedSettings` adds.
 */
export function settingsSchema(): Readonly<Record<string, Schema>> {
  return {
    enabled: {
      type: 'string',
      default: 'auto',
      enum: ENABLED_STATES,
    },
    posts: {
      ...FOLDER_NAME,
      default: '_posts',
    },
    drafts: {
      ...FOLDER_NAME,
      default: '_drafts',
    },
    entries: {
      type: 'array',
      default: [],
      maxItems: MAX_GLOBS,
      items: {
        type: 'string',
        maxLength: MAX_GLOB_CHARS,
        pattern: GLOB_PATTERN.source,
        patternErrorMessage:
          'The glob must match paths inside the newsroom, without `..` and `\\`. It can contain `*`, `**`, `?`, `[…]` and `{…}`, but no `+(…)`.',
      },
      examples: [['notes/**/*.md'], ['columns/**/*.md', '!columns/old/**']],
    },
    timezone: {
      type: 'string',
      format: 'time-zone',
      default: '',
      examples: ['America/Los_Angeles', 'Europe/London'],
    },
    engine: {
      type: 'string',
      default: 'site',
      enum: ['site', ...ENGINE_NAMES],
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
    },
    count: {
      type: 'string',
      default: 'auto',
      enum: ['auto', ...COUNT_KINDS],
    },
    title: {
      type: 'string',
      default: '',
      pattern: `^$|${TITLE_PATTERN.source}`,
      patternErrorMessage: 'The title must contain `{number}` once, and may end with `{subtitle}`.',
      examples: ['Issue {number}', 'Day {number}: {subtitle}'],
    },
    fileName: {
      type: 'string',
      default: '',
      pattern: `^$|${FILE_NAME_PATTERN.source}`,
      examples: ['{date}-day-{day}.md', '{date}-{title}.markdown'],
    },
    template: {
      type: 'string',
      default: '',
      ...PATH_BELOW_ROOT,
      pattern: `^$|${PATH_PATTERN.source}`,
      examples: ['templates/day.markdown'],
    },
    outlets: {
      type: 'object',
      default: {},
      additionalProperties: { type: 'string' },
      examples: [{ 'herald.example': 'Port Alder Herald' }],
    },
    ignoredOutlets: {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['archive.example', 'The Wire']],
    },
    tracking: {
      type: 'array',
      default: [],
      items: { type: 'string' },
      examples: [['partner', '!ref']],
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
    },
    requiredKeys: {
      type: ['array', 'null'],
      default: null,
      items: { type: 'string' },
      examples: [['description', 'image', 'todayInOneSentence']],
    },
    'paste.enabled': {
      type: 'boolean',
      default: true,
    },
    autoCloseBold: {
      type: 'boolean',
      default: true,
    },
    foldAddresses: {
      type: 'boolean',
      default: false,
    },
    inlayHints: {
      type: 'string',
      default: 'drafts',
      enum: INLAY_HINT_SCOPES,
    },
    'preview.openWithNewDay': {
      type: 'boolean',
      default: true,
    },
    'preview.theme': {
      type: 'string',
      default: 'editor',
      enum: PREVIEW_THEMES,
    },
    'preview.zoom': {
      type: 'integer',
      default: 100,
      minimum: MIN_ZOOM,
      maximum: MAX_ZOOM,
      examples: [125],
    },
    'preview.remoteImages': {
      type: 'boolean',
      default: true,
      tags: ['usesOnlineServices'],
    },
    'preview.styles': {
      type: 'array',
      default: [],
      items: { type: 'string', ...PATH_BELOW_ROOT },
      examples: [['assets/preview.css']],
    },
    'linkCheck.enabled': {
      type: 'boolean',
      default: false,
      scope: 'application',
      tags: ['usesOnlineServices'],
    },
    rules: {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: Object.fromEntries(rules.map(({ id }) => [id, { enum: SEVERITIES }])),
      examples: [{ 'sentence-spacing': 'info' }],
    },
  };
}

const FOLDER_NAME: Schema = {
  type: 'string',
  pattern: FOLDER_PATTERN.source,
  maxLength: MAX_TEXT_CHARS,
  patternErrorMessage:
    'The folder must be directly inside the newsroom: a single name, without slashes or a period at its start.',
};

const PATH_BELOW_ROOT = {
  pattern: PATH_PATTERN.source,
  maxLength: MAX_TEXT_CHARS,
  patternErrorMessage: 'The file must be inside the newsroom: a path without `..`.',
} as const;

/** The values of a rule's setting. */
const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'hint', 'info', 'warning', 'error'];

const DATE: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' };
