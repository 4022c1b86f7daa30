import { type Epoch, isDate } from './calendar.ts';
import type { Severities } from './lint/lint.ts';
import type { Severity } from './lint/rule.ts';
import { FOLDERS, type Folders } from './paths.ts';

/** What a writer or a newsroom may set; the names are those of `daybook.*` in the editor's settings. */
export interface Settings {
  readonly folders: Folders;
  /** An IANA name; undefined leaves it to `_config.yml` and the archive. */
  readonly timezone: string | undefined;
  readonly epochs: readonly Epoch[];
  readonly rules: Severities;
}

export const DEFAULTS: Settings = { folders: FOLDERS, timezone: undefined, epochs: [], rules: {} };

/** Reads settings from whatever stands in a settings file; what has the wrong shape is as good as not there. */
export function readSettings(get: (name: string) => unknown): Settings {
  const text = (name: string) => {
    const value = get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return {
    folders: { posts: text('posts') ?? FOLDERS.posts, drafts: text('drafts') ?? FOLDERS.drafts },
    timezone: text('timezone'),
    epochs: listOf(get('epochs')).filter(isEpoch),
    rules: severitiesIn(get('rules')),
  };
}

function isEpoch(value: unknown): value is Epoch {
  if (typeof value !== 'object' || value === null) return false;
  const { from, day }: { from?: unknown; day?: unknown } = value;
  return typeof from === 'string' && isDate(from) && typeof day === 'number' && Number.isSafeInteger(day);
}

function severitiesIn(value: unknown): Severities {
  if (typeof value !== 'object' || value === null) return {};
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
