import { type Epoch, isDate } from '../dates/calendar.ts';
import { FILE_NAME } from '../files/fileNamePattern.ts';
import { FOLDERS, type Folders } from '../files/folders.ts';
import type { Severities } from '../lint/lint.ts';
import type { Countdown, Severity } from '../lint/rule.ts';

/** What a writer or a newsroom may set; the names are those of `daybook.*` in the editor's settings. */
export interface Settings {
  readonly folders: Folders;
  /** An IANA name; undefined leaves it to `_config.yml` and the archive. */
  readonly timezone: string | undefined;
  readonly epochs: readonly Epoch[];
  /** How a published entry's file is named: `{date}-day-{day}.markdown`. */
  readonly fileName: string;
  /** The file, by its path below the root, that new entries are made of. */
  readonly template: string | undefined;
  /** The outlet at a host (in small letters), whatever is known or learned of it. */
  readonly outlets: Readonly<Record<string, string>>;
  /** Hosts, and names of outlets, that are not judged. */
  readonly ignoredOutlets: readonly string[];
  /** Parameters of addresses that are tracking beyond those known; with `!` before it one is not. */
  readonly tracking: readonly string[];
  readonly countdowns: readonly Countdown[];
  /** The keys that a published entry has beside title and date; undefined leaves it to the archive. */
  readonly requiredKeys: readonly string[] | undefined;
  /** Whether pasted and dropped addresses become citations by themselves. */
  readonly pasteEnabled: boolean;
  readonly inlayHints: InlayHintsIn;
  readonly preview: PreviewSettings;
  /** Whether the writer lets *Check Links* use the network. */
  readonly linkCheckEnabled: boolean;
  readonly rules: Severities;
}

/** How previews look, and when one is shown. */
interface PreviewSettings {
  /** Whether one is shown beside a day that is begun. */
  readonly openWithNewDay: boolean;
  readonly theme: PreviewTheme;
  /** In per cent. */
  readonly zoom: number;
  /** Whether pictures are loaded from elsewhere. */
  readonly remoteImages: boolean;
  /** Style sheets of the newsroom, by their paths below its root. */
  readonly styles: readonly string[];
}

/** `editor` has the colours of the editor's own theme. */
type PreviewTheme = (typeof PREVIEW_THEMES)[number];

export const PREVIEW_THEMES = ['editor', 'paper', 'light', 'dark', 'contrast'] as const;

/** The entries in which hints stand between the words. */
type InlayHintsIn = (typeof INLAY_HINTS_IN)[number];

export const INLAY_HINTS_IN = ['drafts', 'all', 'off'] as const;

export const DEFAULTS: Settings = {
  folders: FOLDERS,
  timezone: undefined,
  epochs: [],
  fileName: FILE_NAME,
  template: undefined,
  outlets: {},
  ignoredOutlets: [],
  tracking: [],
  countdowns: [],
  requiredKeys: undefined,
  pasteEnabled: true,
  inlayHints: 'drafts',
  preview: { openWithNewDay: true, theme: 'editor', zoom: 100, remoteImages: true, styles: [] },
  linkCheckEnabled: false,
  rules: {},
};

/** Reads settings from whatever stands in a settings file; what has the wrong shape is as good as not there. */
export function readSettings(get: (name: string) => unknown): Settings {
  const requiredKeys = get('requiredKeys');
  return {
    folders: {
      posts: folderIn(get('posts')) ?? FOLDERS.posts,
      drafts: folderIn(get('drafts')) ?? FOLDERS.drafts,
      entries: textsIn(get('entries')).filter((glob) => GLOB.test(glob)),
    },
    timezone: textIn(get('timezone')),
    epochs: listOf(get('epochs'))
      .filter(isEpoch)
      .map(({ from, day }) => ({ from, day })),
    fileName: fileNameIn(get('fileName')) ?? DEFAULTS.fileName,
    template: pathIn(get('template')),
    outlets: outletsIn(get('outlets')),
    ignoredOutlets: textsIn(get('ignoredOutlets')),
    tracking: textsIn(get('tracking')),
    countdowns: listOf(get('countdowns'))
      .filter(isCountdown)
      .map(({ phrase, date }) => ({ phrase: phrase.trim(), date })),
    requiredKeys: Array.isArray(requiredKeys) ? textsIn(requiredKeys) : undefined,
    pasteEnabled: get('paste.enabled') !== false,
    inlayHints: INLAY_HINTS_IN.find((where) => where === get('inlayHints')) ?? DEFAULTS.inlayHints,
    preview: {
      openWithNewDay: get('preview.openWithNewDay') !== false,
      theme: PREVIEW_THEMES.find((theme) => theme === get('preview.theme')) ?? DEFAULTS.preview.theme,
      zoom: zoomIn(get('preview.zoom')),
      remoteImages: get('preview.remoteImages') !== false,
      styles: textsIn(get('preview.styles')),
    },
    linkCheckEnabled: get('linkCheck.enabled') === true,
    rules: severitiesIn(get('rules')),
  };
}

/**
 * The value of a setting by its name, where several places may set it: what stands first goes before. Outlets and rules are
 * joined one by one, all other values are taken whole.
 */
export function firstOf(...places: readonly ((name: string) => unknown)[]): (name: string) => unknown {
  return (name) => {
    const values = places.map((get) => get(name)).filter((value) => value !== undefined);
    const [first] = values;
    return isRecord(first) ? Object.assign({}, ...values.filter(isRecord).reverse()) : first;
  };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function textsIn(value: unknown): string[] {
  return listOf(value)
    .map(textIn)
    .filter((text) => text !== undefined);
}

/** Between what can still be read and what still fits. */
function zoomIn(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(300, Math.max(50, value)) : DEFAULTS.preview.zoom;
}

/** A folder or a file below the root, whatever slashes stand around its path. */
function pathIn(value: unknown): string | undefined {
  const name = textIn(value)?.replace(/^(?:\.?\/)+|\/+$/g, '');
  return name === undefined || name === '' || name.includes('..') ? undefined : name;
}

/** One folder right below the root, whatever slashes stand around its name. */
function folderIn(value: unknown): string | undefined {
  const name = textIn(value);
  return name !== undefined && FOLDER.test(name) ? name.replace(/^(?:\.?\/)+|\/+$/g, '') : undefined;
}

/** The root of a newsroom is the folder that holds both folders: with one farther down it could not be told from an entry's path. */
export const FOLDER = /^\s*(?:\.?\/)*(?!\.{1,2}\/*\s*$)[^/\\*?{}[\]]+\/*\s*$/;

/** A path below the root. */
export const GLOB = /^!?(?!\/|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)).*[^\s!]/;

function fileNameIn(value: unknown): string | undefined {
  const name = textIn(value);
  return name !== undefined && NAMING.test(name) ? name : undefined;
}

const NAMING = /^[^/\\]*\{day\}[^/\\]*\.(?:markdown|md)$/;

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
