import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeSettings, readSettings, type Settings } from '../../core/settings/settings.ts';
import {
  NEWSROOM_FILE,
  readEditorFile,
  readNewsroomFile,
  type SettingsFile,
} from '../../core/settings/settingsFile.ts';
import { lineStarts, positionAt } from '../../core/text/lineIndex.ts';
import { CannotRun, reasonOf } from '../command.ts';

const EDITOR_FILE = '.vscode/settings.json';

/**
 * Loads the settings of the newsroom at `root`: `.vscode/settings.json` overrides `daybook.json`, which overrides the defaults.
 * Throws `CannotRun` if `daybook.json` is broken. Calls `warn` with one line for everything else that has no meaning.
 */
export function loadSettings(root: string, warn: (line: string) => void = () => {}): Settings {
  const places = [read(root, EDITOR_FILE, readEditorFile), read(root, NEWSROOM_FILE, readNewsroomFile)].map((file) => {
    if (!file) return () => undefined;
    const { path, text, values, problems } = file;
    const starts = lineStarts(text);
    for (const { from, severity, message } of problems) {
      const { line, column } = positionAt(starts, from);
      const fault = `${path}:${line}:${column} ${message}`;
      if (severity === 'error' && path === NEWSROOM_FILE) throw new CannotRun(fault);
      warn(fault);
    }
    return (name: string) => values[name];
  });
  return readSettings(mergeSettings(...places));
}

interface ReadFile extends SettingsFile {
  readonly path: string;
  readonly text: string;
}

function read(root: string, path: string, parse: (text: string) => SettingsFile): ReadFile | undefined {
  const file = join(root, path);
  if (!existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    return { path, text, ...parse(text) };
  } catch (error) {
    throw new CannotRun(`cannot read ${path}: ${reasonOf(error)}`);
  }
}
