import { isDate } from '../dates/calendar.ts';
import type { Epoch } from '../dates/epochs.ts';
import { ENGINE_NAMES, type EngineName } from '../engines/engine.ts';
import { TITLE_PATTERN } from '../entry/titleForm.ts';
import { DEFAULT_FOLDERS, type Folders } from '../files/folders.ts';
import { MAX_GLOB_CHARS } from '../files/globSyntax.ts';
import type { Severities } from '../lint/lint.ts';
import type { Countdown, Severity } from '../lint/rule.ts';
import type { CountKind } from '../newsroom/profile/countFact.ts';

/** The settings of a writer or a newsroom, named as in `daybook.*` in the editor's settings. */
export interface Settings {
  readonly enabled: EnabledState;
  readonly folders: Folders;
  /** An IANA name; undefined to use the zone in `_config.yml` or the one that the archive shows. */
  readonly timezone: string | undefined;
  /** The Markdown engine; undefined to use the site's own. */
  readonly engine: EngineName | undefined;
  readonly epochs: readonly Epoch[];
  /** How entries are counted; undefined to follow the archive, as in the next two. */
  readonly count: CountKind | undefined;
  /** The form of titles: `Issue {number}`. */
  readonly title: string | undefined;
  /** The pattern for file names of published entries: `{date}-day-{day}.markdown`. */
  readonly fileName: string | undefined;
  /** The template file for new entries, as a path below the root. */
  readonly template: string | undefined;
  /** Outlet names by host in lower case. They override built-in and learned names. */
  readonly outlets: Readonly<Record<string, string>>;
  /** Hosts and outlet names that the rules on outlets ignore. */
  readonly ignoredOutlets: readonly string[];
  /** Additional tracking parameters of URLs. A parameter that starts with `!` is not for tracking. */
  readonly tracking: readonly string[];
  readonly countdowns: readonly Countdown[];
  /** The keys that a published entry must have besides title and date; undefined to follow the archive. */
  readonly requiredKeys: readonly string[] | undefined;
  /** Whether pasted and dropped addresses automatically become citations, and images are saved among those of the newsroom. */
  readonly pasteEnabled: boolean;
  /** Whether bold text closes itself as it is typed, and Enter starts the next headline. */
  readonly autoCloseBold: boolean;
  /** Whether addresses of links are hidden but on lines with a cursor or a problem. */
  readonly foldAddresses: boolean;
  readonly inlayHints: InlayHintScope;
  readonly preview: PreviewSettings;
  /** Whether *Check Links* may use the network. */
  readonly linkCheckEnabled: boolean;
  readonly rules: Severities;
}

/** How previews look and when they open. */
interface PreviewSettings {
  /** Whether *New Day* opens a preview. */
  readonly openWithNewDay: boolean;
  readonly theme: PreviewTheme;
  /** In percent. */
  readonly zoom: number;
  /** Whether images are loaded from other sites. */
  readonly remoteImages: boolean;
  /** Style sheets of the newsroom, as paths below its root. */
  readonly styles: readonly string[];
}

/** `editor` follows the editor's color theme. */
type PreviewTheme = (typeof PREVIEW_THEMES)[number];

export const PREVIEW_THEMES = ['editor', 'paper', 'light', 'dark', 'contrast'] as const;

export const COUNT_KINDS: readonly CountKind[] = ['calendar', 'entries', 'weeks', 'none'];

/** The entries that show inlay hints. */
type InlayHintScope = (typeof INLAY_HINT_SCOPES)[number];

export const INLAY_HINT_SCOPES = ['drafts', 'all', 'off'] as const;

/** Whether the editor works on entries; `auto` leaves it to the entries. */
type EnabledState = (typeof ENABLED_STATES)[number];

export const ENABLED_STATES = ['auto', 'on', 'off'] as const;

export const DEFAULT_SETTINGS: Settings = {
  enabled: 'auto',
  folders: DEFAULT_FOLDERS,
  timezone: undefined,
  engine: undefined,
  epochs: [],
  count: undefined,
  title: undefined,
  fileName: undefined,
  template: undefined,
  outlets: {},
  ignoredOutlets: [],
  tracking: [],
  countdowns: [],
  requiredKeys: undefined,
  pasteEnabled: true,
  autoCloseBold: true,
  foldAddresses: false,
  inlayHints: 'drafts',
  preview: { openWithNewDay: true, theme: 'editor', zoom: 100, remoteImages: true, styles: [] },
  linkCheckEnabled: false,
  rules: {},
};

