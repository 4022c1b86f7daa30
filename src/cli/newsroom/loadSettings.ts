import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstOf, readSettings, type Settings } from '../../core/settings/settings.ts';
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
 * The settings of the newsroom at that root: what its `.vscode/settings.json` says, then its `daybook.json`, then the defaults.
 * A `daybook.json` that is broken ends the command; what means nothing in either file is told, one line each.
 */
export function settingsOf(root: string, tell: (line: string) => void = () => {}): Settings {
  const places = [read(root, EDITOR_FILE, readEditorFile), read(root, NEWSROOM_FILE, readNewsroomFile)].map((file) => {
    if (!file) return () => undefined;
    const { path, text, values, faults } = file;
    const starts = lineStarts(text);
    for (const { from, severity, message } of faults) {
      const { line, column } = positionAt(starts, from);
      const said = `${path}:${line}:${column} ${message}`;
      if (severity === 'error' && path === NEWSROOM_FILE) throw new CannotRun(said);
      tell(said);
    }
    return (name: string) => values[name];
  });
  return readSettings(firstOf(...places));
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