/** Reads settings by name. A value of the wrong type or form is ignored. */
export function readSettings(get: (name: string) => unknown): Settings {
  const requiredKeys = get('requiredKeys');
  return {
    enabled: ENABLED_STATES.find((state) => state === get('enabled')) ?? DEFAULT_SETTINGS.enabled,
    folders: {
      posts: folderIn(get('posts')) ?? DEFAULT_FOLDERS.posts,
      drafts: folderIn(get('drafts')) ?? DEFAULT_FOLDERS.drafts,
      entries: textsIn(get('entries'))
        .filter((glob) => glob.length <= MAX_GLOB_CHARS && GLOB_PATTERN.test(glob))
        .slice(0, MAX_GLOBS),
    },
    timezone: textIn(get('timezone')),
    engine: ENGINE_NAMES.find((name) => name === get('engine')),
    epochs: listOf(get('epochs'))
      .filter(isEpoch)
      .map(({ from, day }) => ({ from, day })),
    count: COUNT_KINDS.find((kind) => kind === get('count')),
    title: titleIn(get('title')),
    fileName: fileNameIn(get('fileName')),
    template: pathIn(get('template')),
    outlets: outletsIn(get('outlets')),
    ignoredOutlets: textsIn(get('ignoredOutlets')),
    tracking: textsIn(get('tracking')),
    countdowns: listOf(get('countdowns'))
      .filter(isCountdown)
      .map(({ phrase, date }) => ({ phrase: phrase.trim(), date })),
    requiredKeys: Array.isArray(requiredKeys) ? textsIn(requiredKeys) : undefined,
    pasteEnabled: get('paste.enabled') !== false,
    autoCloseBold: get('autoCloseBold') !== false,
    foldAddresses: get('foldAddresses') === true,
    inlayHints: INLAY_HINT_SCOPES.find((scope) => scope === get('inlayHints')) ?? DEFAULT_SETTINGS.inlayHints,
    preview: {
      openWithNewDay: get('preview.openWithNewDay') !== false,
      theme: PREVIEW_THEMES.find((theme) => theme === get('preview.theme')) ?? DEFAULT_SETTINGS.preview.theme,
      zoom: zoomIn(get('preview.zoom')),
      remoteImages: get('preview.remoteImages') !== false,
      styles: textsIn(get('preview.styles'))
        .map(pathIn)
        .filter((path) => path !== undefined),
    },
    linkCheckEnabled: get('linkCheck.enabled') === true,
    rules: severitiesIn(get('rules')),
  };
}

/**
 * Settings by which a folder loads files of its own or of other sites. In a folder that the user does not trust they have no effect there,
 * only in the user's own settings.
 */
export const RESTRICTED_SETTINGS: readonly string[] = ['template', 'preview.remoteImages', 'preview.styles'];

/**
 * Combines several sources of settings, such as a user's and a newsroom's. The first source that has a setting determines its value.
 * Settings that are objects (outlets and rules) are merged property by property.
 */
export function mergeSettings(...sources: readonly ((name: string) => unknown)[]): (name: string) => unknown {
  return (name) => {
    const values = sources.map((get) => get(name)).filter((value) => value !== undefined);
    const [first] = values;
    return isRecord(first) ? Object.assign({}, ...values.filter(isRecord).reverse()) : first;
  };
}

function textIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_TEXT_CHARS) return undefined;
  const text = value.trim();
  return text === '' || /\p{Cc}/u.test(text) ? undefined : text;
}

function textsIn(value: unknown): string[] {
  return listOf(value)
    .map(textIn)
    .filter((text) => text !== undefined);
}

function zoomIn(value: unknown): number {
  return typeof value === 'number' && value > 0
    ? Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, value))
    : DEFAULT_SETTINGS.preview.zoom;
}

/** In percent. */
export const MIN_ZOOM = 50;
/** In percent. */
export const MAX_ZOOM = 300;

/** A path below the root, without slashes at either end. */
function pathIn(value: unknown): string | undefined {
  const path = textIn(value)?.replace(/^(?:\.?\/)+|\/+$/g, '');
  return path !== undefined && PATH_PATTERN.test(path) ? path : undefined;
}

/** The name of a folder directly below the root, without slashes at either end. */
function folderIn(value: unknown): string | undefined {
  const name = textIn(value);
  return name !== undefined && FOLDER_PATTERN.test(name) ? name.replace(/^(?:\.?\/)+|\/+$/g, '') : undefined;
}

/**
 * A single folder name: the newsroom's root is found as the parent of the folders of posts and drafts. Names with a period at the start,
 * such as `.git`, belong to tools.
 */
export const FOLDER_PATTERN = /^\s*(?:\.?\/)*(?![\s.])[^/\\*?{}[\]]+\/*\s*$/;

/** A glob for paths below the root, without the repeated groups of other globs: `+(a|b)` or `(a)+`. */
export const GLOB_PATTERN = /^!?(?!\/|[A-Za-z]:|(?:.*\/)?\.\.(?:\/|$)|.*(?:[!?*+@]\(|\)[*+?{]))[^\\]*[^\\\s!][^\\]*$/;

/** Also the `maxItems` of the setting's schema. */
export const MAX_GLOBS = 100;

/** A path below the root. */
export const PATH_PATTERN = /^(?!\\|\/*[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/;

/** Longer texts in settings are ignored. Also the `maxLength` in the settings' schema. */
export const MAX_TEXT_CHARS = 500;

function fileNameIn(value: unknown): string | undefined {
  const name = textIn(value);
  return name !== undefined && FILE_NAME_PATTERN.test(name) ? name : undefined;
}

/** Also the `pattern` of the setting's schema. No placeholder occurs twice. */
export const FILE_NAME_PATTERN =
  /^(?!\.|.*(\{(?:date|year|day|title)\}).*\1)[^/\\]*\{(?:day|title)\}[^/\\]*\.(?:markdown|md)$/;

function titleIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= MAX_TEXT_CHARS && TITLE_PATTERN.test(value) ? value : undefined;
}

function isEpoch(value: unknown): value is Epoch {
  if (!isRecord(value)) return false;
  const { from, day } = value;
  return typeof from === 'string' && isDate(from) && typeof day === 'number' && Number.isSafeInteger(day);
}

function isCountdown(value: unknown): value is Countdown {
  if (!isRecord(value)) return false;
  const { phrase, date } = value;
  return textIn(phrase) !== undefined && typeof date === 'string' && isDate(date);
}

function outletsIn(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  const named = Object.entries(value).filter((entry): entry is [string, string] => textIn(entry[1]) !== undefined);
  return Object.fromEntries(named.map(([host, name]) => [bareHost(host), name.trim()]));
}

function bareHost(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');
}

function severitiesIn(value: unknown): Severities {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Severity | 'off'] => isSeverity(entry[1])),
  );
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'hint' || value === 'off';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
